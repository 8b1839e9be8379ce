package dev.slipway.identity;

import dev.slipway.project.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The rights of users as of now, for what goes on after the request that began it. */
@ApplicationScoped
public class Actors {

    private final Sessions sessions;

    Actors(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The user with this name and today's roles; empty if there is none or the user is disabled. */
    public Optional<Actor> find(String username) {
        return sessions.find(username).map(Session::actor);
    }
}
