package dev.slipway.webhook;

import dev.slipway.execution.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a webhook can tell. */
public enum EventType {
    /** An execution has started. */
    STARTED("execution.started"),
    /** A checkpoint waits for a decision, whatever else runs. */
    CHECKPOINT("checkpoint.waiting"),
    /** Nothing runs any more, and the execution waits for a decision. */
    WAITING("execution.waiting"),
    /** Somebody has stopped the execution, and tasks still run. */
    STOPPING("execution.stopping"),
    /** The execution is stopped. */
    PAUSED("execution.paused"),
    /** The execution goes on: after a decision, Continue, Retry or Skip. */
    RESUMED("execution.resumed"),
    /** The execution has ended; its status says how. */
    ENDED("execution.ended"),
    /** Somebody tries the webhook out. */
    TEST("webhook.test");

    /** What all types begin with. */
    static final String PREFIX = "dev.slipway.";

    private final String name;

    EventType(String name) {
        this.name = name;
    }

    /** As CloudEvents call it: {@code dev.slipway.execution.ended}. */
    public String type() {
        return PREFIX + name;
    }

    /** The same without what all types begin with: {@code execution.ended}. */
    public String shortType() {
        return name;
    }

    /** Those that a webhook may be told about, or not. */
    public static List<EventType> offered() {
        return Stream.of(values()).filter(type -> type != TEST).toList();
    }

    /** The one that has a name of the code: {@code ENDED}. */
    static Optional<EventType> named(String name) {
        return offered().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * What a change of state is to be told as, in this order.
     *
     * @param before null: the execution has just started
     * @param asking how many checkpoints wait from now on
     */
    static List<EventType> of(@Nullable Status before, Status after, int asking) {
        var started = before == null ? Stream.of(STARTED) : Stream.<EventType>empty();
        var checkpoints = asking == 0 ? Stream.<EventType>empty() : Stream.of(CHECKPOINT);
        var now = before == after ? Stream.<EventType>empty() : Stream.of(of(after));
        return Stream.of(started, checkpoints, now)
                .flatMap(types -> types)
                // What starts does not go on.
                .filter(type -> before != null || type != RESUMED)
                .toList();
    }

    private static EventType of(Status now) {
        return switch (now) {
            case TO_BE_APPROVED -> WAITING;
            case STOPPING -> STOPPING;
            case PAUSED -> PAUSED;
            case RUNNING, ROLLING_BACK, RESTARTING -> RESUMED;
            case SUCCESSFUL, RELEASE_FAILED, ROLLED_BACK, ROLLBACK_FAILED, NOT_EXECUTED, SKIPPED -> ENDED;
        };
    }
}
