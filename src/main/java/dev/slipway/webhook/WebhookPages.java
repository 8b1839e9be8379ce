package dev.slipway.webhook;

import dev.slipway.project.Actor;
import dev.slipway.project.Project;
import dev.slipway.release.Paging;
import dev.slipway.web.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up what the pages of webhooks show; nobody but an administrator of the project sees them. */
@ApplicationScoped
class WebhookPages {

    static final int PAGE_SIZE = 20;

    private final WebhookMessages messages;
    private final Clock clock;

    WebhookPages(WebhookMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** All of a project. */
    @Transactional
    WebhooksPage all(Actor actor, String project) {
        Webhooks.permit(actor, project);
        var entries = Webhook.in(project).stream().map(WebhooksPage.Entry::of).toList();
        return new WebhooksPage(project, Project.byId(project).name(), entries);
    }

    /** One of them, with its log from a point on. */
    @Transactional
    WebhookPage one(Actor actor, String project, UUID id, LogCursor from) {
        Webhooks.permit(actor, project);
        var webhook = Webhook.of(project, id);
        var found = Delivery.log(id, from, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        var overlap = webhook.secrets(clock.instant()).size() > 1;
        var next = found.size() > PAGE_SIZE ? LogCursor.at(shown.get(PAGE_SIZE - 1)) : null;
        return new WebhookPage(
                project,
                Project.byId(project).name(),
                WebhooksPage.Entry.of(webhook),
                new WebhookPage.Created(webhook.createdAt(), webhook.createdBy()),
                overlap ? webhook.previousUntil() : null,
                List.copyOf(shown),
                paging(path(project, id), from, next));
    }

    private static Paging paging(String path, LogCursor from, @Nullable LogCursor next) {
        return new Paging(
                from.isNewest() ? null : path, next == null ? null : "%s?before=%s".formatted(path, next.text()));
    }

    /** The form for a new one. */
    @Transactional
    WebhookFormPage blank(Actor actor, String project) {
        Webhooks.permit(actor, project);
        var path = "/projects/%s/webhooks".formatted(project);
        var everything = new Typed("", "", Set.copyOf(EventType.offered()));
        return new WebhookFormPage(project, Project.byId(project).name(), null, path, path, 0, everything, List.of());
    }

    /** The form for one as it is stored. */
    @Transactional
    WebhookFormPage editing(Actor actor, String project, UUID id) {
        Webhooks.permit(actor, project);
        var webhook = Webhook.of(project, id);
        var path = path(project, id);
        return new WebhookFormPage(
                project,
                Project.byId(project).name(),
                webhook.name(),
                path + "/edit",
                path,
                webhook.edition(),
                webhook.typed(),
                List.of());
    }

    /** The secret that was just made. */
    @Transactional
    SecretPage secret(String project, Webhooks.Issued issued) {
        return new SecretPage(project, Project.byId(project).name(), issued);
    }

    /** The question whether one may go. */
    @Transactional
    Deletion deleting(Actor actor, String project, UUID id) {
        Webhooks.permit(actor, project);
        var path = path(project, id);
        return new Deletion(
                "projects", Webhook.of(project, id).name(), messages.deletion(), path + "/delete", path, List.of());
    }

    static String path(String project, UUID id) {
        return "/projects/%s/webhooks/%s".formatted(project, id);
    }
}
