package dev.slipway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where people find the console. */
@ConfigMapping(prefix = "slipway")
public interface ConsoleConfig {

    /** The address by which browsers reach it; links that leave Slipway begin with it. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    String url();
}
