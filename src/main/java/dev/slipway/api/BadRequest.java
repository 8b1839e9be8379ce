package dev.slipway.api;

/** A request that can't be taken as it was sent; the message says where and why. */
class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    BadRequest(String message) {
        this(400, message);
    }

    BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
