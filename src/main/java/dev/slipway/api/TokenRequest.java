package dev.slipway.api;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a token. */
class TokenRequest extends BaseAuthenticationRequest {

    private final String text;

    TokenRequest(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
