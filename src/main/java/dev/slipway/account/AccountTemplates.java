package dev.slipway.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/account}. */
@CheckedTemplate(basePath = "account")
class AccountTemplates {

    private AccountTemplates() {}

    static native TemplateInstance list(AccountsPage page);

    static native TemplateInstance one(AccountPage page);
}
