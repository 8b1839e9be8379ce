package dev.slipway.webhook;

import java.util.List;
import java.util.UUID;

/** The webhooks of a project. */
public record WebhooksPage(String projectId, String project, List<Entry> webhooks) {

    /**
     * One of them.
     *
     * @param events what it tells, by the names of {@link EventType}
     */
    public record Entry(UUID id, String name, String address, List<String> events, Webhook.State state) {

        static Entry of(Webhook webhook) {
            return new Entry(webhook.id(), webhook.name(), webhook.address(), events(webhook), webhook.state());
        }

        static List<String> events(Webhook webhook) {
            return webhook.typed().events().stream()
                    .sorted()
                    .map(EventType::name)
                    .toList();
        }
    }
}
