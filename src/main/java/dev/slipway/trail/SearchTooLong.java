package dev.slipway.trail;

/** A search that was given up, because the database would have been busy with it for too long. */
class SearchTooLong extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchTooLong(Throwable cause) {
        super("The search in the audit trail took too long", cause);
    }
}
