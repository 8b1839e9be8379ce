package dev.slipway.target;

import java.util.UUID;

/** Knows the connections of environments; whoever has environments implements it. */
public interface Connections {

    /**
     * The connection of an environment.
     *
     * @throws TargetProblem if it has none yet, or its secrets can't be opened
     */
    Connection of(UUID environment);
}
