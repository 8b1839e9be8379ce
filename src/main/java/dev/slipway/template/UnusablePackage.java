package dev.slipway.template;

/** A package at an address can't be made a release task of; the message is for whoever named it. */
public class UnusablePackage extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    UnusablePackage(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What to correct: {@code environment}, {@code template_source.url}, {@code input_values.NAME}. */
    public String field() {
        return field;
    }
}
