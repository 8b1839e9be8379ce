package dev.slipway.openapi;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts around the document of the API, {@code {openapi:title}} in templates; they are in {@code messages/openapi_en.properties}. */
@MessageBundle(value = "openapi", locale = "en")
public interface ApiMessages {

    String title();

    String text();

    String download();

    String contents();

    String operations();

    String extension();

    String parameters();

    String parametersOf(String operation);

    String in();

    String inWords(String in);

    String type();

    String mandatory();

    String description();

    String yes();

    String no();

    String body();

    String emptyBody();

    String examples();

    String answers();

    String answer(String status);

    String headersOf(String what);

    String header();

    String errors();

    String errorsText();

    String errorsOf(String operation);

    String schemas();

    String field();

    String fieldsOf(String schema);

    String follows();
}
