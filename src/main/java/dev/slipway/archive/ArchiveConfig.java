package dev.slipway.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of the archive. */
@ConfigMapping(prefix = "slipway.archive")
interface ArchiveConfig {

    /** Where the files are, the same place for all nodes; without it everything stays in the database. */
    Optional<Path> directory();

    /** How long after its end an execution goes there. */
    @WithDefault("365d")
    Duration after();

    /** So many executions of each release task, the newest ones, never go there. */
    @WithDefault("10")
    int keep();
}
