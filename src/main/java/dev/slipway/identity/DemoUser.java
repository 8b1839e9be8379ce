package dev.slipway.identity;

import dev.slipway.project.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The users of the demo, one per role; the sign-in page of the demo tells everybody their password. */
public enum DemoUser {
    VIEWER(Role.VIEWER),
    DEVELOPER(Role.DEVELOPER),
    RELEASER(Role.RELEASER),
    APPROVER(Role.APPROVER),
    ADMIN(Role.ADMIN);

    /** The password of all of them. */
    public static final String PASSWORD = "slipway";

    private final Role role;

    DemoUser(Role role) {
        this.role = role;
    }

    /** The name to sign in with. */
    public String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this user is in the demo project. */
    public Role role() {
        return role;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(DemoUser::username).toList();
    }
}
