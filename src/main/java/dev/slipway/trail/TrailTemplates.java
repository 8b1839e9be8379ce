package dev.slipway.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/trail}. */
@CheckedTemplate(basePath = "trail")
class TrailTemplates {

    private TrailTemplates() {}

    static native TemplateInstance index(TrailPage page);
}
