package dev.slipway.catalog;

import dev.slipway.testing.OwnProject;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Puts applications, environments and components into a project. */
record Stock(OwnProject project, String kind) {

    static final String ENVIRONMENT = "production";
    static final UUID RELEASE = UUID.randomUUID();
    static final Component.Provenance PROVENANCE = new Component.Provenance(RELEASE, "release-shop", 3);
    static final Component.Writer WRITER = new Component.Writer(1, 1, "release-shop, execution 3");

    static Stock of(OwnProject project, String kind) {
        QuarkusTransaction.requiringNew()
                .run(() -> Environment.of(project.id(), "local", ENVIRONMENT, kind, Instant.now())
                        .persist());
        return new Stock(project, kind);
    }

    Stock application(String name) {
        var creating = new Applications.Creating(project.id(), name, "The " + name, "somebody");
        bean(Applications.class).create(creating);
        return this;
    }

    /** A component that nothing runs of. */
    Component component(String application, String name) {
        var address = new Components.Address(project.id(), "local", application, ENVIRONMENT, name);
        return bean(Components.class).create(address, "somebody").component();
    }

    /** A component of which releases know that its version 1.2.3 runs. */
    Component running(String application, String name, ComponentVersion.Content content) {
        var component = component(application, name);
        var components = bean(Components.class);
        var version =
                components.version(component.id(), "1.2.3", content, PROVENANCE).orElseThrow();
        components.runs(component.id(), version.id(), WRITER, PROVENANCE);
        return component;
    }

    Component running(String application, String name) {
        return running(application, name, new ComponentVersion.Content("artifact/1", Map.of()));
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
