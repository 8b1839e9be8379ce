package dev.slipway.release;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Operations;
import dev.slipway.execution.ProcessView;
import dev.slipway.execution.Viewer;
import dev.slipway.identity.CurrentUser;
import dev.slipway.live.Audience;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One release task; opens on its Release Process View. */
@Path("/releases/{id}")
@Produces(MediaType.TEXT_HTML)
public class ReleaseResource {

    private final CurrentUser user;
    private final Executing executing;

    ReleaseResource(CurrentUser user, Executing executing) {
        this.user = user;
        this.executing = executing;
    }

    /**
     * The latest execution, or what the first one would do.
     *
     * @param phase the number of a phase to open; missing: the page opens what it opens by itself
     */
    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id, @RestQuery @Nullable Integer phase) {
        var release = ReleaseTask.byId(id);
        var audience = Viewer.audience(user.actor(), release.projectId());
        return ReleaseTemplates.view(release.latestExecution()
                .map(latest -> page(release, latest, ProcessView.of(latest, audience, phase), audience))
                .orElseGet(() -> page(release, null, ProcessView.of(executing.planOfAll(release)), audience)));
    }

    private static ReleasePage page(
            ReleaseTask release, @Nullable Execution latest, ProcessView process, Audience audience) {
        return new ReleasePage(
                release.id(),
                release.name(),
                release.description(),
                process.summary().status(),
                latest == null
                        ? null
                        : new ReleasePage.Latest(
                                latest.no(), latest.startedBy(), latest.startedBySchedule(), latest.startedAt()),
                latest == null ? null : latest.remark(),
                Operations.of(
                        release.id(),
                        release.name(),
                        process.summary().status(),
                        release.executions(),
                        audience.permissions()),
                process);
    }
}
