package dev.slipway.editor;

/** A change of a draft that is not possible; the message says why. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }

    static Refused gone() {
        return new Refused(
                "What you wanted to change is not there any more. Nothing was changed; this is the draft as it is now.");
    }

    static Refused stale() {
        return new Refused(
                "The draft has changed since this page was loaded, perhaps in another tab. Nothing was changed; this is the draft as it is now.");
    }
}
