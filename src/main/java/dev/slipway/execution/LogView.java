package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.live.LiveView;
import dev.slipway.live.Update;
import dev.slipway.project.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The log of a task's current attempt, live: {@code log:STEPRUN}; its version is the number of the last line. */
@ApplicationScoped
class LogView implements LiveView {

    // More than this at once comes with the next announcement or with the page.
    private static final int LINES = 500;

    private final StepLog log;

    LogView(StepLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String announcement(String id) {
        return "log:" + id;
    }

    @Override
    @Transactional
    public Audience audience(Actor actor, String id) {
        var step = StepRun.byId(Long.parseLong(id));
        return Viewer.audience(actor, Execution.byId(step.executionId()).projectId());
    }

    @Override
    @Transactional
    public Update since(String id, long version, Audience audience) {
        var step = StepRun.byId(Long.parseLong(id));
        var lines = log.read(step.id(), step.attempt(), version, LINES);
        var page = new LogPage(step.id(), step.attempt(), lines, version);
        return new Update(page.last(), ExecutionTemplates.lines(page).render());
    }
}
