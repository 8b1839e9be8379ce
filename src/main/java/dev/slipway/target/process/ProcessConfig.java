package dev.slipway.target.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the process target. */
@ConfigMapping(prefix = "slipway.target.process")
public interface ProcessConfig {

    /** Whether releases may start processes on this machine; by default only with the embedded database. */
    @WithDefault("${slipway.embedded:false}")
    boolean enabled();

    /** The directory that holds artifacts, builds and what runs. */
    @WithDefault("${slipway.data-dir:data}/process")
    Path root();

    /** The directory that the sources of builds are in. */
    @WithDefault("deploy/samples")
    Path sourceRoot();
}
