package dev.slipway.trigger;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.trigger.Clockwork.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SkippedStartsTest {

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
    void isSkippedWhereWhoeverSetItMayNoLongerExecute() {
        var revision = work.set(HOURLY);
        Rows.change(
                "update membership set role = 'VIEWER' where user_id = ?1",
                work.actor().userId());

        work.advance(Duration.ofMinutes(30));
        work.fire(revision);
        Rows.change("delete from membership where user_id = ?1", work.actor().userId());
        work.advance(Duration.ofHours(1));
        work.fire(revision);
        Rows.change(
                "update app_user set enabled = false where id = ?1",
                work.actor().userId());
        work.advance(Duration.ofHours(1));
        work.fire(revision);

        assertThat(work.history()).hasSize(3).allSatisfy(start -> {
            assertThat(start.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(start.reason())
                    .isEqualTo("%s, who set the trigger policy, may not execute this release task any more."
                            .formatted(work.actor().displayName()));
        });
    }

    @Test
    void isSkippedWhereATaskToRunIsGone() {
        var revision = work.set(List.of(new Hook(HOURLY, 0)), Set.of("a", "b"));
        Rows.change("delete from step where name = 'a'");

        work.advance(Duration.ofMinutes(30));
        work.fire(revision);

        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.SKIPPED);
        assertThat(work.history().get(0).reason()).contains("do not belong to the release task any more: a.");
    }

    @Test
    void aStartThatMeetsAnActiveExecutionIsSkippedWithTheReason() {
        Releaser.execute(release);
        var revision = work.set(HOURLY);

        work.advance(Duration.ofMinutes(30));
        work.fire(revision);

        assertThat(work.history()).extracting(TriggerStart::outcome).containsExactly(Outcome.SKIPPED);
        assertThat(work.history().get(0).reason()).startsWith("Execution 1, started by somebody, was still active");
        assertThat(Rows.audited("trigger_start_skipped")).isOne();
        assertThat(Rows.number("select count(*) from execution")).isOne();
    }
}
