package dev.slipway.net;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of downloading what users point to. */
@ConfigMapping(prefix = "slipway.template")
public interface NetConfig {

    /** Networks that may be downloaded from although they are internal, such as {@code 10.1.0.0/16}. */
    Optional<List<String>> allowedNetworks();

    /** How long a download may take, redirects included. */
    @WithDefault("30s")
    Duration timeLimit();
}
