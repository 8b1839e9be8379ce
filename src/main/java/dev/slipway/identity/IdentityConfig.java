package dev.slipway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** The settings of users and of the demo. */
@ConfigMapping(prefix = "slipway")
public interface IdentityConfig {

    /** Whether this is a demo, with users whose password everybody knows; at start set to true where the database is embedded and only this machine can reach Slipway. */
    @WithName("demo")
    @WithDefault("false")
    boolean isDemo();

    /** Whether Slipway runs its own database; set by Slipway itself at start. */
    @WithDefault("false")
    boolean embedded();

    /** The password of the first user of a new Slipway; without it one is generated. */
    @WithName("admin.password")
    Optional<String> adminPassword();

    /** The cost of bcrypt, 4 to 31: 12 takes about a fifth of a second, little for a sign-in and much for a guesser; one more doubles it. */
    @WithName("password.cost")
    @WithDefault("12")
    int passwordCost();
}
