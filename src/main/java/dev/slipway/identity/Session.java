package dev.slipway.identity;

import dev.slipway.project.Actor;
import java.util.List;

/**
 * A signed-in user as of this request.
 *
 * @param projects those the user is a member of, by name
 */
record Session(Actor actor, List<ProjectChoice> projects) {}
