package dev.slipway.account;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about service accounts, {@code {account:title}} in templates; what they say is in {@code messages/account_en.properties}. */
@MessageBundle(value = "account", locale = "en")
public interface AccountMessages {

    String title();

    String text(String project);

    String none();

    String noneHint();

    String create();

    String nameHint();

    String what();

    String whatHint();

    String created();

    String by(String person);

    String roles();

    String changeRoles();

    String noRoles();

    String deletion();

    String oneText(String project);
}
