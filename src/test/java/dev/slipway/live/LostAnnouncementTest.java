package dev.slipway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.live.WatchedView.Shown;
import dev.slipway.testing.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A node that dies between a commit and its announcement leaves pages of other nodes behind, but not for long. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LostAnnouncementTest {

    @Inject
    ProbeView probe;

    @Inject
    LiveConfig config;

    @Inject
    LiveViews views;

    private final ViewId view = new ViewId("probe", UUID.randomUUID().toString());

    @Test
    void whatNobodyAnnouncesIsFoundByLookingAgain() throws SQLException {
        var page = new Page(new CompletableFuture<>());
        var announcements = new Announcements(lookingAgainSoon(), views);
        views.join(view, page, new Shown(1, new Audience("en", Set.of())));
        await().until(() -> probe.renderings(view.id()).size() == 1);
        announcements.start(new StartupEvent());
        await().until(() -> probe.renderings(view.id()).size() > 1);

        probe.changeUnheard(view.id(), 2, "<p>changed</p>");

        assertThat(page.latest.orTimeout(10, TimeUnit.SECONDS).join().text().toString())
                .contains("\"version\":2");
        announcements.stop(new ShutdownEvent());
        views.leave(view, page);
    }

    private record Page(CompletableFuture<LiveEvent> latest) implements Watcher {

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public void send(LiveEvent event) {
            latest.complete(event);
        }
    }

    private LiveConfig lookingAgainSoon() {
        return new LiveConfig() {
            @Override
            public Duration heartbeat() {
                return config.heartbeat();
            }

            @Override
            public Duration rightsChecked() {
                return config.rightsChecked();
            }

            @Override
            public Duration lifetime() {
                return config.lifetime();
            }

            @Override
            public Duration lookAgain() {
                return Duration.ofMillis(50);
            }

            @Override
            public LiveConfig.Database database() {
                return config.database();
            }
        };
    }
}
