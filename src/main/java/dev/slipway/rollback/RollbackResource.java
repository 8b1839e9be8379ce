package dev.slipway.rollback;

import dev.slipway.execution.NothingSelected;
import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.CheckedTemplate;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Roll Back: {@code GET} shows the reverse plan, {@code POST} starts it. */
@Path("/releases/{id}/executions/{no}/roll-back")
@Produces(MediaType.TEXT_HTML)
public class RollbackResource {

    private final RollingBack rollingBack;
    private final CurrentUser user;
    private final Messages messages;

    RollbackResource(RollingBack rollingBack, CurrentUser user, Messages messages) {
        this.rollingBack = rollingBack;
        this.user = user;
        this.messages = messages;
    }

    /** The dialog, or the page that stands in for it. */
    @GET
    @Blocking
    public TemplateInstance ask(@RestPath UUID id, @RestPath int no, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(rollingBack.preview(user.actor(), id, no), htmx);
    }

    /** Rolls back the tasks that were selected, by their names. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> rollBack(
            @RestPath UUID id,
            @RestPath int no,
            @RestForm("task") Set<String> tasks,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            rollingBack.rollBack(user.actor(), id, no, tasks);
            return Htmx.goTo(URI.create("/releases/" + id), htmx);
        } catch (NothingSelected e) {
            var page = rollingBack.previewAgain(user.actor(), id, no, tasks, messages.rollbackNothing());
            return Htmx.problems(draw(page, htmx), Htmx.DIALOG);
        }
    }

    private static TemplateInstance draw(RollbackPage page, boolean htmx) {
        return htmx ? Templates.dialog(page) : Templates.page(page);
    }

    /** The files under {@code templates/rollback}. */
    @CheckedTemplate(basePath = "rollback")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(RollbackPage page);

        static native TemplateInstance dialog(RollbackPage page);
    }
}
