package dev.slipway.release;

/** Somebody else saved a release task after this edit began. */
public class EditedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Definition now;
    private final int revision;
    private final String by;

    EditedMeanwhile(ReleaseTask release) {
        super("%s was saved by %s meanwhile"
                .formatted(release.name(), release.updated().by()));
        this.now = release.definition();
        this.revision = release.revision();
        this.by = release.updated().by();
    }

    /** What it says now. */
    public Definition now() {
        return now;
    }

    /** The revision that {@link #now} is. */
    public int revision() {
        return revision;
    }

    /** The user name of whoever saved it. */
    public String by() {
        return by;
    }
}
