package dev.slipway.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever shows a token, under the paths of the API and nowhere else. There, the configuration lets no other
 * mechanism look at the request, so a session cookie counts for nothing.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenMechanism implements HttpAuthenticationMechanism {

    /** The name by which {@code quarkus.http.auth.permission.api.auth-mechanism} chooses it. */
    private static final String SCHEME = "token";

    static final String NO_TOKEN = "The token is missing, wrong, expired or revoked. Send a valid one as X-Auth-Token.";

    private static final String HEADER = "X-Auth-Token";
    private static final String BEARER = "Bearer ";

    private final Errors errors;

    TokenMechanism(Errors errors) {
        this.errors = errors;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        var shown = shown(routing.request());
        if (shown == null || !ApiPath.leadsTo(routing)) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new TokenRequest(shown))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private static @Nullable String shown(HttpServerRequest request) {
        var own = request.getHeader(HEADER);
        if (own != null) {
            return own.strip();
        }
        var common = request.getHeader(HttpHeaderNames.AUTHORIZATION);
        return common != null && common.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? common.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext routing) {
        if (!ApiPath.leadsTo(routing)) {
            return Uni.createFrom().item(false);
        }
        var answer = errors.of(401, NO_TOKEN);
        routing.response()
                .setStatusCode(401)
                .putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer")
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Json.TYPE)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(String.valueOf(answer.getEntity()));
        return Uni.createFrom().item(true);
    }

    /** Asked before the sign-in, which would lead a program to a page. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, HEADER, SCHEME));
    }
}
