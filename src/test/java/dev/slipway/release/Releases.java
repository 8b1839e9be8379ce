package dev.slipway.release;

import dev.slipway.project.Role;
import dev.slipway.testing.OwnProject;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Release tasks in a project of a test's own. */
record Releases(OwnProject project) {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    /** A release task with two phases: a checkpoint that waits, then two groups. */
    UUID create(String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var home = new ReleaseTask.Home(project.id(), "local");
            var release = ReleaseTask.of(home, name, "About " + name, "a test", LONG_AGO);
            release.addPhase("ask", "Ask").addGroup().add("go", "Go?", "manual_trigger", Map.of());
            var work = release.addPhase("work", "Work");
            work.addGroup().add("one", "One", "scripted", Map.of("name", "one"));
            work.addGroup().add("two", "Two", "scripted", Map.of("name", "two"));
            release.persist();
            return release.id();
        });
    }

    /** Executes some tasks; with {@code go} the execution waits for a decision. */
    long execute(UUID release, String... tasks) {
        return Arc.container()
                .instance(Executing.class)
                .get()
                .execute(project.actor(Role.RELEASER), release, Set.of(tasks))
                .id();
    }
}
