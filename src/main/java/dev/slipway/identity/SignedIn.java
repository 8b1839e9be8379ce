package dev.slipway.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.jspecify.annotations.Nullable;

/** Carries the session in the identity that Quarkus keeps for a request. */
final class SignedIn {

    private static final String SESSION = "slipway.session";

    private SignedIn() {}

    static SecurityIdentity identity(Session session) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.actor().username()))
                .addAttribute(SESSION, session)
                .build();
    }

    static @Nullable Session session(SecurityIdentity identity) {
        return identity.getAttribute(SESSION);
    }
}
