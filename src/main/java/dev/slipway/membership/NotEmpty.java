package dev.slipway.membership;

/** A project can't be deleted as long as there is something in it; nothing was changed. */
public class NotEmpty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEmpty(String name) {
        super("There is something in %s".formatted(name));
    }
}
