package dev.slipway.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus' form login, with what it lacks for us: only a page that someone opened is returned to after signing in, a
 * fragment makes the whole page go to the sign-in, and the session of a disabled user counts as none.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {

    /** What fits into a cookie as it is. */
    private static final String STORABLE = "[!#-+\\--:<-\\[\\]-~]{1,2000}";

    private final FormAuthenticationMechanism form;
    private final String signInPage;
    private final String landingPage;
    private final String locationCookie;

    SignInMechanism(
            FormAuthenticationMechanism form,
            @ConfigProperty(name = "quarkus.http.auth.form.login-page") String signInPage,
            @ConfigProperty(name = "quarkus.http.auth.form.landing-page") String landingPage,
            @ConfigProperty(name = "quarkus.http.auth.form.location-cookie") String locationCookie) {
        this.form = form;
        this.signInPage = signInPage;
        this.landingPage = landingPage;
        this.locationCookie = locationCookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (isSignIn(context)) {
            keepReturnLocal(context);
            return form.authenticate(context, identities);
        }
        return form.authenticate(context, identities)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (isPageVisit(context) && !context.request().uri().matches(STORABLE)) {
            return challenge(302, HttpHeaderNames.LOCATION);
        }
        if (isSignIn(context) || isPageVisit(context)) {
            return form.getChallenge(context);
        }
        if (context.request().headers().contains("HX-Request")) {
            returnTo(context, context.request().getHeader("HX-Current-URL"));
            return challenge(401, "HX-Redirect");
        }
        if (context.request().method().equals(HttpMethod.POST)) {
            returnTo(context, context.request().getHeader(HttpHeaderNames.REFERER));
            return challenge(303, HttpHeaderNames.LOCATION);
        }
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    /** Somebody whose session has ended in the middle of something goes on with the page it was on. */
    private void returnTo(RoutingContext context, @Nullable String page) {
        if (page != null && page.matches(STORABLE)) {
            context.response()
                    .addCookie(Cookie.cookie(locationCookie, page)
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSecure(context.request().isSSL())
                            .setSameSite(CookieSameSite.LAX));
        }
    }

    private Uni<ChallengeData> challenge(int status, CharSequence header) {
        return Uni.createFrom().item(new ChallengeData(status, header, signInPage));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return form.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return form.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return form.getPriority() + 1;
    }

    private boolean isSignIn(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().equals("/j_security_check");
    }

    private static boolean isPageVisit(RoutingContext context) {
        var headers = context.request().headers();
        return context.request().method().equals(HttpMethod.GET)
                && !headers.contains("HX-Request")
                && Objects.requireNonNullElse(headers.get(HttpHeaderNames.ACCEPT), "")
                        .contains("text/html");
    }

    /** Quarkus answers a foreign address in its cookie with an empty 401; the user is better served by the first page. */
    private void keepReturnLocal(RoutingContext context) {
        var cookie = context.request().getCookie(locationCookie);
        var here = context.request().scheme() + "://" + context.request().authority();
        if (cookie != null && !cookie.getValue().startsWith(here + "/")) {
            cookie.setValue(here + landingPage);
        }
    }
}
