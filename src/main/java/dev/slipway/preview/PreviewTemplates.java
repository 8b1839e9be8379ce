package dev.slipway.preview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/preview}. */
@CheckedTemplate(basePath = "preview")
class PreviewTemplates {

    private PreviewTemplates() {}

    static native TemplateInstance page(ChangesPage page);

    static native TemplateInstance changes(ChangesPage page);
}
