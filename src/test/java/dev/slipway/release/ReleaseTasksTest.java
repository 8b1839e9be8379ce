package dev.slipway.release;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.execution.AlreadyActive;
import dev.slipway.execution.FailMode;
import dev.slipway.project.Actor;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.project.UnknownRecord;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleaseTasksTest {

    private static final ReleaseTask.Home HOME = new ReleaseTask.Home(Project.DEFAULT_ID, Given.REGION);
    private static final Actor DEVELOPER = Given.actor("developer", Role.DEVELOPER);

    @Inject
    ReleaseTasks releases;

    @Test
    void createsWhatIsDescribed() {
        var definition = definition("release-a", phase("Build", aWait("one"), aWait("")));

        var id = releases.create(DEVELOPER, HOME, definition).id();

        var stored = read(id);
        assertThat(stored.name()).isEqualTo("release-a");
        assertThat(stored.failMode()).isEqualTo(FailMode.CONTINUE);
        assertThat(stored.phases().get(0).name()).matches("[a-z0-9]{6}");
        assertThat(stored.tasks()).extracting(Definition.Task::name).first().isEqualTo("one");
        assertThat(stored.tasks()).allSatisfy(task -> assertThat(task.input()).isEqualTo(Map.of("seconds", 1)));
        assertThat(Rows.audited("release_task_created")).isEqualTo(1);
    }

    @Test
    void namesEverythingThatIsWrong() {
        var wrong = new Definition(
                "1",
                "x".repeat(129),
                FailMode.STOP,
                List.of(
                        new Definition.Phase("same", " ", List.of()),
                        phase(
                                "Ok",
                                task("same", "wait", Map.of("seconds", "soon", "what", 1)),
                                task("k!", "teleport", Map.of())),
                        new Definition.Phase("", "Empty group", List.of(new Definition.Group(List.of())))));

        var refused = catchThrowableOfType(InvalidDefinition.class, () -> releases.create(DEVELOPER, HOME, wrong));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "name",
                        "description",
                        "phases[0].displayName",
                        "phases[0].groups",
                        "phases[1].groups[0].tasks[0].name",
                        "phases[1].groups[0].tasks[0].input.eitherDelayOrTime",
                        "phases[1].groups[0].tasks[0].input.seconds",
                        "phases[1].groups[0].tasks[0].input.what",
                        "phases[1].groups[0].tasks[1].name",
                        "phases[1].groups[0].tasks[1].type",
                        "phases[2].groups[0].tasks");
        assertThat(refused.problems()).extracting(Problem::message).contains("Enter a whole number.");
    }

    @Test
    void keepsTheLimits() {
        var tooManyTasks =
                phase("Tasks", IntStream.range(0, 51).mapToObj(no -> aWait("")).toArray(Definition.Task[]::new));
        var tooManyGroups = new Definition.Phase(
                "",
                "Groups",
                IntStream.range(0, 21)
                        .mapToObj(no -> new Definition.Group(List.of(aWait(""))))
                        .toList());
        var tooManyPhases =
                IntStream.range(0, 21).mapToObj(no -> phase("Phase", aWait(""))).toList();

        assertThat(problems(definition("release-a", tooManyTasks)))
                .containsExactly("phases[0].groups[0].tasks: 51 tasks are too many: at most 50.");
        assertThat(problems(definition("release-a", tooManyGroups)))
                .containsExactly("phases[0].groups: 21 groups are too many: at most 20.");
        assertThat(problems(definition("release-a", tooManyPhases.toArray(Definition.Phase[]::new))))
                .containsExactly("phases: 21 phases are too many: at most 20.");
    }

    @Test
    void keepsNamesUniqueInAPlace() {
        releases.create(DEVELOPER, HOME, definition("release-a", phase("P", aWait(""))));
        var other = releases.create(DEVELOPER, HOME, definition("release-b", phase("P", aWait(""))));

        assertThat(problems(definition("release-a", phase("P", aWait("")))))
                .containsExactly("name: There is a release task release-a already. Choose another name.");
        assertThatThrownBy(() -> releases.edit(
                        DEVELOPER,
                        new ReleaseTasks.Base(other.id(), 1),
                        definition("release-a", phase("P", aWait("")))))
                .isInstanceOf(InvalidDefinition.class);
        assertThat(releases.problemsOfName(HOME, "release-b", other.id())).isEmpty();
        assertThat(releases.problemsOfName(HOME, "release-b", null)).hasSize(1);
    }

    @Test
    void editsWithWhatChangedInTheAuditTrail() {
        var id = releases.create(DEVELOPER, HOME, definition("release-a", phase("Build", aWait("one"))))
                .id();
        var before = read(id);
        var after = new Definition("release-b", "New", FailMode.STOP, before.phases());

        releases.edit(DEVELOPER, new ReleaseTasks.Base(id, 1), after);

        assertThat(read(id)).isEqualTo(after);
        assertThat(revision(id)).isEqualTo(2);
        assertThat(Rows.values("select detail::text from audit_event where kind = 'release_task_edited'"))
                .singleElement()
                .asString()
                .contains("\"name\": {\"new\": \"release-b\", \"old\": \"release-a\"}");
    }

    @Test
    void refusesAnEditThatBeganBeforeAnotherOne() {
        var id = releases.create(DEVELOPER, HOME, definition("release-a", phase("Build", aWait("one"))))
                .id();
        var mine = new Definition("release-mine", "", FailMode.STOP, read(id).phases());
        var theirs = new Definition("release-theirs", "", FailMode.STOP, read(id).phases());
        releases.edit(Given.actor("somebody", Role.ADMIN), new ReleaseTasks.Base(id, 1), theirs);

        var refused = catchThrowableOfType(
                EditedMeanwhile.class, () -> releases.edit(DEVELOPER, new ReleaseTasks.Base(id, 1), mine));

        assertThat(refused.by()).isEqualTo("somebody");
        assertThat(refused.now()).isEqualTo(theirs);
        assertThat(refused.revision()).isEqualTo(2);
        assertThat(read(id)).isEqualTo(theirs);
    }

    @Test
    void anEditThatChangesNothingIsNoNewRevision() {
        var id = releases.create(DEVELOPER, HOME, definition("release-a", phase("Build", aWait("one"))))
                .id();

        releases.edit(DEVELOPER, new ReleaseTasks.Base(id, 1), read(id));

        assertThat(revision(id)).isEqualTo(1);
        assertThat(Rows.audited("release_task_edited")).isZero();
    }

    @Test
    void neitherEditsNorDeletesWhatIsActive() {
        var id = Given.release("release-a").phase(group(trigger("go"))).create();
        Releaser.execute(id);

        assertThatThrownBy(() -> releases.edit(DEVELOPER, new ReleaseTasks.Base(id, 1), read(id)))
                .isInstanceOf(AlreadyActive.class);
        assertThatThrownBy(() -> releases.delete(DEVELOPER, id)).isInstanceOf(AlreadyActive.class);
    }

    @Test
    void deletesAndKeepsTheHistory() {
        var id = releases.create(DEVELOPER, HOME, definition("release-a", phase("Build", aWait("one"))))
                .id();

        releases.delete(DEVELOPER, id);

        assertThat(Rows.number("select count(*) from release_task")).isZero();
        assertThat(Rows.audited("release_task_created")).isEqualTo(1);
        assertThat(Rows.audited("release_task_deleted")).isEqualTo(1);
    }

    @Test
    void asksForTheRightToEdit() {
        var id = releases.create(DEVELOPER, HOME, definition("release-a", phase("Build", aWait("one"))))
                .id();
        var base = new ReleaseTasks.Base(id, 1);
        var releaser = Given.actor("releaser", Role.RELEASER);
        var stranger = new Actor(2, "stranger", "Stranger", Map.of());

        assertThatThrownBy(() -> releases.create(releaser, HOME, read(id))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> releases.edit(releaser, base, read(id))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> releases.delete(releaser, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> releases.edit(stranger, base, read(id))).isInstanceOf(UnknownRecord.class);
        assertThatThrownBy(() -> releases.delete(stranger, id)).isInstanceOf(UnknownRecord.class);
    }

    private List<String> problems(Definition definition) {
        var refused = catchThrowableOfType(InvalidDefinition.class, () -> releases.create(DEVELOPER, HOME, definition));
        return refused.problems().stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    private static Definition read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ReleaseTask.byId(id).definition());
    }

    private static int revision(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ReleaseTask.byId(id).revision());
    }

    private static Definition definition(String name, Definition.Phase... phases) {
        return new Definition(name, "About it", FailMode.CONTINUE, List.of(phases));
    }

    private static Definition.Phase phase(String name, Definition.Task... tasks) {
        return new Definition.Phase("", name, List.of(new Definition.Group(List.of(tasks))));
    }

    private static Definition.Task aWait(String key) {
        return task(key, "wait", Map.of("seconds", 1));
    }

    private static Definition.Task task(String key, String type, Map<String, Object> input) {
        return new Definition.Task(key, "A task", type, input, null);
    }
}
