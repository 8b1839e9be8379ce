package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.slipway.openapi.ApiDocument;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.vertx.core.http.impl.HttpUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the API to its document: an undocumented status, content type, header or body fails the test that gets it. */
public final class Contract implements Filter {

    private static final DocumentedApi API = new DocumentedApi(new ApiDocument());

    /** The filter for every request to the API: what it takes has to be documented, too. */
    public static final Contract KEPT = new Contract(true);

    /** The filter for nonsense, which is taken where nobody reads it: a comment with an action that needs none. */
    public static final Contract OF_ANSWERS = new Contract(false);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String JSON_TYPE = "application/json";

    /** What the server and the rules for all answers of Slipway say. */
    private static final Set<String> OF_ALL_ANSWERS = Set.of(
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-security-policy",
            "content-type",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "referrer-policy",
            "transfer-encoding",
            "x-content-type-options");

    private final boolean alsoOfRequests;

    private Contract(boolean alsoOfRequests) {
        this.alsoOfRequests = alsoOfRequests;
    }

    /** The document that it looks at. */
    public static DocumentedApi api() {
        return API;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
        var answer = context.next(request, wanted);
        var path = path(request.getURI());
        if (path.equals("/v3") || path.startsWith("/v3/")) {
            check(request, path, answer);
        }
        return answer;
    }

    /** The path as the server reads it: without dots and, as Quarkus REST finds a resource, without a slash at its end. */
    private static String path(String uri) {
        var path = uri.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("[?#].*", "");
        return HttpUtils.normalizePath(path).replaceFirst("(?<=.)/$", "");
    }

    private void check(FilterableRequestSpecification request, String path, Response answer) {
        var what = "%s %s: %d %s".formatted(request.getMethod(), path, answer.statusCode(), shortened(answer));
        var operation = API.operation(request.getMethod(), path);
        var documented = API.answer(operation, answer.statusCode());

        assertThat(documented.isMissingNode()).as("%s is not documented", what).isFalse();
        checkHeaders(what, documented.path("headers"), answer);
        checkBody(what, documented.path("content"), answer, request.getMethod().equals("HEAD"));
        if (alsoOfRequests && operation != null && answer.statusCode() < 300 && request.getBody() != null) {
            checkRequest(what, operation.operation(), request);
        }
    }

    private static String shortened(Response answer) {
        var body = answer.asString();
        return body.length() < 2000 ? body : body.substring(0, 2000);
    }

    private static void checkHeaders(String what, JsonNode documented, Response answer) {
        documented.properties().forEach(header -> {
            var facts = API.resolved(header.getValue());
            var value = answer.header(header.getKey());
            if (value != null) {
                assertThat(API.problems(facts.get("schema"), parsed(facts, value)))
                        .as("%s: header %s", what, header.getKey())
                        .isEmpty();
            }
            assertThat(value != null || !facts.path("required").asBoolean())
                    .as("%s: header %s is missing", what, header.getKey())
                    .isTrue();
        });
        var known = Stream.concat(
                        OF_ALL_ANSWERS.stream(),
                        documented.properties().stream().map(header -> header.getKey()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(answer.headers().asList().stream().map(Header::getName).map(name -> name.toLowerCase(Locale.ROOT)))
                .as("headers of %s", what)
                .isSubsetOf(known);
    }

    private static JsonNode parsed(JsonNode header, String value) {
        return header.at("/schema/type").asText().equals("integer")
                ? read(value.getBytes(StandardCharsets.UTF_8))
                : TextNode.valueOf(value);
    }

    private static void checkBody(String what, JsonNode content, Response answer, boolean head) {
        if (content.isMissingNode() || head) {
            assertThat(answer.asByteArray()).as(what).isEmpty();
            return;
        }
        var type = answer.contentType().replaceFirst(";charset=UTF-8$", "");
        assertThat(content.has(type))
                .as("%s is not documented as %s", what, type)
                .isTrue();
        var value = type.equals(JSON_TYPE) ? read(answer.asByteArray()) : TextNode.valueOf(answer.asString());
        assertThat(API.problems(content.get(type).get("schema"), value))
                .as(what)
                .isEmpty();
    }

    /** What was taken must be what the document asks for, but for the unknown fields, which are ignored. */
    private static void checkRequest(String what, JsonNode operation, FilterableRequestSpecification request) {
        var content = API.resolved(operation.path("requestBody")).path("content");
        if (!request.getContentType().startsWith(JSON_TYPE)) {
            assertThat(content.has(request.getContentType().replaceFirst(" *;.*", "")))
                    .as("%s takes %s", what, request.getContentType())
                    .isTrue();
            return;
        }
        var schema = content.path(JSON_TYPE).path("schema");
        var body = request.getBody() instanceof byte[] bytes
                ? read(bytes)
                : read(request.getBody().toString().getBytes(StandardCharsets.UTF_8));
        if (!schema.isMissingNode() && !body.isMissingNode()) {
            assertThat(API.problemsOfRequest(schema, body))
                    .as("%s takes %s", what, body)
                    .isEmpty();
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(new String(json, StandardCharsets.UTF_8), e);
        }
    }
}
