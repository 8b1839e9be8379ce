package dev.slipway.release;

import dev.slipway.execution.NothingSelected;
import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The executions of a release task; a new one is Execute Now. */
@Path("/releases/{id}/executions")
@Produces(MediaType.TEXT_HTML)
public class RecordsResource {

    private final Records records;
    private final Executing executing;
    private final ExecutePages executePages;
    private final CurrentUser user;
    private final Messages messages;

    RecordsResource(
            Records records, Executing executing, ExecutePages executePages, CurrentUser user, Messages messages) {
        this.records = records;
        this.executing = executing;
        this.executePages = executePages;
        this.user = user;
        this.messages = messages;
    }

    /** The records, newest first; {@code after} and {@code before} are numbers of executions. */
    @GET
    @Blocking
    public TemplateInstance list(
            @RestPath UUID id, @RestQuery @Nullable String after, @RestQuery @Nullable String before) {
        var page = before == null
                ? records.page(user.actor(), id, number(after), false)
                : records.page(user.actor(), id, number(before), number(before) > 0);
        return ReleaseTemplates.records(page);
    }

    /** What is no number of an execution leads to the first page. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }

    /** Executes the tasks that were selected, by their names. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(
            @RestPath UUID id, @RestForm("task") Set<String> tasks, @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            executing.execute(user.actor(), id, tasks);
            return Htmx.goTo(URI.create("/releases/" + id), htmx);
        } catch (NothingSelected e) {
            return askAgain(id, tasks, messages.selectATask(), htmx);
        } catch (UnknownTasks e) {
            return askAgain(id, tasks, messages.tasksGone(e.names()), htmx);
        }
    }

    private RestResponse<TemplateInstance> askAgain(UUID id, Set<String> tasks, String problem, boolean htmx) {
        var page = executePages.askAgain(user.actor(), id, tasks, problem);
        return Htmx.problems(ExecuteResource.draw(page, htmx), Htmx.DIALOG);
    }
}
