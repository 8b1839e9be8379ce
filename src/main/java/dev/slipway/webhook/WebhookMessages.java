package dev.slipway.webhook;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about webhooks, {@code {webhook:webhooks}} in templates; what they say is in {@code messages/webhook_en.properties}. */
@MessageBundle(value = "webhook", locale = "en")
public interface WebhookMessages {

    String webhooks();

    String webhooksText(String project);

    String webhooksNone();

    String webhooksNoneHint();

    String createWebhook();

    String webhookForm(String existing);

    String address();

    String addressHint();

    String addressTooLong(int most);

    String events();

    String eventsHint();

    String eventsMissing();

    String eventText(String event);

    String state();

    String stateName(String state);

    String goneText();

    String pausedText();

    String pause();

    String enable();

    String sendTest();

    String newSecret();

    String newSecretText(String name);

    String newSecretNow();

    String secret();

    String secretText();

    String secretCreated(String name);

    String secretDone();

    String previousUntil();

    String created();

    String createdBy(String person);

    String deletion();

    String log();

    String logText();

    String logNone();

    String logNoneHint();

    String time();

    String event();

    String attempt();

    String status();

    String duration(String time);

    String nextAttempt();

    String answer();

    String deliveryState(String state);

    String deliveryDue();

    String statusCode(int status);

    String noAnswer();

    String resend();

    String deliveryOf(String event, String subject);
}
