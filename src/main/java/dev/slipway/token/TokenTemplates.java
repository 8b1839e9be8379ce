package dev.slipway.token;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/token}. */
@CheckedTemplate(basePath = "token")
class TokenTemplates {

    private TokenTemplates() {}

    static native TemplateInstance tokens(TokensView view);

    static native TemplateInstance revoke(RevokePage page);
}
