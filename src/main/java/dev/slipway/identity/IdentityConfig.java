package dev.slipway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** The settings of users and of the demo. */
@ConfigMapping(prefix = "slipway")
public interface IdentityConfig {

    /** Whether this is a demo, with users whose password everybody knows; not set means: where the database is embedded. */
    Optional<Boolean> demo();

    /** Whether Slipway runs its own database; set by Slipway itself at start. */
    @WithDefault("false")
    boolean embedded();

    /** The password of the first user of a new Slipway; without it one is generated. */
    @WithName("admin.password")
    Optional<String> adminPassword();

    /** Tells whether the demo project and its users belong here. */
    default boolean isDemo() {
        return demo().orElse(embedded());
    }
}
