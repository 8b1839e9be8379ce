package dev.slipway.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.record.Phase;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.record.Task;
import dev.slipway.cli.text.Screen;
import dev.slipway.cli.text.Width;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PictureProperties {

    private static final Subject SHOP = new Subject("release-shop", "slipway releases");
    private static final long NOW = 1_000_000;

    @Property(tries = 300)
    void thePictureFitsTheTerminal(
            @ForAll("executions") Execution execution,
            @ForAll @IntRange(min = 20, max = 150) int columns,
            @ForAll @IntRange(min = 8, max = 60) int rows) {
        var notices = Words.hints(execution, SHOP);

        var lines = Picture.of(execution, SHOP, notices, new Screen.Size(columns, rows), NOW);

        assertThat(lines).hasSizeLessThan(rows).allMatch(line -> Width.of(line.text()) <= columns);
        assertThat(lines.stream().map(line -> line.drawn(true).replaceAll("\u001b\\[[0-9;]*m", "")))
                .isEqualTo(lines.stream().map(Line::text).toList());
    }

    @Property(tries = 300)
    void everyTaskIsThereWithItsStatusWhereThereIsRoom(@ForAll("executions") Execution execution) {
        var lines = Picture.of(execution, SHOP, List.of(), new Screen.Size(200, 1000), NOW).stream()
                .map(Line::text)
                .toList();

        execution.tasks().forEach(task -> assertThat(lines)
                .anyMatch(line -> line.contains(task.title())
                        && line.contains(task.status().words())));
    }

    @Example
    void itLooksLikeThis() {
        var build = phase("Build", 4, task("Build storefront", "0", 2, ""), task("Build catalog", "1", 4, "compiling"));
        var live = phase("Go live", 5, task("Approve go-live", "0", 5, "Look first."), task("Deploy", "0", 1, ""));
        var execution = execution(5, List.of(build, live));

        var lines = Picture.of(execution, SHOP, Words.hints(execution, SHOP), new Screen.Size(60, 24), NOW);

        assertThat(Words.joined(
                        lines.stream().map(line -> line.text().stripTrailing()).toList()))
                .isEqualTo(
                        """
                        release-shop, execution 3: To be approved, 1m 05s
                        Phase 2 of 2. 1 of 4 tasks done. 1 runs. 1 waits for a
                          person.
                        Build                Running              5s
                          Group 1
                            Build storefront Successful           5s
                          Group 2
                            Build catalog    Running              5s
                              compiling
                        Go live              To be approved       5s
                          Approve go-live    To be approved       5s
                            Look first.
                          Deploy             Not executed
                        Approve go-live waits for a decision.
                          slipway releases approve release-shop "Approve go-live\""""
                                .replace("\"Approve go-live\"", "'Approve go-live'"));
    }

    private static Execution execution(int status, List<Phase> phases) {
        return new Execution(7, 3, status, "Ada", NOW - 65_000, null, null, null, null, phases);
    }

    private static Phase phase(String name, int status, Task... tasks) {
        return new Phase(name, name, status, NOW - 5000, null, List.of(tasks));
    }

    private static Task task(String name, String group, int status, String message) {
        var start = status == 1 ? null : NOW - 5000;
        return new Task(name, name, "wait", group, status, 1, start, null, message, null);
    }

    @Provide
    Arbitrary<Execution> executions() {
        var phases = Combinators.combine(texts(), statuses(), tasks().list().ofMaxSize(6))
                .as((name, status, tasks) -> phase(name, status, tasks.toArray(Task[]::new)));
        return Combinators.combine(statuses(), phases.list().ofMaxSize(5)).as(PictureProperties::execution);
    }

    private static Arbitrary<Task> tasks() {
        return Combinators.combine(texts(), Arbitraries.of("0", "1"), statuses(), texts())
                .as(PictureProperties::task);
    }

    private static Arbitrary<Integer> statuses() {
        return Arbitraries.of(Status.values()).map(Status::code);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab 发布\u001b\u009b\n\u202e")
                .ofMinLength(1)
                .ofMaxLength(70);
    }
}
