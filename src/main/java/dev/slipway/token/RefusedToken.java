package dev.slipway.token;

/** A token can't be made as it was asked for. */
public class RefusedToken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** What can be wrong, each with the field that says it. */
    enum Why {
        NAME_MISSING("name"),
        NAME_TOO_LONG("name"),
        DAYS("days");

        private final String field;

        Why(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    RefusedToken(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
