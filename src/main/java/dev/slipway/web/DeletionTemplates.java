package dev.slipway.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/deletion}. */
@CheckedTemplate(basePath = "deletion")
class DeletionTemplates {

    private DeletionTemplates() {}

    static native TemplateInstance page(Deletion deletion);

    static native TemplateInstance dialog(Deletion deletion);
}
