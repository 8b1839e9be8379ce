package dev.slipway.execution;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lets an execution go on past a failed task: {@code GET} asks why, {@code POST} does it. */
@Path("/releases/{releaseId}/executions/{no}/steps/{task}/skip")
@Produces(MediaType.TEXT_HTML)
public class SkipResource {

    private static final int LONGEST_REASON = 1000;
    private final CurrentUser user;
    private final InterventionPages pages;
    private final Interventions interventions;
    private final ProcessViews views;
    private final Messages messages;

    SkipResource(
            CurrentUser user,
            InterventionPages pages,
            Interventions interventions,
            ProcessViews views,
            Messages messages) {
        this.user = user;
        this.pages = pages;
        this.interventions = interventions;
        this.views = views;
        this.messages = messages;
    }

    /** The dialog, or the page that stands in for it. */
    @GET
    public TemplateInstance ask(
            @RestPath UUID releaseId, @RestPath int no, @RestPath String task, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(page(releaseId, no, task), htmx);
    }

    /** Skips the task; {@code reason} is mandatory. */
    @POST
    public RestResponse<TemplateInstance> skip(
            @RestPath UUID releaseId,
            @RestPath int no,
            @RestPath String task,
            @RestForm @Nullable String reason,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var page = page(releaseId, no, task);
        var why = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        var problem = problem(why);
        if (problem != null) {
            return Htmx.problems(draw(page.with(why, problem), htmx), Htmx.DIALOG);
        }
        interventions.skip(user.actor(), page.subject().executionId(), task, why);
        var subject = page.subject();
        return Htmx.done(
                htmx, () -> views.changes(user.actor(), subject.executionId(), subject.version()), page.step());
    }

    private SkipPage page(UUID releaseId, int no, String task) {
        return pages.skipping(user.actor(), new InterventionPages.Asking(releaseId, no, Operation.SKIP), task);
    }

    private @Nullable String problem(String why) {
        if (why.isEmpty()) {
            return messages.skipReasonMissing();
        }
        return why.length() > LONGEST_REASON ? messages.skipReasonTooLong(why.length()) : null;
    }

    private static TemplateInstance draw(SkipPage page, boolean htmx) {
        return htmx ? ExecutionTemplates.skipDialog(page) : ExecutionTemplates.skip(page);
    }
}
