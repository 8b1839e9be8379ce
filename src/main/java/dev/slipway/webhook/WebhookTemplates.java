package dev.slipway.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/webhook}. */
@CheckedTemplate(basePath = "webhook")
class WebhookTemplates {

    private WebhookTemplates() {}

    static native TemplateInstance list(WebhooksPage page);

    static native TemplateInstance one(WebhookPage page);

    static native TemplateInstance form(WebhookFormPage page);

    static native TemplateInstance rotate(WebhookPage page);

    static native TemplateInstance secret(SecretPage page);
}
