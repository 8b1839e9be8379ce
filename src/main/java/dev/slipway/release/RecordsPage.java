package dev.slipway.release;

import dev.slipway.execution.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The execution records of a release task, newest first.
 *
 * @param status where its latest execution stands
 */
public record RecordsPage(UUID releaseId, String releaseName, Status status, List<Row> rows, Paging paging) {

    /**
     * One execution.
     *
     * @param succeeded how many of its selected tasks were successful
     * @param took how long it took; null while it is active
     */
    public record Row(
            int no,
            Status status,
            List<PhaseMark> strip,
            int succeeded,
            int selected,
            Instant startedAt,
            @Nullable Duration took,
            String startedBy,
            boolean bySchedule) {}
}
