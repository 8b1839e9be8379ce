package dev.slipway.release;

import org.jspecify.annotations.Nullable;

/** The addresses of the pages before and after this one; null where there is none. */
public record Paging(@Nullable String previous, @Nullable String next) {

    /** Whether there is more than this page. */
    public boolean isNeeded() {
        return previous != null || next != null;
    }
}
