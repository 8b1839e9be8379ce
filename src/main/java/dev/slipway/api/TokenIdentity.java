package dev.slipway.api;

import dev.slipway.token.Tokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a token into its owner, whose roles are read afresh for each request. */
@ApplicationScoped
class TokenIdentity implements IdentityProvider<TokenRequest> {

    private final Tokens tokens;

    TokenIdentity(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                tokens.recognise(request.text()).map(Caller::identity).orElseThrow(AuthenticationFailedException::new));
    }
}
