package dev.slipway.live;

import dev.slipway.live.Admission.Admitted;
import dev.slipway.live.ViewId.Asked;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one event stream of a browser: {@code GET /live?view=execution:12@17&view=approvals:0@3}. It brings each view up to
 * date from the version that the page shows, and then follows it.
 *
 * <p>A plain route, because a stream minds how much of it has been read.
 */
@ApplicationScoped
class LiveRoute {

    private static final Logger LOG = Logger.getLogger(LiveRoute.class);
    private static final int MOST_VIEWS = 50;

    private final Admission admission;
    private final LiveViews views;
    private final Renderers renderers;
    private final LiveConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final String sessionCookie;
    private final Optional<Duration> delay;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    LiveRoute(
            Admission admission,
            LiveViews views,
            Renderers renderers,
            LiveConfig config,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.admission = admission;
        this.views = views;
        this.renderers = renderers;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.sessionCookie = sessionCookie;
        this.delay = delay;
    }

    void register(@Observes Router router) {
        router.get("/live").handler(this::answer);
    }

    /**
     * Streams end when the load balancer has had its time to notice, so that their browsers come back to another node. They
     * may not end later: Slipway waits for whatever is still being answered.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        delay.filter(some -> some.toMillis() > 0)
                .ifPresentOrElse(some -> vertx.setTimer(some.toMillis(), now -> stop()), this::stop);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stop();
    }

    private void stop() {
        stopped = true;
        letGo();
    }

    /** Ends all streams; whoever reads one comes back. */
    void letGo() {
        open.forEach(LiveStream::end);
    }

    private void answer(RoutingContext routing) {
        // A page that is merely open is no use of the session, which else would never end.
        routing.response().removeCookie(sessionCookie, false);
        if (!(routing.user() instanceof QuarkusHttpUser user)) {
            refuse(routing, 401);
            return;
        }
        var username = user.getSecurityIdentity().getPrincipal().getName();
        try {
            admit(routing, username, asked(routing));
        } catch (IllegalArgumentException e) {
            refuse(routing, 400);
        }
    }

    private static List<Asked> asked(RoutingContext routing) {
        var asked = routing.queryParam("view").stream().map(ViewId::asked).toList();
        if (asked.isEmpty() || asked.size() > MOST_VIEWS) {
            throw new IllegalArgumentException("A stream has 1 to %d views".formatted(MOST_VIEWS));
        }
        return asked;
    }

    private void admit(RoutingContext routing, String username, List<Asked> asked) {
        var context = Vertx.currentContext();
        renderers.execute(() -> {
            try {
                var admitted = admission.admit(username, asked);
                context.runOnContext(now ->
                        admitted.ifPresentOrElse(some -> begin(routing, username, some), () -> refuse(routing, 401)));
            } catch (RuntimeException e) {
                LOG.error("A live stream cannot begin", e);
                context.runOnContext(now -> refuse(routing, 500));
            }
        });
    }

    private void begin(RoutingContext routing, String username, Admitted admitted) {
        if (routing.response().closed()) {
            return;
        }
        if (admitted.views().isEmpty()) {
            refuse(routing, admitted.status());
            return;
        }
        var stream = new LiveStream(routing.response(), admitted, views, clock);
        open.add(stream);
        routing.addEndHandler(ended -> {
            open.remove(stream);
            stream.forget();
        });
        stream.begin(config, () -> renderers.execute(() -> check(stream, username, admitted)));
        if (stopped) {
            stream.end();
        }
    }

    /** How many browsers follow something on this node. */
    int streams() {
        return open.size();
    }

    private void check(LiveStream stream, String username, Admitted admitted) {
        try {
            if (!admission.stillHolds(username, admitted.views())) {
                stream.end();
            }
        } catch (RuntimeException e) {
            LOG.warn("Rights cannot be checked, so a live stream ends", e);
            stream.end();
        }
    }

    private static void refuse(RoutingContext routing, int status) {
        if (!routing.response().closed()) {
            routing.response().setStatusCode(status).end();
        }
    }
}
