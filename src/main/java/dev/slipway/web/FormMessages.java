package dev.slipway.web;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts that forms and deletions share, {@code {form:save}} in templates; what they say is in {@code messages/form_en.properties}. */
@MessageBundle(value = "form", locale = "en")
public interface FormMessages {

    String edit();

    String delete();

    String save();

    String create();

    String back();

    String choose();

    String description();

    String descriptionHint();

    String nameHint();

    String problems(int count);

    String problem(String reason, String detail);

    String outdated();

    String outdatedText();

    String outdatedSame();

    String deleteName(String name);

    String deleteIt();

    String deleteUsed(String name);
}
