package dev.slipway.yaml;

/** A text is no YAML, or YAML that is not allowed here. */
public class BadYaml extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    /** Takes the line, from 1, and a sentence. */
    public BadYaml(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
