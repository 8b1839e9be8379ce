package dev.slipway.ascode;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of release tasks as files, in {@code messages/ascode_en.properties}. */
@MessageBundle(value = "ascode", locale = "en")
public interface FileMessages {

    String fromFile();

    String fromFileText(String project, String region);

    String fromFileProblems(int problems);

    String fileLine(int line);

    String file();

    String fileHint();

    String fileText();

    String fileReplace();

    String importFile();
}
