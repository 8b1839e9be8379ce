package dev.slipway.identity;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Who makes this request. */
@RequestScoped
public class CurrentUser {

    private final RoutingContext routing;

    CurrentUser(RoutingContext routing) {
        this.routing = routing;
    }

    /** The signed-in user, to be handed to whatever is done on their behalf. */
    public Actor actor() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    /** The signed-in user, if any: the sign-in and some error pages are for strangers. */
    public Optional<Actor> find() {
        return session().map(Session::actor);
    }

    /** The projects that the user is a member of, by name. */
    public List<ProjectChoice> projects() {
        return session().map(Session::projects).orElse(List.of());
    }

    /** The projects in which the user may do something, by name. */
    public List<ProjectChoice> projectsWith(Permission permission) {
        return projects().stream()
                .filter(project -> actor().may(project.id(), permission))
                .toList();
    }

    // Paths open to strangers are not authenticated at all; there the user is null, and asking Quarkus would block.
    private Optional<Session> session() {
        return routing.user() instanceof QuarkusHttpUser user
                ? Optional.ofNullable(SignedIn.session(user.getSecurityIdentity()))
                : Optional.empty();
    }
}
