package dev.slipway.release;

import dev.slipway.execution.ProcessView;
import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The detail page of a release task, with its latest execution or, before the first, what it would do.
 *
 * @param execution null before the first execution
 * @param mayExecute whether the person may execute it; it is offered while nothing is active
 */
public record ReleasePage(
        UUID id,
        String name,
        String description,
        Status status,
        @Nullable Latest execution,
        boolean mayExecute,
        ProcessView process) {

    /** The latest execution. */
    public record Latest(int no, String startedBy, Instant startedAt) {}
}
