package dev.slipway.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The settings of the embedded database, read before Quarkus starts. */
@ConfigMapping(prefix = "slipway")
public interface DatabaseConfig {

    /** Where the embedded database and the processes of components keep their files. */
    @WithDefault("data")
    Path dataDir();
}
