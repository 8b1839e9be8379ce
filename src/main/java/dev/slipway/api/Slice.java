package dev.slipway.api;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param offset how many come before it
 * @param limit how many it has at most
 */
record Slice(int offset, int limit) {

    static final int MOST = 1_000;

    /**
     * Reads what an address says.
     *
     * @param usual the limit where it says none
     * @throws BadRequest if it is no number, or not one that is allowed
     */
    static Slice of(@Nullable String offset, @Nullable String limit, int usual) {
        return new Slice(
                offset == null ? 0 : number("offset", offset, 0, 1_000_000_000),
                limit == null ? usual : number("limit", limit, 1, MOST));
    }

    /** @throws BadRequest if what an address says under a name is no number from the least to the most */
    static int number(String name, String text, int least, int most) {
        var number = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new BadRequest("%s: This must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return (int) number;
    }
}
