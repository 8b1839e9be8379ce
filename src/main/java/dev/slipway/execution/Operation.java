package dev.slipway.execution;

import dev.slipway.project.Conflict;
import dev.slipway.project.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people can do with a release task and its executions, and when: the rule behind every button and every verb. */
public enum Operation {
    EXECUTE(Permission.EXECUTE),
    STOP(Permission.EXECUTE),
    CONTINUE(Permission.EXECUTE),
    TERMINATE(Permission.EXECUTE),
    RETRY(Permission.EXECUTE),
    ROLL_BACK(Permission.EXECUTE),
    /** Goes on past one failed task; offered at the task. */
    SKIP(Permission.EXECUTE),
    EDIT(Permission.EDIT),
    SET_BASIC_INFO(Permission.EDIT),
    CLONE(Permission.EDIT),
    SET_TRIGGER_POLICY(Permission.EXECUTE),
    EXPORT(Permission.VIEW),
    DELETE(Permission.EDIT);

    private static final List<Operation> OFFERED_AT_ONCE =
            List.of(EXECUTE, STOP, CONTINUE, RETRY, TERMINATE, ROLL_BACK, EDIT);

    private final Permission permission;

    Operation(Permission permission) {
        this.permission = permission;
    }

    /** Which of them make sense where the latest execution stands like this, for whoever has these permissions. */
    public static List<Operation> offered(Status status, Set<Permission> permissions) {
        return Arrays.stream(values())
                .filter(operation ->
                        operation != SKIP && permissions.contains(operation.permission) && operation.isPossible(status))
                .toList();
    }

    /** Whether it is shown beside the others, rather than under More; the most important ones come first. */
    public boolean isFrequent() {
        return OFFERED_AT_ONCE.contains(this);
    }

    /** Whether it acts on an execution, not on the release task. */
    public boolean actsOnExecution() {
        return switch (this) {
            case STOP, CONTINUE, TERMINATE, RETRY, ROLL_BACK, SKIP -> true;
            default -> false;
        };
    }

    /** @throws Conflict with a sentence if it isn't possible where an execution stands */
    public void requirePossible(Execution execution) {
        if (!isPossible(execution.status())) {
            throw new Conflict("Execution %d of %s is %s, so it can't be %s."
                    .formatted(
                            execution.no(),
                            execution.releaseName(),
                            execution.status().english().toLowerCase(Locale.ROOT),
                            done()));
        }
    }

    private boolean isPossible(Status status) {
        return switch (this) {
            case EXECUTE, EDIT, SET_BASIC_INFO, DELETE -> !status.isActive();
            case STOP -> status.isActive() && status != Status.STOPPING && status != Status.RESTARTING;
            case CONTINUE -> status == Status.PAUSED || status == Status.STOPPING;
            case TERMINATE -> status.isActive() && status != Status.RESTARTING;
            case RETRY -> status == Status.RELEASE_FAILED || status == Status.ROLLBACK_FAILED;
            case ROLL_BACK -> status == Status.SUCCESSFUL || status == Status.RELEASE_FAILED;
            case SKIP -> status.isActive() || status == Status.RELEASE_FAILED || status == Status.ROLLBACK_FAILED;
            case CLONE, SET_TRIGGER_POLICY, EXPORT -> true;
        };
    }

    /** What was done: {@code stopped}. */
    private String done() {
        return switch (this) {
            case EXECUTE -> "executed";
            case STOP -> "stopped";
            case CONTINUE -> "continued";
            case TERMINATE -> "terminated";
            case RETRY -> "retried";
            case ROLL_BACK -> "rolled back";
            case SKIP -> "gone on with";
            case EDIT, SET_BASIC_INFO -> "edited";
            case CLONE -> "cloned";
            case SET_TRIGGER_POLICY -> "triggered";
            case EXPORT -> "exported";
            case DELETE -> "deleted";
        };
    }

    /** Its word in addresses, texts and icons: {@code roll-back}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
