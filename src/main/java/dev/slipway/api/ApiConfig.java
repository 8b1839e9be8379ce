package dev.slipway.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of the API. */
@ConfigMapping(prefix = "slipway.api")
interface ApiConfig {

    /** How many requests a token may make in a minute, and at once. */
    @WithDefault("600")
    int requestsPerMinute();

    /** How large a body may be: a release task of 5,000 tasks fits easily. */
    @WithDefault("5M")
    MemorySize maxBody();
}
