package dev.slipway.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/error}. */
@CheckedTemplate(basePath = "error")
class ErrorTemplates {

    private ErrorTemplates() {}

    static native TemplateInstance page(ErrorPage page);

    static native TemplateInstance page$problem(ErrorPage page);
}
