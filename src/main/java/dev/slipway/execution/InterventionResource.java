package dev.slipway.execution;

import dev.slipway.identity.CurrentUser;
import dev.slipway.project.UnknownRecord;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Stop, Continue, Terminate and Retry: {@code GET} asks once and says what will happen, {@code POST} does it. */
@Path("/releases/{releaseId}/executions/{no}/{verb: stop|continue|terminate|retry}")
@Produces(MediaType.TEXT_HTML)
public class InterventionResource {

    private final CurrentUser user;
    private final InterventionPages pages;
    private final Interventions interventions;
    private final ProcessViews views;
    private final Messages messages;

    InterventionResource(
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

    /** The dialog, or the page that stands in for it; {@code task} chooses what to retry. */
    @GET
    public TemplateInstance ask(
            @RestPath UUID releaseId,
            @RestPath int no,
            @RestPath String verb,
            @RestQuery List<String> task,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(pages.of(user.actor(), asking(releaseId, no, verb), Set.copyOf(task), null), htmx);
    }

    /** Does it; {@code task} names what to retry. */
    @POST
    public RestResponse<TemplateInstance> intervene(
            @RestPath UUID releaseId,
            @RestPath int no,
            @RestPath String verb,
            @RestForm List<String> task,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var page = pages.of(user.actor(), asking(releaseId, no, verb), Set.copyOf(task), null);
        if (page.operation() == Operation.RETRY && task.isEmpty()) {
            return Htmx.problems(draw(withProblem(page, messages.retryNothing()), htmx), Htmx.DIALOG);
        }
        perform(page, Set.copyOf(task));
        var subject = page.subject();
        return Htmx.done(
                htmx, () -> views.changes(user.actor(), subject.executionId(), subject.version()), page.release());
    }

    private void perform(InterventionPage page, Set<String> tasks) {
        var execution = page.subject().executionId();
        switch (page.operation()) {
            case STOP -> interventions.stop(user.actor(), execution);
            case CONTINUE -> interventions.goOn(user.actor(), execution);
            case TERMINATE -> interventions.terminate(user.actor(), execution);
            case RETRY -> interventions.retry(user.actor(), execution, tasks);
            default -> throw new IllegalStateException("no intervention: " + page.operation());
        }
    }

    private static InterventionPages.Asking asking(UUID releaseId, int no, String verb) {
        var operation =
                switch (verb) {
                    case "stop" -> Operation.STOP;
                    case "continue" -> Operation.CONTINUE;
                    case "terminate" -> Operation.TERMINATE;
                    case "retry" -> Operation.RETRY;
                    default -> throw new UnknownRecord("operation", verb);
                };
        return new InterventionPages.Asking(releaseId, no, operation);
    }

    private static InterventionPage withProblem(InterventionPage page, @Nullable String problem) {
        return new InterventionPage(page.subject(), page.operation(), page.effects(), problem);
    }

    private static TemplateInstance draw(InterventionPage page, boolean htmx) {
        return htmx ? ExecutionTemplates.interveneDialog(page) : ExecutionTemplates.intervene(page);
    }
}
