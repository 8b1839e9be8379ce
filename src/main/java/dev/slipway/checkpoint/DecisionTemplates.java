package dev.slipway.checkpoint;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The dialog and page of a decision, under {@code templates/checkpoint}. */
@CheckedTemplate(basePath = "checkpoint")
class DecisionTemplates {

    private DecisionTemplates() {}

    static native TemplateInstance decision(DecisionPage page);

    static native TemplateInstance dialog(DecisionPage page);
}
