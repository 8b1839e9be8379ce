package dev.slipway.trigger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The files under {@code templates/trigger}. */
@CheckedTemplate(basePath = "trigger")
class TriggerTemplates {

    private TriggerTemplates() {}

    static native TemplateInstance view(TriggerPage page);

    static native TemplateInstance edit(TriggerDialog page);

    static native TemplateInstance dialog(TriggerDialog page);

    static native TemplateInstance next(List<TriggerPage.Moment> moments);
}
