package dev.slipway.live;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the streams that browsers open, by what they ask for, and refuses them where a test says so. */
@ApplicationScoped
public class StreamCount {

    private final ConcurrentMap<String, Integer> opened = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> closed = new ConcurrentHashMap<>();

    private volatile boolean refused;

    void count(@Observes Router router) {
        router.get("/live").order(-1).handler(routing -> {
            var asked = routing.queryParam("view").toString();
            if (refused) {
                routing.response().setStatusCode(503).end();
                return;
            }
            // Only from its first bytes on is a stream there, to be ended for example.
            routing.addHeadersEndHandler(begun -> {
                if (routing.response().getStatusCode() == 200) {
                    opened.merge(asked, 1, Integer::sum);
                    routing.addEndHandler(end -> closed.merge(asked, 1, Integer::sum));
                }
            });
            routing.next();
        });
    }

    /** Makes the server one that is overloaded, or well again. */
    void refuse(boolean refuse) {
        refused = refuse;
    }

    /** How many streams that name the view were ever opened. */
    int opened(String view) {
        return sum(opened, view);
    }

    /** How many of them are open. */
    int open(String view) {
        return sum(opened, view) - sum(closed, view);
    }

    private static int sum(ConcurrentMap<String, Integer> counts, String view) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().contains(view))
                .mapToInt(count -> count.getValue())
                .sum();
    }
}
