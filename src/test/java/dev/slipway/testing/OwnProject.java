package dev.slipway.testing;

import dev.slipway.identity.User;
import dev.slipway.identity.Users;
import dev.slipway.project.Actor;
import dev.slipway.project.Membership;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A project of a test's own, so that nothing of other tests is in it. */
public record OwnProject(String id) {

    /** A new project with nothing in it. */
    public static OwnProject create() {
        var id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> new Project(id, "project " + id, Instant.now()).persist());
        return new OwnProject(id);
    }

    /** The browser of a new member, who is a member of no other project. */
    public PlainBrowser browserOf(Role... roles) {
        var name = "user-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> Arc.container().instance(Users.class).get().create(name, name, Accounts.PASSWORD));
        return browserOf(name, roles);
    }

    /** The browser of an existing user, who becomes a member. */
    public PlainBrowser browserOf(String username, Role... roles) {
        QuarkusTransaction.requiringNew().run(() -> {
            var user = User.findByName(username).orElseThrow();
            for (var role : roles) {
                Membership.grant(user.id(), id, role);
            }
        });
        return PlainBrowser.of(username);
    }

    /** A member who is not in the database, for doing something at once. */
    public Actor actor(Role... roles) {
        return new Actor(1, "somebody", "Somebody", Map.of(id, Set.of(roles)));
    }
}
