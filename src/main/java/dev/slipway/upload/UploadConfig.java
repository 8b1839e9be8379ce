package dev.slipway.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of uploads. */
@ConfigMapping(prefix = "slipway.upload")
interface UploadConfig {

    /** How large a file may be. */
    @WithDefault("64M")
    MemorySize maxSize();

    /** How large all files of an enterprise project may be together. */
    @WithDefault("2G")
    MemorySize maxSizeOfProject();

    /** How long one stays after its last use when no task names it any more. */
    @WithDefault("7d")
    Duration keep();

    /** Where pods of the clusters reach this Slipway, such as {@code http://slipway.tools.svc:8080}. */
    Optional<URI> address();
}
