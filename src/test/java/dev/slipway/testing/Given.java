package dev.slipway.testing;

import dev.slipway.catalog.Application;
import dev.slipway.catalog.Environment;
import dev.slipway.execution.FailMode;
import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.release.ReleaseTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a test starts from. Everything is committed, because the engine and HTTP have transactions of their own. */
public final class Given {

    /** The region of all that is given. */
    public static final String REGION = "local";

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Given() {}

    /** Somebody with these roles in the default project; no such user need exist. */
    public static Actor actor(String name, Role... roles) {
        return new Actor(1, name, name, Map.of(Project.DEFAULT_ID, Set.of(roles)));
    }

    /** An environment of the default project. */
    public static UUID environment(String name, String kind) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var environment = Environment.of(Project.DEFAULT_ID, REGION, name, kind, LONG_AGO);
            environment.persist();
            return environment.id();
        });
    }

    /** An application of the default project. */
    public static void application(String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> Application.of(Project.DEFAULT_ID, new Details(name, ""), "a test", LONG_AGO)
                        .persist());
    }

    /** A release task of the default project, to be given its phases. */
    public static Release release(String name) {
        return new Release(name);
    }

    /** Tasks one after another. */
    public static Group group(Task... tasks) {
        return new Group(List.of(tasks));
    }

    /** A task that does what {@link Scripted} is told about it. */
    public static Task scripted(String name) {
        return task(name, "scripted", Map.of("name", name));
    }

    /** A manual approval. */
    public static Task approval(String name) {
        return task(name, "manual_approval", Map.of());
    }

    /** A manual trigger. */
    public static Task trigger(String name) {
        return task(name, "manual_trigger", Map.of());
    }

    /** A task of any type. */
    public static Task task(String name, String type, Map<String, Object> input) {
        return new Task(name, type, input, null);
    }

    /** A task of a release task that is about to be created. */
    public record Task(String name, String type, Map<String, Object> input, @Nullable Duration timeLimit) {

        /** The same task with a time limit for each of its attempts. */
        public Task within(Duration limit) {
            return new Task(name, type, input, limit);
        }
    }

    /** A group of a release task that is about to be created. */
    public record Group(List<Task> tasks) {}

    private record Phase(String name, List<Group> groups) {}

    /** A release task that is about to be created. */
    public static final class Release {

        private final String name;
        private final List<Phase> phases = new ArrayList<>();
        private boolean bestEffort;

        private Release(String name) {
            this.name = name;
        }

        /** Adds a phase of groups side by side. */
        public Release phase(Group... groups) {
            return phase("Phase " + (phases.size() + 1), groups);
        }

        /** Adds a phase that has a name. */
        public Release phase(String name, Group... groups) {
            phases.add(new Phase(name, List.of(groups)));
            return this;
        }

        /** Lets everything else go on when a task fails. */
        public Release bestEffort() {
            bestEffort = true;
            return this;
        }

        /** Stores it. */
        public UUID create() {
            return QuarkusTransaction.requiringNew().call(() -> {
                var home = new ReleaseTask.Home(Project.DEFAULT_ID, REGION);
                var release = ReleaseTask.of(home, name, "", "a test", LONG_AGO);
                phases.forEach(phase -> addPhase(release, phase));
                release.persistAndFlush();
                limit(release.id());
                if (bestEffort) {
                    ReleaseTask.update("failMode = ?1 where id = ?2", FailMode.CONTINUE, release.id());
                }
                return release.id();
            });
        }

        private static void addPhase(ReleaseTask release, Phase wanted) {
            var phase = release.addPhase("phase-" + (release.phases().size() + 1), wanted.name());
            for (var given : wanted.groups()) {
                var group = phase.addGroup();
                given.tasks().forEach(task -> group.add(task.name(), task.name(), task.type(), task.input()));
            }
        }

        private void limit(UUID release) {
            phases.stream()
                    .flatMap(phase -> phase.groups().stream())
                    .flatMap(group -> group.tasks().stream())
                    .filter(task -> task.timeLimit() != null)
                    .forEach(task -> ReleaseTask.getEntityManager()
                            .createNativeQuery(
                                    "update step set time_limit_seconds = ?1 where release_task_id = ?2 and name = ?3")
                            .setParameter(1, task.timeLimit().toSeconds())
                            .setParameter(2, release)
                            .setParameter(3, task.name())
                            .executeUpdate());
        }
    }
}
