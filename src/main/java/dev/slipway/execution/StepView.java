package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.live.LiveView;
import dev.slipway.live.Update;
import dev.slipway.project.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The facts of one task, live: {@code step:EXECUTION.NAME}. */
@ApplicationScoped
class StepView implements LiveView {

    private final StepPages pages;

    StepView(StepPages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public String announcement(String id) {
        return "execution:" + execution(id);
    }

    @Override
    @Transactional
    public Audience audience(Actor actor, String id) {
        return Viewer.audience(actor, Execution.byId(execution(id)).projectId());
    }

    @Override
    @Transactional
    public Update since(String id, long version, Audience audience) {
        var execution = Execution.byId(execution(id));
        var step = StepRun.byName(execution, id.substring(id.indexOf('.') + 1));
        var page = pages.of(execution, step, audience);
        return new Update(page.version(), ExecutionTemplates.step$facts(page).render());
    }

    private static long execution(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('.')));
    }
}
