package dev.slipway.webhook;

import dev.slipway.release.Paging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with a page of its log.
 *
 * @param previousUntil until when the secret before the present one signs too; null if it doesn't
 */
public record WebhookPage(
        String projectId,
        String project,
        WebhooksPage.Entry webhook,
        Created created,
        @Nullable Instant previousUntil,
        List<Delivery> log,
        Paging paging) {

    /** When it was created, and by whom. */
    public record Created(Instant at, String by) {}

    public boolean isEnabled() {
        return webhook.state() == Webhook.State.ENABLED;
    }

    public boolean isGone() {
        return webhook.state() == Webhook.State.GONE;
    }

    /** Where it is. */
    public String path() {
        return "/projects/%s/webhooks/%s".formatted(projectId, webhook.id());
    }
}
