package dev.slipway.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the engine works through its jobs. */
@ConfigMapping(prefix = "slipway.engine")
interface EngineConfig {

    /** How many tasks this node works on at once; one that waits takes none of them. */
    @WithDefault("16")
    int threads();

    /** The safety net: started tasks are taken at once, only what no node took is found by looking. */
    @WithDefault("500ms")
    Duration pollingInterval();

    /** A node that was silent for four of these is taken for dead, and its work goes on elsewhere. */
    @WithDefault("2s")
    Duration heartbeat();

    /**
     * Tells this node from all others; by default the name of its host. A node with a name of its own goes on at once with
     * what it was at when it was last killed, so no two nodes may have the same.
     */
    Optional<String> node();
}
