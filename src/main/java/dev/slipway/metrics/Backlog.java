package dev.slipway.metrics;

import dev.slipway.execution.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What waits at one moment, in the whole of Slipway and not only on this node.
 *
 * @param due tasks that could be worked on, and nobody does
 * @param oldestSeconds for how long the one that waits longest could have been
 * @param taken tasks that nodes are working on
 * @param executions how many executions are in each active status
 * @param decisions how many decisions have been waited for, as many numbers as there are ages
 * @param outbox deliveries of webhooks that are still to be sent
 */
record Backlog(
        double due,
        double oldestSeconds,
        double taken,
        Map<Status, Double> executions,
        List<Double> decisions,
        double outbox) {

    /** The statuses an execution can be in while it is active. */
    static final List<Status> ACTIVE =
            Arrays.stream(Status.values()).filter(Status::isActive).toList();

    /** Where the database can't be asked: nobody knows, which is not zero. */
    static final Backlog UNKNOWN = new Backlog(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            ACTIVE.stream().collect(Collectors.toMap(status -> status, status -> Double.NaN)),
            List.of(Double.NaN, Double.NaN, Double.NaN),
            Double.NaN);

    /** For how long decisions have been waited for, as labels. */
    static final List<String> AGES = List.of("under_1h", "1h_to_24h", "over_24h");

    double executions(Status status) {
        return executions.getOrDefault(status, 0.0);
    }
}
