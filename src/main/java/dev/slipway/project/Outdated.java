package dev.slipway.project;

/** Somebody else has saved since the form was loaded; nothing was changed. */
public class Outdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Details now;
    private final int edition;

    /** Takes what is stored now, and the edition that a form must know in order to overwrite it. */
    public Outdated(Details now, int edition) {
        super("Edition %d is the present one".formatted(edition));
        this.now = now;
        this.edition = edition;
    }

    public Details now() {
        return now;
    }

    public int edition() {
        return edition;
    }
}
