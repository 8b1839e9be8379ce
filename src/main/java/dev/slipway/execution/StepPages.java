package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import dev.slipway.live.Audience;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what the page of a task shows. */
@ApplicationScoped
class StepPages {

    // What a browser scrolls through easily; the rest is in the download.
    private static final int LINES = 1000;

    private final StepLog log;

    StepPages(StepLog log) {
        this.log = log;
    }

    StepPage of(Execution execution, StepRun step, Audience audience) {
        var phase = requireNonNull(PhaseRun.<PhaseRun>findById(new PhaseRun.Key(execution.id(), step.phaseIndex())));
        return new StepPage(
                execution,
                Card.of(step, Card.execution(execution.releaseTaskId(), execution.no()), audience),
                new StepPage.Position(step.phaseIndex() + 1, phase.displayName(), step.groupIndex() + 1),
                new StepPage.Facts(
                        StepPage.Fact.of(step.input()),
                        StepPage.Fact.of(step.output()),
                        step.findDecision().orElse(null)),
                lines(step),
                step.changeNo());
    }

    private LogPage lines(StepRun step) {
        var earlier = Math.max(0, log.lines(step.id(), step.attempt()) - LINES);
        return new LogPage(step.id(), step.attempt(), log.read(step.id(), step.attempt(), earlier, LINES), earlier);
    }
}
