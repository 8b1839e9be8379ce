package dev.slipway.upload;

/** A file can't be taken; the message is a sentence for whoever sent it. */
public class RefusedUpload extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedUpload(String message) {
        super(message);
    }
}
