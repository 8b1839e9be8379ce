package dev.slipway.release;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/release}. A name with a dollar is a fragment of the file before it. */
@CheckedTemplate(basePath = "release")
class ReleaseTemplates {

    private ReleaseTemplates() {}

    static native TemplateInstance view(ReleasePage page);

    static native TemplateInstance index(ReleasesPage page);

    static native TemplateInstance index$results(ReleasesPage page);

    static native TemplateInstance execute(ExecutePage page);

    static native TemplateInstance dialog(ExecutePage page);

    static native TemplateInstance records(RecordsPage page);
}
