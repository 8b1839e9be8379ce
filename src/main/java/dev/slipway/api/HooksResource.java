package dev.slipway.api;

import dev.slipway.release.ReleaseTask;
import dev.slipway.trigger.BrokenSchedule;
import dev.slipway.trigger.Hook;
import dev.slipway.trigger.Setting;
import dev.slipway.trigger.TriggerPolicy;
import dev.slipway.trigger.Triggers;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The trigger policy of a release task [servicestage_06_0252, servicestage_06_0253, servicestage_06_0254]. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}/hooks")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class HooksResource {

    private static final int SCHEDULED = 1;

    private final Caller caller;
    private final Addressed addressed;
    private final Triggers triggers;
    private final Bodies bodies;
    private final Once once;
    private final Reply reply;

    HooksResource(Caller caller, Addressed addressed, Triggers triggers, Bodies bodies, Once once, Reply reply) {
        this.caller = caller;
        this.addressed = addressed;
        this.triggers = triggers;
        this.bodies = bodies;
        this.once = once;
        this.reply = reply;
    }

    /** When it is executed by itself. */
    @GET
    @Transactional
    public Response show(@RestPath("project_id") String project, @RestPath("pipeline_id") String id) {
        var release = addressed.release(caller.actor(), project, id);
        var hooks = TriggerPolicy.find(release.id()).map(TriggerPolicy::hooks).orElse(List.of());
        return reply.read(HookBody.Policy.of(hooks));
    }

    /** Sets it. */
    @POST
    public Response create(
            @RestPath("project_id") String project, @RestPath("pipeline_id") String id, InputStream body) {
        return set(project, id, bodies.read(body));
    }

    /** Sets it anew. */
    @PUT
    public Response replace(
            @RestPath("project_id") String project, @RestPath("pipeline_id") String id, InputStream body) {
        return set(project, id, bodies.read(body));
    }

    private Response set(String project, String id, byte[] body) {
        return once.perform(body, () -> {
            var release = addressed.release(caller.actor(), project, id);
            triggers.set(caller.actor(), release.id(), read(body, release));
            return new Answered(null, "");
        });
    }

    private Setting read(byte[] body, ReleaseTask release) {
        var problems = new Problems();
        var root = Node.body(body, problems);
        var type = root.get("strategy_type").mandatory();
        var number = type.number();
        if (number != null && number != 0 && number != SCHEDULED) {
            type.wrong("This must be 0, manual, or 1, scheduled.");
        }
        var hooks =
                number != null && number == SCHEDULED ? hooks(root.get("hooks").mandatory()) : List.<Hook>of();
        var tasks = Selection.of(root, release);
        problems.refuse();
        return new Setting(hooks, tasks, null, null);
    }

    private List<Hook> hooks(Node node) {
        var hooks = new ArrayList<Hook>();
        for (var each : node.objects()) {
            var hook = HookBody.read(each);
            hooks.add(hook);
            try {
                triggers.check(hook);
            } catch (BrokenSchedule e) {
                each.get("schedule").wrong(e.sentence());
            }
        }
        if (hooks.isEmpty() && node.json().isArray()) {
            node.wrong("A schedule is mandatory where strategy_type is 1.");
        }
        return hooks;
    }
}
