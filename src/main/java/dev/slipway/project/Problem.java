package dev.slipway.project;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name, which is its id too
 * @param detail what the text about it mentions; may be empty
 */
public record Problem(String field, Reason reason, String detail) {

    /** What can be wrong; each has its text in the messages. */
    public enum Reason {
        NAME_MISSING,
        NAME_RULE,
        NAME_TAKEN,
        NAME_IN_USE,
        DESCRIPTION_TOO_LONG,
        APPLICATION_MISSING,
        ENVIRONMENT_MISSING,
        KIND_MISSING,
        USER_UNKNOWN,
        ROLE_MISSING,
        LAST_ADMIN
    }

    /** A problem whose text mentions nothing. */
    public static Problem of(String field, Reason reason) {
        return new Problem(field, reason, "");
    }
}
