package dev.slipway.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of the metrics. */
@ConfigMapping(prefix = "slipway.metrics")
interface MetricsConfig {

    /** What a program has to send as {@code Authorization: Bearer} to read the metrics; without it nobody can. */
    Optional<String> token();

    /** How old figures may be that come from the database. */
    @WithDefault("10s")
    Duration refresh();
}
