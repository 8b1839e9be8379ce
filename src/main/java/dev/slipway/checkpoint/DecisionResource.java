package dev.slipway.checkpoint;

import dev.slipway.execution.AlreadyDecided;
import dev.slipway.execution.Executions;
import dev.slipway.execution.NotWaiting;
import dev.slipway.execution.ProcessViews;
import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The decision about a checkpoint: {@code GET} asks for one, {@code POST} gives it. */
@Path("/releases/{releaseId}/executions/{no}/steps/{task}/decision")
@Produces(MediaType.TEXT_HTML)
public class DecisionResource {

    private final CurrentUser user;
    private final DecisionPages pages;
    private final Executions executions;
    private final ProcessViews views;
    private final Messages messages;

    DecisionResource(
            CurrentUser user, DecisionPages pages, Executions executions, ProcessViews views, Messages messages) {
        this.user = user;
        this.pages = pages;
        this.executions = executions;
        this.views = views;
        this.messages = messages;
    }

    /** The dialog, or the page that stands in for it. */
    @GET
    public TemplateInstance ask(
            @RestPath UUID releaseId, @RestPath int no, @RestPath String task, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var place = new DecisionPage.Place(releaseId, no, task);
        return draw(pages.of(user.actor(), place, "", null), htmx);
    }

    /** Agree or Reject. */
    @POST
    public RestResponse<TemplateInstance> decide(
            @RestPath UUID releaseId,
            @RestPath int no,
            @RestPath String task,
            @BeanParam DecisionForm form,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var place = new DecisionPage.Place(releaseId, no, task);
        var problem = problem(form);
        var page = pages.of(user.actor(), place, form.comments(), problem);
        if (problem != null) {
            return Htmx.problems(draw(page, htmx), Htmx.DIALOG);
        }
        try {
            executions.decide(user.actor(), deciding(page, form));
            return decided(page.subject(), htmx);
        } catch (AlreadyDecided | NotWaiting tooLate) {
            return Htmx.conflict(draw(pages.of(user.actor(), place, form.comments(), null), htmx), Htmx.DIALOG);
        }
    }

    private @Nullable String problem(DecisionForm form) {
        if (form.verdict().isEmpty()) {
            return messages.verdictMissing();
        }
        var length = form.comments().length();
        return length > DecisionForm.LONGEST_COMMENTS ? messages.commentsTooLong(length) : null;
    }

    private static Executions.Deciding deciding(DecisionPage page, DecisionForm form) {
        var question = page.open();
        return new Executions.Deciding(
                page.subject().executionId(),
                page.subject().place().task(),
                form.attempt,
                form.verdict().orElseThrow(),
                question != null && question.takesComments() ? form.comments() : "");
    }

    /** With htmx the dialog closes and what changed is drawn at once; a plain browser goes back to the process. */
    private RestResponse<TemplateInstance> decided(DecisionPage.Subject subject, boolean htmx) {
        return Htmx.done(
                htmx,
                () -> views.changes(user.actor(), subject.executionId(), subject.version()),
                subject.execution() + "#card-" + subject.place().task());
    }

    private static TemplateInstance draw(DecisionPage page, boolean htmx) {
        return htmx ? DecisionTemplates.dialog(page) : DecisionTemplates.decision(page);
    }
}
