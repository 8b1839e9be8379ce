package dev.slipway.execution;

import dev.slipway.archive.Archive;
import dev.slipway.identity.CurrentUser;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One execution, and the tasks in it. */
@Path("/releases/{releaseId}/executions/{no}")
@Produces(MediaType.TEXT_HTML)
public class ExecutionResource {

    private final CurrentUser user;
    private final StepPages stepPages;
    private final StepLog log;
    private final Archive archive;
    private final Clock clock;

    ExecutionResource(CurrentUser user, StepPages stepPages, StepLog log, Archive archive, Clock clock) {
        this.user = user;
        this.stepPages = stepPages;
        this.log = log;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * The process as it was, or is right now.
     *
     * @param phase the number of a phase to open; missing: the page opens what it opens by itself
     */
    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID releaseId, @RestPath int no, @RestQuery @Nullable Integer phase) {
        var execution = find(releaseId, no);
        return ExecutionTemplates.view(
                ExecutionPage.of(execution, Viewer.audience(user.actor(), execution.projectId()), phase));
    }

    /** One task. */
    @GET
    @Path("/steps/{name}")
    @Transactional
    public TemplateInstance showStep(@RestPath UUID releaseId, @RestPath int no, @RestPath String name) {
        var execution = find(releaseId, no);
        var audience = Viewer.audience(user.actor(), execution.projectId());
        return ExecutionTemplates.step(stepPages.of(execution, StepRun.byName(execution, name), audience));
    }

    /** When each attempt began and how long it took. */
    @GET
    @Path("/timeline")
    @Transactional
    public TemplateInstance showTimeline(@RestPath UUID releaseId, @RestPath int no) {
        var execution = find(releaseId, no);
        return ExecutionTemplates.timeline(Timeline.of(execution, clock.instant()));
    }

    /** Two attempts of a task side by side, by default the last two. */
    @GET
    @Path("/steps/{name}/attempts")
    @Transactional
    public TemplateInstance compareAttempts(
            @RestPath UUID releaseId,
            @RestPath int no,
            @RestPath String name,
            @RestQuery @Nullable String left,
            @RestQuery @Nullable String right) {
        var execution = find(releaseId, no);
        return ExecutionTemplates.attempts(
                stepPages.compare(execution, StepRun.byName(execution, name), number(left), number(right)));
    }

    /** An execution that the person may see, with all that it did. */
    private Execution find(UUID releaseId, int no) {
        var execution = Execution.byNo(releaseId, no);
        Viewer.audience(user.actor(), execution.projectId());
        if (execution.isArchived()) {
            archive.bringBack(execution.id());
        }
        return execution;
    }

    /** What is no number is none. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }

    /** The whole log of the current attempt of a task, as text. */
    @GET
    @Path("/steps/{name}/log")
    @Produces(MediaType.TEXT_PLAIN)
    @Transactional
    public RestResponse<String> downloadLog(@RestPath UUID releaseId, @RestPath int no, @RestPath String name) {
        var execution = find(releaseId, no);
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
