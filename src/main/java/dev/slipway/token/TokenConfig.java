package dev.slipway.token;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings of tokens. */
@ConfigMapping(prefix = "slipway.api")
interface TokenConfig {

    /** A token that an administrator has from the start, for automation; at least 32 characters from a generator. */
    Optional<String> bootstrapToken();
}
