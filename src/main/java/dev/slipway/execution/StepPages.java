package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.IntStream;

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
        var phase = PhaseRun.of(execution, step.phaseIndex());
        return new StepPage(
                execution,
                Card.of(CardFacts.of(step), Card.execution(execution.releaseTaskId(), execution.no()), audience),
                new StepPage.Position(step.phaseIndex() + 1, phase.displayName(), step.groupIndex() + 1),
                new StepPage.Facts(
                        StepPage.Fact.of(step.input()),
                        StepPage.Fact.of(step.output()),
                        step.findDecision().orElse(null),
                        step.findWaiver().orElse(null)),
                lines(step, step.attempt()),
                step.changeNo());
    }

    private LogPage lines(StepRun step, int attempt) {
        var earlier = Math.max(0, log.lines(step.id(), attempt) - LINES);
        return new LogPage(step.id(), attempt, log.read(step.id(), attempt, earlier, LINES), earlier);
    }

    /**
     * Two attempts of a task; what is no number of one stands for the last two.
     *
     * @throws UnknownRecord if the task has fewer than two
     */
    AttemptsPage compare(Execution execution, StepRun step, int left, int right) {
        if (step.attempt() < 2) {
            throw new UnknownRecord("second attempt of task", step.name());
        }
        return new AttemptsPage(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.no(),
                step.name(),
                step.displayName(),
                IntStream.rangeClosed(1, step.attempt()).boxed().toList(),
                attempt(step, known(step, left, step.attempt() - 1)),
                attempt(step, known(step, right, step.attempt())));
    }

    private static int known(StepRun step, int no, int otherwise) {
        return no >= 1 && no <= step.attempt() ? no : otherwise;
    }

    private AttemptsPage.Attempt attempt(StepRun step, int no) {
        var kept = StepAttempt.find(step.id(), no);
        var facts = kept.map(earlier -> earlier.facts).orElseGet(step::known);
        return new AttemptsPage.Attempt(
                no,
                kept.map(StepAttempt::status).orElse(step.status()),
                facts.startedAt,
                facts.startedAt == null || facts.endedAt == null
                        ? null
                        : Duration.between(facts.startedAt, facts.endedAt),
                facts.message,
                StepPage.Fact.of(facts.output),
                Decision.find(step.id(), no).orElse(null),
                lines(step, no));
    }
}
