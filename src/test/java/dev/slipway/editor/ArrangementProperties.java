package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import dev.slipway.release.DefinitionRules;
import dev.slipway.release.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every change of the orchestration, in whichever order they come. */
class ArrangementProperties {

    private static final List<String> MOVES = List.of("earlier", "later", "move");

    @Property(tries = 300)
    void noTaskIsLostOrChangedByMoving(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var player = new Player(definition, new Random(luck), MOVES);

        player.play(20);

        assertThat(player.now.tasks())
                .containsExactlyInAnyOrderElementsOf(definition.tasks().toList());
        assertThat(player.now.phases())
                .extracting(Definition.Phase::name)
                .containsExactlyInAnyOrderElementsOf(
                        definition.phases().stream().map(Definition.Phase::name).toList());
    }

    @Property(tries = 300)
    void keysStayUnique(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var player =
                new Player(definition, new Random(luck), List.of("earlier", "later", "move", "duplicate", "delete"));

        player.play(20);

        assertThat(Stream.concat(
                        player.now.tasks().map(Definition.Task::name),
                        player.now.phases().stream().map(Definition.Phase::name)))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Property(tries = 10)
    void limitsHold(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var player = new Player(definition, new Random(luck), List.of("duplicate", "move"));

        player.play(300);

        assertThat(player.now.phases()).hasSizeLessThanOrEqualTo(DefinitionRules.MOST_PHASES);
        assertThat(player.now.phases()).allSatisfy(phase -> {
            assertThat(phase.groups()).hasSizeLessThanOrEqualTo(DefinitionRules.MOST_GROUPS);
            assertThat(phase.groups()).allSatisfy(group -> assertThat(group.tasks())
                    .hasSizeLessThanOrEqualTo(DefinitionRules.MOST_TASKS_IN_GROUP));
        });
        assertThat(player.now.tasks().count()).isLessThanOrEqualTo(DefinitionRules.MOST_TASKS);
    }

    @Property(tries = 300)
    void goingBackUndoesGoing(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var random = new Random(luck);
        var task = new Part.OfTasks(definition
                .tasks()
                .skip(random.nextInt((int) definition.tasks().count()))
                .findFirst()
                .orElseThrow()
                .name());
        var spot = task.in(definition);
        var last = spot.groupOf(definition).tasks().size() - 1;

        var there = new Arrangement(definition, Keys::random).shift(task, 1);
        var back = new Arrangement(there, Keys::random).shift(task, -1);

        assertThat(back)
                .isEqualTo(
                        spot.task() == last ? new Arrangement(definition, Keys::random).shift(task, -1) : definition);
        assertThat(task.in(there).task()).isEqualTo(Math.min(last, spot.task() + 1));
    }

    @Property(tries = 300)
    void aMovedTaskIsWhereItWasSent(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var random = new Random(luck);
        var player = new Player(definition, random, MOVES);
        var task = player.anyTask();
        var group = player.anyGroup();
        var index = random.nextInt(4);

        var after = new Arrangement(definition, Keys::random).moveTask(task, group, index);

        var spot = task.in(after);
        assertThat(spot.phaseOf(after).name()).isEqualTo(group.phase());
        assertThat(spot.group()).isEqualTo(group.index());
        assertThat(spot.task())
                .isEqualTo(Math.min(index, spot.groupOf(after).tasks().size() - 1));
    }

    @Property(tries = 200)
    void aDuplicateSaysTheSameUnderKeysOfItsOwn(@ForAll("definitions") Definition definition, @ForAll long luck) {
        var part = new Player(definition, new Random(luck), MOVES).anyPhase();

        var after = new Arrangement(definition, Keys::random).duplicate(part);

        var index = part.in(definition).phase();
        assertThat(says(after.phases().get(index + 1)))
                .isEqualTo(says(definition.phases().get(index)));
        assertThat(new Arrangement(after, Keys::random)
                        .delete(new Part.OfPhases(after.phases().get(index + 1).name())))
                .isEqualTo(definition);
    }

    private static List<List<String>> says(Definition.Phase phase) {
        return phase.groups().stream()
                .map(group -> group.tasks().stream()
                        .map(task -> task.displayName() + task.input())
                        .toList())
                .toList();
    }

    /** Definitions of up to four phases with at least one task. */
    @Provide
    Arbitrary<Definition> definitions() {
        return Arbitraries.integers()
                .between(1, 4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(groups -> Arbitraries.integers()
                        .between(0, 3)
                        .list()
                        .ofSize(groups.stream().mapToInt(Integer::intValue).sum())
                        .map(tasks -> definition(groups, tasks)));
    }

    private static Definition definition(List<Integer> groups, List<Integer> tasks) {
        var left = new ArrayList<>(tasks);
        left.set(0, Math.max(1, left.get(0)));
        var phases = new ArrayList<Definition.Phase>();
        for (var count : groups) {
            var made = new ArrayList<Definition.Group>();
            for (int no = 0; no < count; no++) {
                made.add(new Definition.Group(tasks(left.remove(0))));
            }
            phases.add(new Definition.Phase("", "Phase", made));
        }
        return new Definition("release-a", "", FailMode.STOP, phases).withKeys(Keys::random);
    }

    private static List<Definition.Task> tasks(int count) {
        var tasks = new ArrayList<Definition.Task>();
        for (int no = 0; no < count; no++) {
            tasks.add(new Definition.Task("", "Task " + no, "wait", Map.of("seconds", no + 1), null));
        }
        return tasks;
    }

    /** Presses any button of the orchestration, many times. */
    private static final class Player {

        private final Random random;
        private final List<String> verbs;
        private Definition now;

        Player(Definition definition, Random random, List<String> verbs) {
            this.now = definition;
            this.random = random;
            this.verbs = verbs;
        }

        void play(int times) {
            for (int time = 0; time < times && now.tasks().findAny().isPresent(); time++) {
                try {
                    now = press(verbs.get(random.nextInt(verbs.size())));
                } catch (Refused limit) {
                    assertThat(limit).hasMessageContaining("up to");
                }
            }
        }

        private Definition press(String verb) {
            var arrangement = new Arrangement(now, Keys::random);
            return switch (verb) {
                case "earlier" -> arrangement.shift(anyPart(), -1);
                case "later" -> arrangement.shift(anyPart(), 1);
                case "duplicate" -> arrangement.duplicate(anyPart());
                case "delete" -> arrangement.delete(anyPart());
                default -> move(arrangement);
            };
        }

        private Definition move(Arrangement arrangement) {
            return switch (random.nextInt(3)) {
                case 0 -> arrangement.movePhase(anyPhase(), random.nextInt(5));
                case 1 -> arrangement.moveGroup(anyGroup(), anyPhase(), random.nextInt(5));
                default -> arrangement.moveTask(anyTask(), anyGroup(), random.nextInt(5));
            };
        }

        private Part anyPart() {
            return switch (random.nextInt(3)) {
                case 0 -> anyPhase();
                case 1 -> anyGroup();
                default -> anyTask();
            };
        }

        Part.OfPhases anyPhase() {
            return new Part.OfPhases(
                    now.phases().get(random.nextInt(now.phases().size())).name());
        }

        Part.OfGroups anyGroup() {
            var withGroups = now.phases().stream()
                    .filter(phase -> !phase.groups().isEmpty())
                    .toList();
            var phase = withGroups.get(random.nextInt(withGroups.size()));
            return new Part.OfGroups(phase.name(), random.nextInt(phase.groups().size()));
        }

        Part.OfTasks anyTask() {
            return new Part.OfTasks(now.tasks()
                    .skip(random.nextInt((int) now.tasks().count()))
                    .findFirst()
                    .orElseThrow()
                    .name());
        }
    }
}
