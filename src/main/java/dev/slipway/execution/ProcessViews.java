package dev.slipway.execution;

import dev.slipway.project.Actor;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Draws what changed of an execution, for whoever has just changed it. */
@ApplicationScoped
public class ProcessViews {

    /** The parts of the Release Process View that changed after a version, as the actor sees them. */
    @Transactional
    public TemplateInstance changes(Actor actor, long executionId, long version) {
        var execution = Execution.byId(executionId);
        return ExecutionTemplates.changes(
                ProcessView.since(execution, version, Viewer.audience(actor, execution.projectId())));
    }
}
