package dev.slipway.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Defaults of release tasks. */
@ConfigMapping(prefix = "slipway.release")
public interface ReleaseConfig {

    /** How long one attempt of a task may take where the task doesn't say. */
    @WithDefault("30m")
    Duration timeLimit();
}
