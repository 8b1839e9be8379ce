package dev.slipway.catalog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/catalog}. */
@CheckedTemplate(basePath = "catalog")
class CatalogTemplates {

    private CatalogTemplates() {}

    static native TemplateInstance applications(ApplicationsPage page);

    static native TemplateInstance application(ApplicationsPage page);

    static native TemplateInstance show(ComponentPage page);

    static native TemplateInstance diff(DiffPage page);

    static native TemplateInstance form(PartPage page);

    static native TemplateInstance instances(InstancesPage page);

    static native TemplateInstance instanceLog(InstanceLogPage page);

    static native TemplateInstance instanceMore(InstanceLogPage page);

    static native TemplateInstance drift(DriftPage page);

    static native TemplateInstance drift$found(DriftPage page);

    static native TemplateInstance connection(ConnectionPage page);

    static native TemplateInstance check(CheckPage page);

    static native TemplateInstance environments(EnvironmentsPage page);
}
