package dev.slipway.tasktype;

import dev.slipway.target.Target;
import java.util.UUID;

/** An environment and the code that talks to it. */
public record Place(UUID environment, String name, Target target) {}
