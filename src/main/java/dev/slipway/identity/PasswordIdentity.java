package dev.slipway.identity;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Lets in whoever knows the password. Every refusal looks the same, whatever its reason. */
@ApplicationScoped
class PasswordIdentity implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Users users;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AuditTrail audit;

    PasswordIdentity(Users users, Sessions sessions, SignInThrottle throttle, AuditTrail audit) {
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        var address = routing.request().remoteAddress().hostAddress();
        var username = Username.normalized(request.getUsername());
        var password = new String(request.getPassword().getPassword());
        return context.runBlocking(() -> signIn(username, password, address));
    }

    private SecurityIdentity signIn(String username, String password, String address) {
        if (!Username.isValid(username)
                || !throttle.admits(username, address)
                || !Passwords.matches(password, users.passwordHash(username).orElse(null))) {
            throw new AuthenticationFailedException("Sign-in of \"%s\" refused".formatted(username));
        }
        var session = sessions.find(username).orElseThrow(AuthenticationFailedException::new);
        QuarkusTransaction.requiringNew().run(() -> letIn(session.actor(), address));
        return SignedIn.identity(session);
    }

    private void letIn(Actor actor, String address) {
        throttle.forget(actor.username(), address);
        var subject = new AuditSubject("user", Long.toString(actor.userId()), actor.username());
        audit.record(actor.username(), null, "user_signed_in", subject, Map.of("address", address));
    }
}
