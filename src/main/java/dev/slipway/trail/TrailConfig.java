package dev.slipway.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the audit trail. */
@ConfigMapping(prefix = "slipway.audit")
interface TrailConfig {

    /** How long one search may keep the database busy before it is given up, so that no page is slow for everybody. */
    @WithDefault("5s")
    Duration searchLimit();
}
