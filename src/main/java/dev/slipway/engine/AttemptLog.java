package dev.slipway.engine;

import dev.slipway.execution.StepLog;
import dev.slipway.tasktype.Ticket;
import java.util.List;

/** The log of one attempt, as its task type sees it. */
record AttemptLog(StepLog log, long stepRun, int attempt) implements Ticket.Log {

    @Override
    public long lines() {
        return log.lines(stepRun, attempt);
    }

    @Override
    public void add(List<String> lines) {
        log.append(stepRun, attempt, lines);
    }
}
