package dev.slipway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.identity.User;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class LiveStreamTest {

    @Inject
    ProbeView probe;

    @Inject
    EntityManager database;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aChangeIsRenderedOncePerAudienceWhoeverWatches() {
        var viewer = session(Role.VIEWER);
        var approver = session(Role.APPROVER);
        var readers = Stream.of(viewer, approver)
                .flatMap(session -> IntStream.range(0, 25).mapToObj(no -> watch(session, id, 1)))
                .toList();
        await().until(() -> readers.stream().allMatch(LiveReader::isOpen));
        var before = renderingsOnceQuiet();

        probe.change(id, 2, "<p id=\"text\">new</p>");

        await().until(() ->
                readers.stream().noneMatch(reader -> reader.updates().isEmpty()));
        assertThat(readers).allSatisfy(reader -> assertThat(reader.updates())
                .containsExactly("data: {\"view\":\"probe:%s\",\"version\":2,\"html\":\"<p id=\\\"text\\\">new</p>\"}"
                        .formatted(id)));
        assertThat(probe.renderings(id).size() - before).isEqualTo(2);
    }

    @Test
    void aStreamBeginsWithWhatThePageHasMissed() {
        probe.changeUnheard(id, 18, "<p>missed</p>");

        var behind = watch(session(Role.VIEWER), id, 17);

        await().until(() -> behind.updates().size() == 1);
        assertThat(behind.updates().get(0)).contains("\"version\":18");
        assertThat(probe.renderings(id))
                .extracting(ProbeView.Rendering::version)
                .containsExactly(17L);
    }

    @Test
    void nothingIsSentWhereThePageIsUpToDate() {
        probe.changeUnheard(id, 18, "<p>known</p>");
        var reader = watch(session(Role.VIEWER), id, 18);
        await().until(() -> probe.renderings(id).size() == 1);

        probe.announce(id);
        await().until(() -> probe.renderings(id).size() == 2);
        probe.change(id, 19, "<p>new</p>");

        await().until(() -> !reader.updates().isEmpty());
        assertThat(reader.updates()).singleElement().asString().contains("\"version\":19");
    }

    @Test
    void aLostConnectionToTheDatabaseIsOpenedAgainAndMakesUpForWhatWasMissed() {
        var reader = watch(session(Role.VIEWER), id, 1);
        await().until(reader::isOpen);
        await().until(() -> listeners() == 1);

        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "select cast(pg_terminate_backend(pid) as text) from pg_stat_activity where application_name = 'slipway announcements'")
                .getResultList());
        probe.changeUnheard(id, 2, "<p>unheard</p>");

        await().until(() -> reader.updates().size() == 1);
        probe.change(id, 3, "<p>heard</p>");
        await().until(() -> reader.updates().size() == 2);
        assertThat(listeners()).isEqualTo(1);
    }

    @Test
    void oneStreamFollowsSeveralViewsAndLeavesOutWhatItsUserMayNotSee() {
        var session = session(Role.VIEWER);
        var other = id + "-other";
        var reader =
                LiveReader.open(session, "view=probe:%s@1&view=probe:forbidden@1&view=probe:%s@1".formatted(id, other));
        await().until(reader::isOpen);

        probe.change(id, 2, "<p>one</p>");
        probe.change(other, 2, "<p>other</p>");

        await().until(() -> reader.updates().size() == 2);
    }

    @Test
    void whatMayNotBeSeenIsRefused() throws Exception {
        var session = session(Role.VIEWER);

        assertThat(status(session, "view=probe:forbidden@1")).isEqualTo(403);
        assertThat(status(session, "view=probe:unknown@1")).isEqualTo(404);
        assertThat(status(session, "view=nothing:1@1")).isEqualTo(404);
        assertThat(status("nobody", "view=probe:1@1")).isEqualTo(401);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        var session = session(Role.VIEWER);

        assertThat(status(session, "")).isEqualTo(400);
        assertThat(status(session, "view=probe")).isEqualTo(400);
        assertThat(status(session, "view=probe:1@-1")).isEqualTo(400);
        assertThat(status(session, "view=probe:1@1&".repeat(51))).isEqualTo(400);
    }

    @Test
    void aStreamEndsForSomeoneWhoHasLostTheirRights() {
        var user = Accounts.aUser(Role.VIEWER);
        var reader = watch(session(user), id, 1);
        await().until(reader::isOpen);

        QuarkusTransaction.requiringNew()
                .run(() -> User.findByName(user).orElseThrow().disable());

        await().until(reader::hasEnded);
    }

    @Test
    void aSlowReaderIsSkippedAndGetsTheLatestAsOne() {
        var slow = LiveReader.openAndPause(session(Role.VIEWER), "view=probe:%s@1".formatted(id));
        var quick = watch(session(Role.VIEWER), id, 1);
        await().until(() -> slow.isOpen() && quick.isOpen());

        for (var version = 2; version <= 25; version++) {
            var sent = version - 1;
            probe.change(id, version, "x".repeat(1_000_000));
            await().until(() -> quick.updates().size() == sent);
        }
        slow.goOn();

        await().until(() -> slow.updates().stream().anyMatch(update -> update.contains("\"version\":25")));
        assertThat(slow.updates()).hasSizeLessThan(24);
    }

    @Test
    void nothingIsRenderedForThoseWhoHaveGone() {
        var reader = watch(session(Role.VIEWER), id, 1);
        await().until(reader::isOpen);
        reader.leave();

        await().untilAsserted(() -> {
            var before = probe.renderings(id).size();
            probe.announce(id);
            var other = watch(session(Role.VIEWER), id + "-marker", 1);
            probe.change(id + "-marker", 2, "<p>marker</p>");
            await().until(() -> !other.updates().isEmpty());
            assertThat(probe.renderings(id)).hasSize(before);
        });
    }

    /** How often the view was rendered, after the last of those who came was brought up to date. */
    private int renderingsOnceQuiet() {
        var before = new AtomicInteger();
        await().during(Duration.ofMillis(300)).until(() -> {
            var now = probe.renderings(id).size();
            return before.getAndSet(now) == now;
        });
        return before.get();
    }

    private static LiveReader watch(String session, String view, long version) {
        return LiveReader.open(session, "view=probe:%s@%d".formatted(view, version));
    }

    private static int status(String session, String query) throws Exception {
        return LiveReader.refusal(session, query).statusCode();
    }

    private static String session(Role role) {
        return session(Accounts.aUser(role));
    }

    private static String session(String user) {
        return new PlainBrowser().signIn(user, Accounts.PASSWORD).cookie("slipway-session");
    }

    private long listeners() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from pg_stat_activity where application_name = 'slipway announcements'")
                        .getSingleResult())
                .longValue());
    }
}
