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
}
