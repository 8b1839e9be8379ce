package dev.slipway.project;

/** The user's roles do not allow what was asked for; answered with 403. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says who lacked what, for the log; the user reads only that it is not allowed. */
    public Forbidden(String username, Permission permission, String projectId) {
        super("%s may not %s in project %s".formatted(username, permission, projectId));
    }
}
