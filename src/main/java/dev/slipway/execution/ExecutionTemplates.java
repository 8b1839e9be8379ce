package dev.slipway.execution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/execution}. */
@CheckedTemplate(basePath = "execution")
class ExecutionTemplates {

    private ExecutionTemplates() {}

    static native TemplateInstance view(ExecutionPage page);

    static native TemplateInstance changes(ProcessView process);

    static native TemplateInstance step(StepPage page);

    static native TemplateInstance step$facts(StepPage page);

    static native TemplateInstance lines(LogPage log);

    static native TemplateInstance intervene(InterventionPage page);

    static native TemplateInstance interveneDialog(InterventionPage page);

    static native TemplateInstance skip(SkipPage page);

    static native TemplateInstance skipDialog(SkipPage page);

    static native TemplateInstance timeline(Timeline page);

    static native TemplateInstance attempts(AttemptsPage page);
}
