package dev.slipway.openapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/openapi}. */
@CheckedTemplate(basePath = "openapi")
class ApiTemplates {

    private ApiTemplates() {}

    static native TemplateInstance api(ApiPage page);
}
