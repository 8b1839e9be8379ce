package dev.slipway.testing;

import dev.slipway.catalog.Inventory;
import dev.slipway.project.Project;
import dev.slipway.target.Targets;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The real services that a test has released. */
public final class Services {

    private Services() {}

    /** Stops all components of the default project. */
    public static void stop() {
        var targets = Arc.container().instance(Targets.class).get();
        var inventory = Arc.container().instance(Inventory.class).get();
        inventory.components(Project.DEFAULT_ID).forEach(component -> targets.of(component.kind())
                .stop(UUID.randomUUID().toString(), component.ref()));
    }

    /** What a service answers. */
    public static HttpResponse<String> get(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address + " does not answer", e);
        }
    }
}
