package dev.slipway.token;

import dev.slipway.project.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens they are.
 *
 * @param projectId the project whose trail tells about them; null for a person's own, which no project owns
 */
public record TokenOwner(long userId, String username, @Nullable String projectId) {

    static TokenOwner self(Actor actor) {
        return new TokenOwner(actor.userId(), actor.username(), null);
    }
}
