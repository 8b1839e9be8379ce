package dev.slipway.webhook;

/** The only time that a secret is shown. */
public record SecretPage(String projectId, String project, Webhooks.Issued issued) {}
