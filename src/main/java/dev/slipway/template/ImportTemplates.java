package dev.slipway.template;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/template}. */
@CheckedTemplate(basePath = "template")
class ImportTemplates {

    private ImportTemplates() {}

    static native TemplateInstance source(SourcePage page);

    static native TemplateInstance found(FoundPage page);
}
