package dev.slipway.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks once before something is done to an execution, and says what will happen.
 *
 * @param problem what is wrong with what was sent; null if nothing is
 */
public record InterventionPage(Subject subject, Operation operation, Effects effects, @Nullable String problem) {

    /**
     * What it is about.
     *
     * @param version the change of the execution that was read
     */
    public record Subject(UUID releaseId, String releaseName, int no, long executionId, long version, Status status) {

        /** The address of the execution. */
        public String execution() {
            return Card.execution(releaseId, no);
        }
    }

    /** What will happen to which tasks. */
    public record Effects(List<Task> running, List<Task> waiting, List<Task> failed, List<Task> left) {

        /** The failed ones by the group that they are in, in the order of the process. */
        public List<Group> groups() {
            return failed.stream()
                    .collect(Collectors.groupingBy(
                            task -> List.of(task.phase(), task.group()), LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(tasks -> new Group(tasks.get(0).phase(), tasks.get(0).group(), tasks))
                    .toList();
        }
    }

    /** Failed tasks of one group; {@code phase} and {@code no} from 1. */
    public record Group(int phase, int no, List<Task> tasks) {}

    /**
     * A task.
     *
     * @param phase where it is, from 1, like {@code group}
     * @param chosen it is to be run again
     */
    public record Task(
            String name, String title, String type, int phase, int group, boolean checkpoint, boolean chosen) {

        static Task of(StepRun step, boolean chosen) {
            return new Task(
                    step.name(),
                    step.displayName(),
                    step.taskType(),
                    step.phaseIndex() + 1,
                    step.groupIndex() + 1,
                    step.checkpoint(),
                    chosen);
        }
    }

    public String key() {
        return operation.key();
    }

    /** Where the answer goes. */
    public String action() {
        return "%s/%s".formatted(subject.execution(), operation.key());
    }

    /** The address of the release task, where the answer leads. */
    public String release() {
        return "/releases/" + subject.releaseId();
    }
}
