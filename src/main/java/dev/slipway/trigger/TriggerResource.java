package dev.slipway.trigger;

import dev.slipway.execution.NothingSelected;
import dev.slipway.identity.CurrentUser;
import dev.slipway.release.UnknownTasks;
import dev.slipway.web.FormProblem;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The trigger policy of a release task: {@code GET} shows it, {@code GET new} asks for one, {@code POST} sets it. */
@Path("/releases/{id}/trigger")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TriggerResource {

    private static final String TYPE = "trigger-MANUAL";

    private final TriggerPages pages;
    private final Triggers triggers;
    private final Timings timings;
    private final CurrentUser user;
    private final Messages messages;
    private final TriggerMessages triggerMessages;

    TriggerResource(
            TriggerPages pages,
            Triggers triggers,
            Timings timings,
            CurrentUser user,
            Messages messages,
            TriggerMessages triggerMessages) {
        this.pages = pages;
        this.triggers = triggers;
        this.timings = timings;
        this.user = user;
        this.messages = messages;
        this.triggerMessages = triggerMessages;
    }

    /** What is set, the next starts, and what came of those before a time. */
    @GET
    public TemplateInstance show(@RestPath UUID id, @RestQuery @Nullable String before) {
        return TriggerTemplates.view(pages.show(user.actor(), id, time(before)));
    }

    /** The dialog, or the page that stands in for it. */
    @GET
    @Path("/new")
    public TemplateInstance ask(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(pages.ask(user.actor(), id), htmx);
    }

    /** The next starts of what is filled in so far; nothing while it is not complete. */
    @POST
    @Path("/preview")
    public TemplateInstance preview(@RestPath UUID id, @BeanParam TriggerForm form) {
        pages.ask(user.actor(), id);
        var checked = timings.check(form.timing());
        return TriggerTemplates.next(
                checked.problems().isEmpty()
                        ? pages.next(
                                Schedules.of(checked.hooks()), form.timing().offset())
                        : List.of());
    }

    /** Sets it. */
    @POST
    public RestResponse<TemplateInstance> set(
            @RestPath UUID id, @BeanParam TriggerForm form, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var problems = timings.check(form.timing()).problems();
        try {
            var tasks = pages.meaning(user.actor(), id, form.tasks());
            return problems.isEmpty() ? set(id, form, tasks, htmx) : askAgain(id, form, null, problems, htmx);
        } catch (NothingSelected e) {
            return askAgain(id, form, messages.selectATask(), problems, htmx);
        } catch (UnknownTasks e) {
            return askAgain(id, form, messages.tasksGone(e.names()), problems, htmx);
        }
    }

    private RestResponse<TemplateInstance> set(UUID id, TriggerForm form, @Nullable Set<String> tasks, boolean htmx) {
        try {
            var hooks = timings.check(form.timing()).hooks();
            triggers.set(user.actor(), id, new Setting(hooks, tasks, form.timing(), form.revision()));
            return Htmx.goTo(URI.create("/releases/%s/trigger".formatted(id)), htmx);
        } catch (BrokenSchedule e) {
            return askAgain(id, form, null, List.of(new FormProblem(TYPE, e.sentence())), htmx);
        } catch (SetMeanwhile e) {
            var problem = new FormProblem(TYPE, triggerMessages.triggerSetMeanwhile(e.by()));
            return askAgain(id, form, null, List.of(problem), htmx);
        }
    }

    private RestResponse<TemplateInstance> askAgain(
            UUID id, TriggerForm form, @Nullable String tasksProblem, List<FormProblem> problems, boolean htmx) {
        return Htmx.problems(draw(pages.askAgain(user.actor(), id, form, tasksProblem, problems), htmx), Htmx.DIALOG);
    }

    private static TemplateInstance draw(TriggerDialog page, boolean htmx) {
        return htmx ? TriggerTemplates.dialog(page) : TriggerTemplates.edit(page);
    }

    /** What is no time leads to the newest starts. */
    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text != null && text.length() <= 30 ? Instant.parse(text) : null;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
