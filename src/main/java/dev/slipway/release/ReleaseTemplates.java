package dev.slipway.release;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of one release task, under {@code templates/release}. */
@CheckedTemplate(basePath = "release")
class ReleaseTemplates {

    private ReleaseTemplates() {}

    static native TemplateInstance view(ReleasePage page);
}
