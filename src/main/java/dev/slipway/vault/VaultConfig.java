package dev.slipway.vault;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The keys with which secrets are kept. */
@ConfigMapping(prefix = "slipway.secrets")
interface VaultConfig {

    /** The key that seals, 32 bytes in Base64; made up and kept in the data directory with the embedded database. */
    Optional<String> key();

    /** Keys that only open what was sealed with them before. */
    Optional<List<String>> previousKeys();
}
