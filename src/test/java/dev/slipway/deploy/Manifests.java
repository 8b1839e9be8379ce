package dev.slipway.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the chart comes to: rendered by Helm, and read as Kubernetes' own types, which know every field. */
record Manifests(List<Map<String, Object>> documents) {

    static final Path CHART = Path.of("deploy", "helm", "slipway");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream.of(
                    Deployment.class,
                    HorizontalPodAutoscaler.class,
                    Ingress.class,
                    Job.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    Service.class,
                    ServiceAccount.class)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    private static final Map<String, Object> LEAST = Map.of(
            "database.url", "jdbc:postgresql://db.example.com/slipway",
            "database.secret", "slipway-database",
            "session.secret", "slipway-session",
            "encryption.secret", "slipway-encryption",
            "url", "https://slipway.example.com",
            // What is hooked to something else is not in the output of a template.
            "migrations.annotations", "null");

    // The types take what they don't know, to hand it on; here that would hide every slip of the pen.
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated any) {
                    return false;
                }
            });

    /** Renders the chart with the least it asks for, and these values. */
    static Manifests with(Map<String, Object> values) {
        var command = new Helm(CHART).template().withName("shop").withNamespace("releases");
        LEAST.forEach(command::set);
        values.forEach(command::set);
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(command.call());
        return new Manifests(StreamSupport.stream(yaml.spliterator(), false)
                .filter(document -> document != null)
                .map(Manifests::document)
                .toList());
    }

    /** The values that hold where nobody says anything else. */
    static Map<String, Object> defaults() throws IOException {
        return document(new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(CHART.resolve("values.yaml"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(Object read) {
        return (Map<String, Object>) read;
    }

    Set<String> kinds() {
        return documents.stream().map(document -> (String) document.get("kind")).collect(Collectors.toSet());
    }

    /** The one object of a type. */
    <T extends HasMetadata> T the(Class<T> type) {
        return type.cast(STRICT.convertValue(raw(type.getSimpleName()), type));
    }

    /** The one object of a kind that Kubernetes itself does not know. */
    Map<String, Object> raw(String kind) {
        var found = documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d objects of kind %s".formatted(found.size(), kind));
        }
        return found.get(0);
    }

    /** Reads all that Kubernetes knows, and fails at a field that it does not. */
    List<HasMetadata> all() {
        return documents.stream()
                .filter(document -> TYPES.containsKey((String) document.get("kind")))
                .<HasMetadata>map(document -> STRICT.convertValue(document, TYPES.get((String) document.get("kind"))))
                .toList();
    }
}
