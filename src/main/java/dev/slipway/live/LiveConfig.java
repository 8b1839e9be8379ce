package dev.slipway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How live streams are kept. */
@ConfigMapping(prefix = "slipway.live")
interface LiveConfig {

    /** How often a quiet stream shows that it is alive; proxies cut what is silent for a minute. */
    @WithDefault("20s")
    Duration heartbeat();

    /** How soon a stream ends for someone who has lost a right. */
    @WithDefault("60s")
    Duration rightsChecked();

    /** How long a stream lasts; the browser opens the next one at once, if its user is still signed in. */
    @WithDefault("10m")
    Duration lifetime();

    /** How late a page can be at most, where the node that made a change died before it could say so. */
    @WithDefault("10s")
    Duration lookAgain();

    /** The database as this node's other connections find it. */
    Database database();

    /** Where changes are announced. */
    interface Database {

        @WithDefault("${quarkus.datasource.jdbc.url}")
        String url();

        @WithDefault("${quarkus.datasource.username:}")
        Optional<String> username();

        @WithDefault("${quarkus.datasource.password:}")
        Optional<String> password();
    }
}
