package dev.slipway.trail;

/**
 * Something that an event tells.
 *
 * @param name the key of the detail
 * @param change whether the value was another one before
 * @param before what it was; empty if there was none, or nothing changed
 * @param value what it is; empty if there is none any more
 */
public record Fact(String name, boolean change, String before, String value) {

    private static final int SHORT = 160;

    boolean isChange() {
        return change;
    }

    /** Whether it is too much to be shown at first. */
    public boolean isLong() {
        return before.length() + value.length() > SHORT;
    }
}
