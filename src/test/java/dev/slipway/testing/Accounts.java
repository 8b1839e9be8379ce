package dev.slipway.testing;

import dev.slipway.identity.User;
import dev.slipway.identity.Users;
import dev.slipway.project.FirstProject;
import dev.slipway.project.Membership;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/** Users for tests, each with a name of its own. */
public final class Accounts {

    /** The password of all of them. */
    public static final String PASSWORD = "correct horse";

    private Accounts() {}

    /** A user with these roles in the default project. */
    public static String aUser(Role... roles) {
        return QuarkusTransaction.requiringNew().call(() -> {
            bean(FirstProject.class).restore();
            var user = create();
            for (var role : roles) {
                Membership.grant(user.id(), Project.DEFAULT_ID, role);
            }
            return user.username();
        });
    }

    private static User create() {
        var name = "user-" + UUID.randomUUID();
        return bean(Users.class).create(name, "Display " + name, PASSWORD);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
