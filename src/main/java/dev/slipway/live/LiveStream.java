package dev.slipway.live;

import dev.slipway.live.Admission.Admitted;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one browser. A slow reader is skipped until it has read what it was sent, and then gets all it missed
 * as one; a reader that reads nothing from one heartbeat to the next is let go.
 */
class LiveStream implements Watcher {

    private static final int MOST_UNREAD_BYTES = 64 * 1024;

    private final HttpServerResponse response;
    private final Context context;
    private final LiveViews views;
    private final Clock clock;
    private final Admitted admitted;
    private final List<Long> timers = new ArrayList<>();
    private boolean stalled;

    LiveStream(HttpServerResponse response, Admitted admitted, LiveViews views, Clock clock) {
        this.response = response;
        this.context = Vertx.currentContext();
        this.views = views;
        this.clock = clock;
        this.admitted = admitted;
    }

    void begin(LiveConfig config, Runnable checkRights) {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // Asks a proxy in front of us not to wait for more.
                .putHeader("X-Accel-Buffering", "no")
                .setWriteQueueMaxSize(MOST_UNREAD_BYTES)
                .drainHandler(drained -> resume());
        beat();
        var vertx = context.owner();
        timers.add(vertx.setPeriodic(config.heartbeat().toMillis(), timer -> beat()));
        timers.add(vertx.setPeriodic(config.rightsChecked().toMillis(), timer -> checkRights.run()));
        timers.add(vertx.setTimer(config.lifetime().toMillis(), timer -> end()));
        admitted.views().forEach((view, shown) -> views.join(view, this, shown));
    }

    /** Lets the browser go, which comes back if it still may. */
    void end() {
        context.runOnContext(now -> {
            if (!isOver()) {
                response.end();
            }
        });
    }

    /**
     * Forgets the browser, which has gone. Not at once: whoever says so may hold the lock of the connection, for which a view
     * waits that asks whether its watchers are busy, and views let one in at a time.
     */
    void forget() {
        context.runOnContext(now -> {
            timers.forEach(context.owner()::cancelTimer);
            admitted.views().keySet().forEach(view -> views.leave(view, this));
        });
    }

    @Override
    public boolean isBusy() {
        return !isOver() && response.writeQueueFull();
    }

    @Override
    public void send(LiveEvent event) {
        context.runOnContext(now -> write(event));
    }

    private void resume() {
        stalled = false;
        context.runOnContext(now -> admitted.views().keySet().forEach(view -> views.resume(view, this)));
    }

    private void beat() {
        if (stalled && isBusy()) {
            response.reset();
            return;
        }
        stalled = isBusy();
        if (!stalled) {
            write(LiveEvent.alive(clock.millis()));
        }
    }

    private void write(LiveEvent event) {
        if (!isOver()) {
            response.write(event.text());
        }
    }

    private boolean isOver() {
        return response.ended() || response.closed();
    }
}
