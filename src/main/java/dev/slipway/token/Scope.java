package dev.slipway.token;

import java.util.Locale;

/** What may be done with a token, within what its owner may do. */
public enum Scope {
    /** Looking only. */
    READ,
    /** Everything that its owner may do. */
    FULL;

    /** How audit events call it: {@code read}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
