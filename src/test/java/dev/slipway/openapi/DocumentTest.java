package dev.slipway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.slipway.execution.Status;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.testing.Contract;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ApiDocument document;

    @Inject
    TaskTypes types;

    @Test
    void anybodyGetsItAsYamlOrJson() throws Exception {
        var yaml = given().get("/openapi").then().statusCode(200).contentType("application/yaml");
        var json = given().accept("application/json").get("/openapi").then().contentType("application/json");
        var chosen = given().get("/openapi?format=json").then().contentType("application/json");

        var read = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(yaml.extract().asString());
        assertThat(JSON.<JsonNode>valueToTree(read))
                .isEqualTo(JSON.readTree(json.extract().asString()));
        assertThat(chosen.extract().asString()).isEqualTo(json.extract().asString());
        var tag = yaml.extract().header("ETag");
        assertThat(json.extract().header("ETag")).isNotEqualTo(tag);
        given().header("If-None-Match", tag)
                .get("/openapi")
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("public, max-age=300"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.tree().findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.tree().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    /** A comma in a text without quotes begins a key without a value. */
    @Test
    void everyKeyHasAValue() {
        assertThat(keysWithoutValue(document.tree())).isEmpty();
    }

    private static Stream<String> keysWithoutValue(JsonNode node) {
        var own = node.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey);
        return Stream.concat(own, ApiDocument.items(node).stream().flatMap(DocumentTest::keysWithoutValue));
    }

    @Test
    void everySchemaIsOne() {
        var rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document.tree().findValues("schema").forEach(schema -> assertThat(rules.validate(schema))
                .as("%s", schema)
                .isEmpty());
        document.tree().at("/components/schemas").properties().forEach(schema -> assertThat(
                        rules.validate(schema.getValue()))
                .as(schema.getKey())
                .isEmpty());
    }

    @Test
    void everyExampleFollowsItsSchema() {
        var seen = new HashSet<JsonNode>();
        document.tree()
                .findParents("examples")
                .forEach(media -> media.get("examples").properties().forEach(example -> {
                    if (media.has("schema")) {
                        var value = document.resolved(example.getValue()).get("value");
                        assertThat(Contract.api().problems(media.get("schema"), value))
                                .as(example.getKey())
                                .isEmpty();
                        seen.add(value);
                    }
                }));
        document.tree().findParents("example").forEach(parameter -> assertThat(
                        Contract.api().problems(parameter.get("schema"), parameter.get("example")))
                .as(parameter.get("name").asText())
                .isEmpty());
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void everyRouteOfTheCodeIsInTheDocumentAndTheOtherWayRound() {
        var routes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.slipway").stream()
                        .map(type -> type.isAnnotatedWith(Path.class) ? type.reflect() : Object.class)
                        .flatMap(DocumentTest::routes)
                        .filter(route -> route.contains(" /v3"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.operations().stream().map(each -> each.method() + " " + each.path()))
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(document.operations().stream()
                        .map(each -> each.operation().get("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    private static Stream<String> routes(Class<?> resource) {
        var root = resource.isAnnotationPresent(Path.class)
                ? resource.getAnnotation(Path.class).value()
                : "";
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(verb -> {
                    var path = method.getAnnotation(Path.class);
                    return verb.value() + " " + root + (path == null ? "" : path.value());
                }));
    }

    @Test
    void statusCodesAndTaskTypesAreThoseOfTheCode() {
        var status = document.tree().at("/components/schemas/Status");
        assertThat(texts(status.get("enum")))
                .isEqualTo(Arrays.stream(Status.values())
                        .map(each -> String.valueOf(each.code()))
                        .collect(Collectors.toSet()));
        for (var each : Status.values()) {
            assertThat(status.get("description").asText()).contains("%d %s".formatted(each.code(), each.english()));
        }
        assertThat(texts(document.tree().at("/components/schemas/TaskType/enum")))
                .isEqualTo(types.ids().stream()
                        .filter(type -> !type.equals("scripted"))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> texts(JsonNode values) {
        return ApiDocument.items(values).stream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
