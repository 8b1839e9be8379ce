package dev.slipway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of webhooks. */
@ConfigMapping(prefix = "slipway.webhook")
public interface WebhookConfig {

    /** Networks that may be called although they are internal, such as {@code 10.1.0.0/16}. */
    Optional<List<String>> allowedNetworks();

    /** How many receivers this node calls at once; each of them gets one delivery after the other. */
    @WithDefault("16")
    int threads();

    /** How long a receiver may take to answer. */
    @WithDefault("10s")
    Duration timeLimit();

    /** The longest pause after the first attempt; it doubles with each further one, up to an hour. */
    @WithDefault("5s")
    Duration retryAfter();

    /** How long something is tried again. */
    @WithDefault("24h")
    Duration retryFor();

    /** How long the log of deliveries reaches back. */
    @WithDefault("30d")
    Duration keep();
}
