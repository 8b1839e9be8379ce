package dev.slipway.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/identity}. */
@CheckedTemplate(basePath = "identity")
class SignInTemplates {

    private SignInTemplates() {}

    static native TemplateInstance signIn(SignInPage page);
}
