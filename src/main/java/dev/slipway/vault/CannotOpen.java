package dev.slipway.vault;

import org.jspecify.annotations.Nullable;

/** A sealed text that can't be opened; the message is a sentence for whoever runs Slipway. */
public class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotOpen(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
