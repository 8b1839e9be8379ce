package dev.slipway.release;

import dev.slipway.execution.Operations;
import dev.slipway.execution.ProcessView;
import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The detail page of a release task, with its latest execution or, before the first, what it would do.
 *
 * @param execution null before the first execution
 * @param remark what is to be said beside its status
 * @param operations what the person can do with it now
 */
public record ReleasePage(
        UUID id,
        String name,
        String description,
        Status status,
        @Nullable Latest execution,
        @Nullable String remark,
        Operations operations,
        ProcessView process) {

    /** The latest execution. */
    public record Latest(int no, String startedBy, boolean bySchedule, Instant startedAt) {}
}
