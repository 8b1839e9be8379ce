package dev.slipway.membership;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/membership}. */
@CheckedTemplate(basePath = "membership")
class MembershipTemplates {

    private MembershipTemplates() {}

    static native TemplateInstance projects(ProjectsPage page);

    static native TemplateInstance project(ProjectPage page);

    static native TemplateInstance form(ProjectForm page);

    static native TemplateInstance member(MemberPage page);
}
