package dev.slipway.template;

/** A text is no YAML, or YAML that is not allowed here. */
class BadYaml extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    BadYaml(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1. */
    int line() {
        return line;
    }
}
