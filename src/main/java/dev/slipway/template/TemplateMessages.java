package dev.slipway.template;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of template packages, {@code {template:importTitle}} in templates; what they say is in {@code messages/template_en.properties}. */
@MessageBundle(value = "template", locale = "en")
public interface TemplateMessages {

    String importTitle();

    String importIntroduction();

    String importFile();

    String importFileHint();

    String importFromAddress();

    String importAddress();

    String importAddressHint();

    String importCredentials();

    String importHeaders();

    String importHeadersHint();

    String importNothingYet();

    String importOpen();

    String importBoth();

    String importNothing();

    String importFound(String name);

    String importFoundText(int applications, int components);

    String importWrong(int count);

    String importWrongHint();

    String importLeftOut(int count);

    String importNoEnvironment();

    String importName();

    String importNameHint();

    String importDescription();

    String importEnvironmentHint();

    String importChoose();

    String importChooseEnvironment();

    String importKept();

    String importCreate();

    String importAgain();

    String importApplication(String name);

    String importNoComponents();

    String importComponent(String name);

    String importNoVariables();
}
