package dev.slipway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.live.Admission.Admitted;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Over HTTP/2 the end of a stream is told while the lock of its connection is held. A view that waits for that lock, to see
 * whether a watcher is busy, lets nobody in: if the watcher left right then, both would wait for ever.
 */
class ForgettingTest {

    private static final ViewId VIEW = new ViewId("probe", "1");

    private final Vertx vertx = Vertx.vertx();
    private final Object connection = new Object();
    private final CompletableFuture<Boolean> leftUnderTheLock = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aWatcherLeavesItsViewsOnceTheLockOfItsConnectionIsFree() throws Exception {
        vertx.getOrCreateContext().runOnContext(now -> {
            var stream = stream();
            synchronized (connection) {
                stream.forget();
            }
        });

        assertThat(leftUnderTheLock.get(1, TimeUnit.MINUTES)).isFalse();
    }

    private LiveStream stream() {
        var response = (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("Nothing is sent to somebody who has gone: " + method);
                });
        var shown = new WatchedView.Shown(1, new Audience("en", Set.of()));
        return new LiveStream(response, new Admitted(Map.of(VIEW, shown), 200), views(), Clock.systemUTC());
    }

    private LiveViews views() {
        return new LiveViews(new Renderers(), List.of()) {
            @Override
            void leave(ViewId view, Watcher watcher) {
                leftUnderTheLock.complete(Thread.holdsLock(connection));
            }
        };
    }
}
