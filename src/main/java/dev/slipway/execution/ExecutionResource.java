package dev.slipway.execution;

import dev.slipway.identity.CurrentUser;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** One execution, and the tasks in it. */
@Path("/releases/{releaseId}/executions/{no}")
@Produces(MediaType.TEXT_HTML)
public class ExecutionResource {

    private final CurrentUser user;
    private final StepPages stepPages;
    private final StepLog log;

    ExecutionResource(CurrentUser user, StepPages stepPages, StepLog log) {
        this.user = user;
        this.stepPages = stepPages;
        this.log = log;
    }

    /** The process as it was, or is right now. */
    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID releaseId, @RestPath int no) {
        var execution = Execution.byNo(releaseId, no);
        return ExecutionTemplates.view(
                ExecutionPage.of(execution, Viewer.audience(user.actor(), execution.projectId())));
    }

    /** One task. */
    @GET
    @Path("/steps/{name}")
    @Transactional
    public TemplateInstance showStep(@RestPath UUID releaseId, @RestPath int no, @RestPath String name) {
        var execution = Execution.byNo(releaseId, no);
        var audience = Viewer.audience(user.actor(), execution.projectId());
        return ExecutionTemplates.step(stepPages.of(execution, StepRun.byName(execution, name), audience));
    }

    /** The whole log of the current attempt of a task, as text. */
    @GET
    @Path("/steps/{name}/log")
    @Produces(MediaType.TEXT_PLAIN)
    @Transactional
    public RestResponse<String> downloadLog(@RestPath UUID releaseId, @RestPath int no, @RestPath String name) {
        var execution = Execution.byNo(releaseId, no);
        Viewer.audience(user.actor(), execution.projectId());
        var step = StepRun.byName(execution, name);
        var text = log.read(step.id(), step.attempt(), 0, Integer.MAX_VALUE).stream()
                .map(line -> "%s %s%n".formatted(line.at(), line.text()))
                .collect(Collectors.joining());
        return RestResponse.ResponseBuilder.ok(text)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%d-%s.log\"".formatted(execution.releaseName(), no, name))
                .build();
    }
}
