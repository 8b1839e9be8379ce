package dev.slipway.template;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.release.ReleaseTask;
import dev.slipway.web.FormProblem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A package that was taken: shows what is in it, asks for its variables, and makes the release task. */
@Path("/releases/import/{id}")
@Produces(MediaType.TEXT_HTML)
public class FoundResource {

    private static final int UNPROCESSABLE = 422;

    private final Imports imports;
    private final FoundPages pages;
    private final CurrentUser user;
    private final CurrentPlace place;
    private final TemplateMessages messages;

    FoundResource(Imports imports, FoundPages pages, CurrentUser user, CurrentPlace place, TemplateMessages messages) {
        this.imports = imports;
        this.pages = pages;
        this.user = user;
        this.place = place;
        this.messages = messages;
    }

    /** What was found, and the form of all variables. */
    @GET
    @Blocking
    public TemplateInstance show(@RestPath UUID id) {
        return ImportTemplates.found(pages.first(place.place(), imports.open(user.actor(), place.place(), id)));
    }

    /** Makes the release task and leads to it. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(@RestPath UUID id, @BeanParam FoundForm form) {
        var here = place.place();
        var opened = imports.open(user.actor(), here, id);
        var basics = new FoundPage.Basics(form.name(), form.description(), form.environment());
        var values = form.byKey();
        List<FormProblem> problems = new ArrayList<>(problems(opened.template(), values));
        if (!imports.environments(here).contains(form.environment())) {
            problems.add(0, new FormProblem("environment", messages.importChooseEnvironment()));
        }
        if (problems.isEmpty()) {
            try {
                var wish = new PackageDefinition.Wish(
                        form.name(),
                        form.description(),
                        form.environment(),
                        imports.kind(new ReleaseTask.Home(here.projectId(), here.region()), form.environment()),
                        byComponent(opened.template(), values));
                var release = imports.create(user.actor(), here, opened, wish);
                return RestResponse.seeOther(URI.create("/releases/" + release.id()));
            } catch (Imports.Unusable e) {
                problems.addAll(ImportProblems.of(e, opened.template()));
            } catch (Imports.Refused e) {
                problems.addAll(ImportProblems.of(e));
            }
        }
        var page = pages.page(here, opened, new FoundPages.Filled(basics, values, problems));
        return ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE, "Unprocessable Content")
                .entity(ImportTemplates.found(page))
                .build();
    }

    private static List<FormProblem> problems(TemplatePackage template, Map<String, String> values) {
        var ids = FoundPages.ids(template);
        return template.components()
                .flatMap(component -> component.variables().values().stream()
                        .flatMap(variable -> variable
                                .problem(values.getOrDefault(FoundPages.key(component, variable), ""))
                                .map(text -> new FormProblem(
                                        FoundPages.fieldId(ids.getOrDefault(component.directory(), ""), variable),
                                        "%s: %s".formatted(component.title(), text)))
                                .stream()))
                .toList();
    }

    private static Map<String, Map<String, String>> byComponent(TemplatePackage template, Map<String, String> values) {
        var byComponent = new HashMap<String, Map<String, String>>();
        template.components().forEach(component -> {
            var own = new HashMap<String, String>();
            component
                    .variables()
                    .values()
                    .forEach(variable ->
                            own.put(variable.name(), values.getOrDefault(FoundPages.key(component, variable), "")));
            byComponent.put(component.directory(), own);
        });
        return byComponent;
    }
}
