package dev.slipway.preview;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what will change, {@code {preview:title}} in templates; what they say is in {@code messages/preview_en.properties}. */
@MessageBundle(value = "preview", locale = "en")
public interface PreviewMessages {

    String title();

    String titleOf(String release);

    String ask();

    String text();

    String none();

    String left(int tasks);

    String effect(String effect);

    String fields(int count);

    String field();

    String before();

    String after();

    String notThere();

    String driftIn(int count);

    String drift();

    String driftText();

    String driftCompared();

    String driftNone();

    String driftAsk();

    String driftOf(String component);

    String driftGone(String object);

    String applied();

    String now();

    String by();

    String somebody();
}
