package dev.slipway.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in who shows the token of the metrics, and to nothing but these. It needs no database, which may be in trouble. */
@Alternative
@Priority(1)
@ApplicationScoped
class MetricsMechanism implements HttpAuthenticationMechanism {

    /** The name by which {@code quarkus.http.auth.permission.metrics.auth-mechanism} chooses it. */
    private static final String SCHEME = "metrics";

    private static final String PATH = "/q/metrics";
    private static final String BEARER = "Bearer ";

    private final MetricsConfig config;

    MetricsMechanism(MetricsConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        var shown = routing.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        return isForMetrics(routing) && isToken(shown)
                ? Uni.createFrom()
                        .item(QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(SCHEME))
                                .build())
                : Uni.createFrom().nullItem();
    }

    private static boolean isForMetrics(RoutingContext routing) {
        return PATH.equals(routing.normalizedPath());
    }

    private boolean isToken(@Nullable String shown) {
        return shown != null
                && config.token()
                        .map(token -> MessageDigest.isEqual(
                                (BEARER + token.strip()).getBytes(UTF_8),
                                shown.strip().getBytes(UTF_8)))
                        .orElse(false);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext routing) {
        return isForMetrics(routing)
                ? HttpAuthenticationMechanism.super.sendChallenge(routing)
                : Uni.createFrom().item(false);
    }

    /** Asked before the sign-in, which would lead a program to a page. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(
                        HttpCredentialTransport.Type.OTHER_HEADER, HttpHeaderNames.AUTHORIZATION.toString(), SCHEME));
    }
}
