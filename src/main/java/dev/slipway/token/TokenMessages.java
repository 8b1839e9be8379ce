package dev.slipway.token;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about API tokens, {@code {token:title}} in templates; what they say is in {@code messages/token_en.properties}. */
@MessageBundle(value = "token", locale = "en")
public interface TokenMessages {

    String title();

    String text();

    String commandLine();

    String download();

    String api();

    String none();

    String noneHint();

    String create();

    String nameHint();

    String days();

    String daysHint();

    String scope();

    String scopeName(String scope);

    String scopeText(String scope);

    String created();

    String expires();

    String expired();

    String never();

    String lastUsed();

    String notUsed();

    String madeTitle();

    String madeText();

    String made();

    String revoke();

    String revokeName(String name);

    String revokeText();

    String problem(String why);
}
