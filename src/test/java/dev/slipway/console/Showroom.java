package dev.slipway.console;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.release;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.testing.Given.trigger;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Applications;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.execution.Status;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import dev.slipway.trigger.Hook;
import dev.slipway.trigger.Setting;
import dev.slipway.trigger.Triggers;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Release tasks in all the states that pages show, made without a click. */
record Showroom(UUID untouched, UUID running, UUID waiting, UUID decided, UUID failed, UUID successful) {

    /** Fills the default project; one task of {@code running} keeps running until its script is let go on. */
    static Showroom open(Scripted scripts) {
        scripts.on("logs", ticket -> {
            ticket.log()
                    .add(IntStream.rangeClosed(1, 60)
                            .mapToObj("line %d of the log"::formatted)
                            .toList());
            return Scripted.succeeded();
        });
        scripts.fail("fails", "The version never became healthy. The version before was put back and is healthy.");
        scripts.block("runs");
        stock();
        var room = new Showroom(
                any("not-executed-yet"),
                any("running-now"),
                any("waiting-for-somebody"),
                any("decided-already"),
                any("failed-at-last"),
                any("successful-at-last"));
        room.play();
        room.schedule();
        return room;
    }

    private static UUID any(String name) {
        return release(name)
                .phase(group(scripted("logs"), scripted("other")), group(scripted("skipped")))
                .phase(group(approval("go-live")), group(trigger("start"), scripted("after-start")))
                .phase(group(scripted("runs")), group(scripted("fails")))
                .create();
    }

    private void play() {
        Releaser.execute(running, "logs", "runs");
        Releaser.execute(waiting, "logs", "other", "go-live", "start", "after-start");
        var agreed = Releaser.execute(decided, "logs", "go-live", "start");
        var bad = Releaser.execute(failed, "logs", "fails", "other");
        var good = Releaser.execute(successful, "logs", "go-live");
        for (var execution : List.of(agreed, good)) {
            Releaser.awaitStep(execution, "go-live", Status.TO_BE_APPROVED);
            Releaser.agree(execution, "go-live");
        }
        Releaser.end(good);
        Releaser.end(bad);
        await().until(() -> Rows.number("select count(*) from step_run where status = 5") == 3);
        await().until(() -> Rows.number("select count(*) from step_run where status = 4") == 1);
    }

    /** A schedule that starts something in each January, and what came of it so far. */
    private void schedule() {
        var everyJanuary = List.of(new Hook("0 0 9 1-7 1 ? *", 8));
        bean(Triggers.class)
                .set(
                        Given.actor("somebody", Role.RELEASER),
                        successful,
                        new Setting(everyJanuary, Set.of("logs", "go-live"), null, null));
        Rows.change(
                """
                insert into trigger_start (id, release_task_id, due_at, outcome, execution_no, reason, recorded_at)
                select n, ?1, timestamptz '2026-01-01 01:00Z' + n * interval '1 day',
                  (array['STARTED', 'SKIPPED', 'MISSED', 'FAILED'])[1 + n % 4], case n % 4 when 0 then 1 end,
                  case n % 4 when 0 then '' else 'Execution 1, started by somebody, was still active (To be approved).' end, now()
                from generate_series(0, 24) n
                """,
                successful);
    }

    private static void stock() {
        Given.environment("local", "process");
        bean(Applications.class)
                .create(new Applications.Creating(Project.DEFAULT_ID, "shop", "The demo's web shop", "somebody"));
        bean(Applications.class)
                .create(new Applications.Creating(Project.DEFAULT_ID, "payments", "The payments", "somebody"));
        component("storefront");
        var catalog = component("catalog");
        var components = bean(Components.class);
        var by = new Component.Provenance(UUID.randomUUID(), "release-shop", 3);
        var version = components
                .version(catalog, "1.2.3", new ComponentVersion.Content("artifact/1", Map.of()), by)
                .orElseThrow();
        components.runs(catalog, version.id(), new Component.Writer(1, 1, "release-shop, execution 3"), by);
    }

    private static UUID component(String name) {
        var address = new Components.Address(Project.DEFAULT_ID, Given.REGION, "shop", "local", name);
        return bean(Components.class).create(address, "somebody").component().id();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
