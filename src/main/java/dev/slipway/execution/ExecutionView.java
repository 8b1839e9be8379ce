package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.live.LiveView;
import dev.slipway.live.Update;
import dev.slipway.project.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The Release Process View, live: {@code execution:ID}. */
@ApplicationScoped
class ExecutionView implements LiveView {

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public String announcement(String id) {
        return "execution:" + id;
    }

    @Override
    @Transactional
    public Audience audience(Actor actor, String id) {
        return Viewer.audience(actor, Execution.byId(Long.parseLong(id)).projectId());
    }

    @Override
    @Transactional
    public Update since(String id, long version, Audience audience) {
        var changes = ProcessView.since(Execution.byId(Long.parseLong(id)), version, audience);
        return new Update(changes.version(), ExecutionTemplates.changes(changes).render());
    }
}
