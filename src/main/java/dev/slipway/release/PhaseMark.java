package dev.slipway.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.slipway.execution.PhaseRun;
import dev.slipway.execution.Status;
import java.util.List;
import java.util.Map;

/** One phase on the progress strip of an execution. */
public record PhaseMark(String name, Status status) {

    /** The strip of one execution. */
    static List<PhaseMark> strip(List<PhaseRun> phases) {
        return phases.stream()
                .map(phase -> new PhaseMark(phase.displayName(), phase.status()))
                .toList();
    }

    /** The strips of executions, by their ids. */
    static Map<Long, List<PhaseMark>> strips(List<PhaseRun> phases) {
        return phases.stream()
                .collect(groupingBy(
                        PhaseRun::executionId,
                        mapping(phase -> new PhaseMark(phase.displayName(), phase.status()), toList())));
    }
}
