package dev.slipway.checkpoint;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the inbox under {@code templates/checkpoint}. A name with a dollar is a fragment of the file before it. */
@CheckedTemplate(basePath = "checkpoint")
class InboxTemplates {

    private InboxTemplates() {}

    static native TemplateInstance inbox(InboxPage page);

    static native TemplateInstance inbox$list(InboxPage page);

    static native TemplateInstance count(long waiting);
}
