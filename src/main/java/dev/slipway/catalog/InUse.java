package dev.slipway.catalog;

/** Something can't be deleted as long as it is used; nothing was changed. */
public class InUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InUse(String name) {
        super("%s is in use".formatted(name));
    }
}
