package dev.slipway.target.kubernetes;

/** What people typed, for the fields of a container in which Kubernetes replaces {@code $(NAME)} and {@code $$}. */
final class Literal {

    private Literal() {}

    /** A text out of which Kubernetes makes the given one again. */
    static String of(String text) {
        return text.replace("$", "$$");
    }
}
