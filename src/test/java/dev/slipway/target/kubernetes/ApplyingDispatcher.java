package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What the mock of fabric8 lacks of an API server: applying from the server's side with conflicts, telling which kinds there
 * are, reviews of access, and logs.
 */
final class ApplyingDispatcher extends KubernetesCrudDispatcher {

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    /** Kind and plural by API version. */
    private static final Map<String, Map<String, String>> KINDS = Map.of(
            "v1",
            Map.of(
                    "ConfigMap", "configmaps",
                    "Service", "services",
                    "Secret", "secrets",
                    "Pod", "pods"),
            "apps/v1",
            Map.of("Deployment", "deployments", "StatefulSet", "statefulsets", "DaemonSet", "daemonsets"),
            "batch/v1",
            Map.of("Job", "jobs"),
            "gateway.networking.k8s.io/v1",
            Map.of("HTTPRoute", "httproutes"),
            "example.com/v1",
            Map.of("Certificate", "certificates"));

    final Map<String, String> conflicts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> applied = new ConcurrentHashMap<>();
    /** What pods have written, by their names. */
    final Map<String, String> logs = new ConcurrentHashMap<>();

    final AtomicInteger applications = new AtomicInteger();
    volatile Set<String> forbidden = Set.of();
    volatile Function<RecordedRequest, Optional<MockResponse>> trouble = request -> Optional.empty();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        var special = trouble.apply(request);
        return special.orElseGet(() -> answer(request));
    }

    MockResponse lose(RecordedRequest request) {
        answer(request);
        return new MockResponse().setResponseCode(503);
    }

    private MockResponse answer(RecordedRequest request) {
        var path = request.getPath().replaceFirst("\\?.*", "");
        if (request.method() == HttpMethod.PATCH
                && String.valueOf(request.getHeader("Content-Type")).contains("apply")) {
            return apply(request, path);
        }
        if (path.equals("/version")) {
            return json(OK, Map.of("major", "1", "minor", "31", "gitVersion", "v1.31.0"));
        }
        if (path.endsWith("/selfsubjectaccessreviews")) {
            return review(request);
        }
        if (path.endsWith("/log")) {
            var pod = path.replaceFirst(".*/pods/([^/]+)/log", "$1");
            var log = logs.getOrDefault(pod, "starting\nno database at db:5432\n");
            return new MockResponse()
                    .setResponseCode(OK)
                    .setBody(request.getPath().contains("timestamps=true") ? timed(log) : log);
        }
        if (request.method() == HttpMethod.GET && path.endsWith("/events")) {
            // All of them are warnings; the mock finds none by their type.
            return super.dispatch(request(HttpMethod.GET, path, Map.of()));
        }
        var version = path.replaceFirst("^/apis?/", "");
        return request.method() == HttpMethod.GET && KINDS.containsKey(version)
                ? kinds(version)
                : super.dispatch(request);
    }

    /** A line was written each second. */
    private static String timed(String log) {
        var at = Instant.parse("2026-01-01T00:00:00.123456789Z");
        var timed = new StringBuilder();
        for (var line : log.lines().toList()) {
            timed.append(at).append(' ').append(line).append('\n');
            at = at.plusSeconds(1);
        }
        return timed.toString();
    }

    private MockResponse kinds(String version) {
        var resources = KINDS.getOrDefault(version, Map.of()).entrySet().stream()
                .map(entry -> Map.of(
                        "name", entry.getValue(), "kind", entry.getKey(), "namespaced", true, "verbs", List.of("get")))
                .toList();
        return json(
                OK,
                Map.of("kind", "APIResourceList", "apiVersion", "v1", "groupVersion", version, "resources", resources));
    }

    private MockResponse review(RecordedRequest request) {
        var review = Values.map(Serialization.unmarshal(body(request), Map.class));
        var asked = Values.map(Values.at(review, "spec", "resourceAttributes"));
        var denied = forbidden.contains("%s %s".formatted(asked.get("verb"), asked.get("resource")));
        review.put("status", Map.of("allowed", !denied));
        return json(201, review);
    }

    private synchronized MockResponse apply(RecordedRequest request, String path) {
        var conflict = conflicts.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .findFirst();
        if (conflict.isPresent() && !request.getPath().contains("force=true")) {
            return conflict(conflict.get().getValue());
        }
        var object = Values.map(Serialization.unmarshal(body(request), Map.class));
        var known = handleGet(path);
        var isNew = known.code() != OK;
        var before = isNew
                ? Map.<String, Object>of()
                : Values.map(Serialization.unmarshal(known.getBody().readUtf8(), Map.class));
        var after = merged(before, applied.getOrDefault(path, Map.of()), object);
        if (request.getPath().contains("dryRun=All")) {
            return json(OK, after);
        }
        applications.incrementAndGet();
        applied.put(path, object);
        Values.inner(after, "metadata")
                .put("managedFields", List.of(Map.of("manager", "slipway", "operation", "Apply")));
        return isNew
                ? super.dispatch(request(HttpMethod.POST, path.substring(0, path.lastIndexOf('/')), after))
                : super.dispatch(request(HttpMethod.PUT, path, after));
    }

    /** What others have set stays, what was applied before and is not any more goes; lists are taken as wholes. */
    private static Map<String, Object> merged(
            Map<String, Object> live, Map<String, Object> last, Map<String, Object> wanted) {
        var merged = new LinkedHashMap<>(live);
        last.keySet().stream().filter(name -> !wanted.containsKey(name)).forEach(merged::remove);
        wanted.forEach((name, value) -> merged.put(
                name,
                value instanceof Map<?, ?>
                        ? merged(Values.map(live.get(name)), Values.map(last.get(name)), Values.map(value))
                        : value));
        return merged;
    }

    private static MockResponse conflict(String field) {
        return json(
                CONFLICT,
                Map.of(
                        "kind",
                        "Status",
                        "apiVersion",
                        "v1",
                        "status",
                        "Failure",
                        "reason",
                        "Conflict",
                        "code",
                        CONFLICT,
                        "message",
                        "Apply failed with 1 conflict",
                        "details",
                        Map.of(
                                "causes",
                                List.of(Map.of(
                                        "reason",
                                        "FieldManagerConflict",
                                        "field",
                                        field,
                                        "message",
                                        "conflict with \"kubectl-edit\" using apps/v1")))));
    }

    private static RecordedRequest request(HttpMethod method, String path, Map<String, Object> body) {
        var headers = Headers.builder().add("Content-Type", "application/json").build();
        return new RecordedRequest(
                "HTTP/1.1",
                method,
                path,
                headers,
                new Buffer(Serialization.asJson(body).getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(RecordedRequest request) {
        return new String(request.getBody().getBytes(), StandardCharsets.UTF_8);
    }

    static MockResponse json(int code, Object body) {
        return new MockResponse()
                .setResponseCode(code)
                .setHeader("Content-Type", "application/json")
                .setBody(Serialization.asJson(body));
    }
}
