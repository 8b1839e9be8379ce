package dev.slipway.template;

/** A file is no template package, or one that nobody should open; the message is for whoever sent it. */
class RefusedPackage extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedPackage(String message) {
        super(message);
    }
}
