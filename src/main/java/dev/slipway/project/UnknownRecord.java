package dev.slipway.project;

/** What was asked for does not exist, or not for this user; answered with 404. */
public class UnknownRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the kind of thing ("release task") and the id it was looked up by. */
    public UnknownRecord(String kind, Object id) {
        super("There is no %s %s".formatted(kind, id));
    }
}
