package dev.slipway.trigger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of trigger policies. */
@ConfigMapping(prefix = "slipway.trigger")
interface TriggerConfig {

    /** How long is kept what came of a due time. Executions that it started stay. */
    @WithDefault("90d")
    Duration keep();
}
