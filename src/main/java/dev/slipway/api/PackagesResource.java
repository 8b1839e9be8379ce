package dev.slipway.api;

import dev.slipway.project.Actor;
import dev.slipway.template.RemotePackages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** Shows what is in template packages, without making anything of them [servicestage_06_0263]. */
@Path("/v3/{project_id}/pipeline/pipelines/parse-template-package")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class PackagesResource {

    private static final int MOST = 5;

    private final Caller caller;
    private final Addressed addressed;
    private final RemotePackages packages;
    private final Bodies bodies;

    PackagesResource(Caller caller, Addressed addressed, RemotePackages packages, Bodies bodies) {
        this.caller = caller;
        this.addressed = addressed;
        this.packages = packages;
        this.bodies = bodies;
    }

    private record ContentsBody(List<Content> templateContents) {}

    /**
     * A package.
     *
     * @param template its files by their paths
     * @param remarks our extension: what is wrong with it, or left out
     */
    private record Content(Map<String, String> template, Map<String, VariableBody> variables, List<String> remarks) {}

    private record VariableBody(String type, String value, String description) {}

    /** Reads them. */
    @POST
    public Response parse(@RestPath("project_id") String project, InputStream body) {
        var actor = caller.actor();
        addressed.home(actor, project, null);
        var problems = new Problems();
        var sources = Node.body(bodies.read(body), problems).get("sources").mandatory();
        var all = SourceBody.all(sources);
        if (sources.json().isArray() && (all.isEmpty() || all.size() > MOST)) {
            sources.wrong("These must be 1 to %d packages.".formatted(MOST));
        }
        problems.refuse();
        var contents =
                all.stream().map(source -> content(actor, project, source)).toList();
        return Answered.of(new ContentsBody(contents)).response();
    }

    private Content content(Actor actor, String project, SourceBody source) {
        var fetched = packages.fetch(actor, project, source.source());
        var variables = new LinkedHashMap<String, VariableBody>();
        fetched.variables()
                .forEach((name, facts) -> variables.put(
                        name,
                        new VariableBody(
                                facts.type(), source.values().getOrDefault(name, facts.value()), facts.description())));
        return new Content(
                fetched.files(),
                variables,
                fetched.remarks().stream()
                        .map(remark -> "%s: %s".formatted(remark.place(), remark.text()))
                        .toList());
    }
}
