package dev.slipway.console;

import dev.slipway.catalog.Applications;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Given;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application with a component of which two versions ran, and an empty one beside it. */
record Storeroom(
        UUID application, UUID component, UUID empty, UUID environment, UUID cluster, UUID release, String member) {

    /** Fills the default project. */
    static Storeroom open() {
        var environment = Given.environment("production", "process");
        var cluster = Given.environment("cluster", "kubernetes");
        bean(Applications.class)
                .create(new Applications.Creating(Project.DEFAULT_ID, "shop", "The web shop", "somebody"));
        var component = component("storefront");
        var empty = component("catalog");
        var release = Given.release("release-shop")
                .phase(Given.group(Given.task("update", "update_component", Map.of("application", "shop"))))
                .create();
        deploy(component, release, 1, Map.of("port", 9010, "health", "/health"));
        deploy(component, release, 2, Map.of("port", 9011, "variables", Map.of("API_TOKEN", "x", "MODE", "fast")));
        bean(Components.class).hold(component.id(), new Component.Writer(2, 1, "release-shop, execution 3"));
        var member = Accounts.aUser(Role.VIEWER, Role.RELEASER);
        return new Storeroom(
                component.applicationId(), component.id(), empty.id(), environment, cluster, release, member);
    }

    private static Component component(String name) {
        var address = new Components.Address(Project.DEFAULT_ID, Given.REGION, "shop", "production", name);
        return bean(Components.class).create(address, "somebody").component();
    }

    private static void deploy(Component component, UUID release, int execution, Map<String, Object> spec) {
        var components = bean(Components.class);
        var by = new Component.Provenance(release, "release-shop", execution);
        var content = new ComponentVersion.Content("storefront/2026.1122.1402" + execution, spec);
        var version = components
                .version(component.id(), "1.0." + execution, content, by)
                .orElseThrow();
        components.runs(component.id(), version.id(), new Component.Writer(1, 1, "release-shop, execution 1"), by);
    }

    /** The pages about it that an admin sees. */
    List<Sight> sights() {
        return List.of(
                Sight.page("application", "/applications/" + application),
                Sight.page("new application", "/applications/new"),
                Sight.page("application in use", "/applications/%s/edit".formatted(application)),
                Sight.page("application that stays", "/applications/%s/delete".formatted(application)),
                Sight.page("component", "/components/" + component),
                Sight.page("component without a version", "/components/" + empty),
                Sight.page("new component", "/components/new?application=" + application),
                Sight.page("component that goes", "/components/%s/delete".formatted(empty)),
                Sight.page("versions compared", "/components/%s/versions/diff".formatted(component)),
                Sight.page("no versions to compare", "/components/%s/versions/diff".formatted(empty)),
                Sight.page("new environment", "/environments/new"),
                Sight.page("environments to change", "/environments"),
                Sight.page("environment that stays", "/environments/%s/delete".formatted(environment)),
                Sight.page("connection", "/environments/%s/connection".formatted(cluster)),
                Sight.page("test of a connection", "/environments/%s/connection/check".formatted(cluster)),
                Sight.page("projects", "/projects"),
                Sight.page("new project", "/projects/new"),
                Sight.page("project", "/projects/0"),
                Sight.page("member", "/projects/0/members/" + member),
                Sight.refused("application refused", "/applications/new", "#problems"),
                Sight.refused("project refused", "/projects/new", "#problems"),
                Sight.dialog("deletion dialog", "/components/" + empty, "Delete catalog"),
                Sight.dialog("refused deletion dialog", "/components/" + component, "Delete storefront"));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
