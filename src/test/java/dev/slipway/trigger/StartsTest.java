package dev.slipway.trigger;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.trigger.Clockwork.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.identity.Actors;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.trigger.TriggerStart.Outcome;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class StartsTest {

    Clockwork work;
    UUID release;

    @BeforeEach
    void begin() {
        release = Given.release("nightly")
                .phase(group(scripted("a"), approval("b")))
                .create();
        var releaser = Arc.container().instance(Actors.class).get().find(Accounts.aUser(Role.RELEASER));
        work = Clockwork.stopped(releaser.orElseThrow(), release);
    }

    @Test
    void startsOnceWhenItIsDueOnBehalfOfWhoeverSetIt() {
        var revision = work.set(HOURLY);
        assertThat(work.fire(revision)).contains(Instant.parse("2040-01-02T10:00:00Z"));
        assertThat(work.history()).isEmpty();

        work.advance(Duration.ofMinutes(30));
        var next = work.fire(revision);
        work.fire(revision);

        assertThat(next).contains(Instant.parse("2040-01-02T11:00:00Z"));
        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.STARTED);
        assertThat(work.history()).extracting(TriggerStart::executionNo).containsExactly(1);
        var execution = Rows.execution(Rows.number("select id from execution"));
        assertThat(execution.startedBySchedule()).isTrue();
        assertThat(execution.startedBy()).isEqualTo(work.actor().displayName());
        assertThat(Rows.number(
                        "select count(*) from audit_event where kind = 'execution_started' and channel = 'SCHEDULE'"))
                .isOne();
    }

    @Test
    void forgetsWhatCameOfDueTimesLongAgoAndNothingElse() {
        Rows.change(
                """
                insert into trigger_start (id, release_task_id, due_at, outcome, reason, recorded_at)
                select -no, ?1, now() - make_interval(days => 91, secs => no), 'SKIPPED', '',
                  now() - make_interval(days => case when no = 1 then 89 else 91 end)
                from generate_series(1, 2500) no
                """,
                release);

        Arc.container().instance(OldStarts.class).get().sweep();

        assertThat(Rows.number("select count(*) from trigger_start")).isOne();
        assertThat(Rows.number("select id from trigger_start")).isEqualTo(-1);
    }

    @Test
    void afterASilenceTheNewestWithinAnHourRunsAndTheOthersAreRecorded() {
        var revision = work.set(HOURLY);

        work.advance(Duration.ofHours(3));
        work.fire(revision);

        assertThat(work.history())
                .extracting(TriggerStart::outcome)
                .containsExactly(Outcome.STARTED, Outcome.MISSED, Outcome.MISSED);
        assertThat(work.history())
                .extracting(TriggerStart::dueAt)
                .containsExactly(
                        Instant.parse("2040-01-02T12:00:00Z"),
                        Instant.parse("2040-01-02T11:00:00Z"),
                        Instant.parse("2040-01-02T10:00:00Z"));
        assertThat(Rows.audited("trigger_start_missed")).isOne();
    }

    @Test
    void whatIsLaterThanAnHourRunsNoMore() {
        var revision = work.set("0 0 10 2 1 ? 2040");

        work.advance(Duration.ofMinutes(91));
        var next = work.fire(revision);

        assertThat(next).isEmpty();
        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.MISSED);
        assertThat(work.history().get(0).reason()).contains("did not run at that time, nor in the hour after it");
        assertThat(Rows.number("select count(*) from execution")).isZero();
    }

    @Test
    void aMonthOfSilenceIsNotListedSecondBySecond() {
        var revision = work.set("* * * ? * * *");

        work.advance(Duration.ofDays(30));
        work.fire(revision);

        assertThat(Rows.number("select count(*) from trigger_start")).isEqualTo(DueStarts.MOST_LISTED + 1);
        assertThat(Rows.number("select count(*) from trigger_start where reason like '%not listed%'"))
                .isOne();
    }

    @Test
    void runsTheTasksThatWereChosenAndSkipsTheOthers() {
        var revision = work.set(List.of(new Hook(HOURLY, 0)), Set.of("a"));

        work.advance(Duration.ofMinutes(30));
        work.fire(revision);

        Releaser.end(Rows.number("select id from execution"));
        assertThat(Rows.statuses(Rows.number("select id from execution")).toString())
                .contains("a=SUCCESSFUL", "b=SKIPPED");
    }

    @Test
    void manyNodesAtOnceStartItOnce() {
        var revision = work.set(HOURLY);
        work.advance(Duration.ofMinutes(30));

        var nodes = IntStream.range(0, 6)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> work.fire(revision)))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.STARTED);
        assertThat(Rows.number("select count(*) from execution")).isOne();
    }

    @Test
    void anOlderSettingStartsNothingAndItsJobIsGone() {
        var older = work.set(HOURLY);
        var newer = work.set("0 0 12 ? * * *");
        work.advance(Duration.ofMinutes(30));

        assertThat(work.fire(older)).isEmpty();
        assertThat(work.fire(newer)).contains(Instant.parse("2040-01-02T12:00:00Z"));

        assertThat(work.history()).isEmpty();
        assertThat(Rows.values("select task_instance from scheduled_tasks")).hasToString("[%s/2]".formatted(release));
        work.set(List.of(), null);
        assertThat(Rows.jobs()).isZero();
        assertThat(Rows.audited("trigger_policy_set")).isEqualTo(3);
    }

    @Test
    void givesUpAStartButNotThoseAfterIt() {
        var revision = work.set(HOURLY);
        work.advance(Duration.ofMinutes(30));

        var next = work.starts().giveUp(release, revision, new IllegalStateException("as the test wants it"));

        assertThat(next).contains(Instant.parse("2040-01-02T11:00:00Z"));
        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.FAILED);
        assertThat(work.history().get(0).reason()).contains("incident");
    }

    @Test
    void goesWithItsReleaseTask() {
        var revision = work.set(HOURLY);
        Rows.change("delete from release_task");

        work.advance(Duration.ofMinutes(30));

        assertThat(work.fire(revision)).isEmpty();
        assertThat(Rows.number("select count(*) from trigger_policy")).isZero();
    }

    @Test
    void keepsNothingOfASettingThatIsRefused() {
        assertThatThrownBy(() -> work.set("0 0 0 30 2 ? *"))
                .isInstanceOf(BrokenSchedule.class)
                .hasMessageContaining("never due");

        assertThat(Rows.number("select count(*) from trigger_policy")).isZero();
        assertThat(Rows.jobs()).isZero();
    }

    @Test
    void theEngineLooksWhenAPolicyIsDue() {
        new Clockwork(Clock.systemUTC(), work.actor(), release).set("* * * ? * * *");

        await().until(() -> Rows.number("select count(*) from trigger_start where outcome = 'SKIPPED'") > 0);

        assertThat(Rows.number("select count(*) from trigger_start where outcome = 'STARTED'"))
                .isOne();
    }
}
