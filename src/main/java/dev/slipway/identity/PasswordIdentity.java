package dev.slipway.identity;

import dev.slipway.audit.Origins;
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

/** Lets in whoever knows the password. Every refusal looks the same, whatever its reason. */
@ApplicationScoped
class PasswordIdentity implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Users users;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final SignInJournal journal;
    private final Origins origins;

    PasswordIdentity(Users users, Sessions sessions, SignInThrottle throttle, SignInJournal journal, Origins origins) {
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.journal = journal;
        this.origins = origins;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        var origin = Origins.of(routing.request());
        var address = routing.request().remoteAddress().hostAddress();
        var username = Username.normalized(request.getUsername());
        var password = new String(request.getPassword().getPassword());
        return context.runBlocking(() -> origins.during(origin, () -> signIn(username, password, address)));
    }

    private SecurityIdentity signIn(String username, String password, String address) {
        if (!Username.isValid(username) || !throttle.admits(username, address)) {
            throw new AuthenticationFailedException("Sign-in of \"%s\" refused".formatted(username));
        }
        if (!users.accept(username, password)) {
            QuarkusTransaction.requiringNew().run(() -> journal.refused(username));
            throw new AuthenticationFailedException("Sign-in of \"%s\" refused".formatted(username));
        }
        var session = sessions.find(username).orElseThrow(AuthenticationFailedException::new);
        QuarkusTransaction.requiringNew().run(() -> letIn(session.actor(), address));
        return SignedIn.identity(session);
    }

    private void letIn(Actor actor, String address) {
        throttle.forget(actor.username(), address);
        journal.signedIn(actor);
    }
}
