package dev.slipway.api;

import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import dev.slipway.net.LocalFiles;
import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PackageTest {

    private static final String PARSE = PIPELINES + "/parse-template-package";

    private Program program;
    private LocalFiles files;

    @BeforeEach
    void serve() {
        program = Program.with(Role.DEVELOPER);
        files = LocalFiles.serve(Map.of("/shop.zip", Zip.of(Zip.SMALL), "/nonsense.zip", new byte[] {1, 2, 3}));
        Given.environment("local", "process");
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void aPackageIsParsed() {
        program.post(PARSE, "{\"sources\":[%s]}".formatted(source("/shop.zip")))
                .then()
                .statusCode(200)
                .body("template_contents", hasSize(1))
                .body("template_contents[0].template", hasKey("shop/app.yaml"))
                .body("template_contents[0].variables.port.type", equalTo("integer"))
                .body("template_contents[0].variables.port.value", equalTo("8080"))
                .body("template_contents[0].variables.greeting.value", equalTo("hello"));
        assertThat(files.requests()).containsExactly("/shop.zip Basic YWRhOnM=");
        assertThat(Rows.number("select count(*) from release_task")).isZero();
    }

    @Test
    void aPackageBecomesAReleaseTaskAndReplacesOne() {
        var body = body("release-shop", source("/shop.zip"));

        var id = program.post(PIPELINES, body)
                .then()
                .statusCode(200)
                .body("name", equalTo("release-shop"))
                .body(
                        "pipeline_declaration[0].stages.collect { it.tasks }.flatten().task_type",
                        contains("create_application", "create_component"))
                .extract()
                .<String>path("id");

        program.put(pipeline(id), body.replace("release-shop\"", "release-shop2\""))
                .then()
                .statusCode(200)
                .body("name", equalTo("release-shop2"), "version", equalTo(2));
        assertThat(Rows.audited("template_package_imported")).isEqualTo(2);
        assertThat(Rows.values("select cast(detail as text) from audit_event").toString())
                .doesNotContain("secret");
    }

    @Test
    void whatIsWrongWithAPackageIsToldByItsPath() {
        var shop = source("/shop.zip");
        assertThat(message(PIPELINES, body("release-a", source("/nonsense.zip"))))
                .startsWith("sources[0].template_source.url: The file is no ZIP archive");
        assertThat(message(PIPELINES, body("release-a", shop.replace("greeting", "other"))))
                .startsWith("sources[0].input_values.greeting: Enter a value");
        assertThat(message(PIPELINES, body("1", shop))).startsWith("name: ");
        assertThat(message(PIPELINES, body("release-a", shop.replace("http\"", "obs\""))))
                .isEqualTo("sources[0].template_source.storage: This must be http: this Slipway has no other storage.");
        assertThat(message(PIPELINES, body("release-a", "{}")))
                .contains("sources[0].template_source: This field is mandatory.");
        assertThat(message(PIPELINES, body("release-a", shop + "," + shop)))
                .isEqualTo("sources: This must be one package.");
        assertThat(message(PIPELINES, body("release-a", shop.replace("X-Secret", "Host"))))
                .startsWith("sources[0].template_source.http_headers: ");
        assertThat(message(PARSE, "{}")).isEqualTo("sources: This field is mandatory.");
        assertThat(message(PARSE, "{\"sources\":[]}")).startsWith("sources: ");
    }

    @Test
    void whereThereAreSeveralEnvironmentsOneIsNamed() {
        Given.environment("production", "process");
        var body = body("release-shop", source("/shop.zip"));

        assertThat(message(PIPELINES, body))
                .startsWith("environment: Say in which")
                .contains("local, production");
        program.post(PIPELINES, body.replace("\"sources\"", "\"environment\":\"production\",\"sources\""))
                .then()
                .statusCode(200)
                .body(containsString("\"environment\":\"production\""));
    }

    @Test
    void onlyWhoMayEditMakesSlipwayCallSomebody() {
        Program.with(Role.VIEWER)
                .post(PARSE, "{\"sources\":[%s]}".formatted(source("/shop.zip")))
                .then()
                .statusCode(403);
        assertThat(files.requests()).isEmpty();
    }

    private String source(String path) {
        return """
                {"template_source":{"storage":"http","url":"%s","http_username":"ada","http_password":"s",
                  "http_headers":[{"key":"X-Secret","value":"secret"}]},"input_values":{"greeting":"hello"}}"""
                .formatted(files.address(path));
    }

    private static String body(String name, String sources) {
        return "{\"name\":\"%s\",\"model_version\":2,\"config_mode\":\"template\",\"sources\":[%s]}"
                .formatted(name, sources);
    }

    private String message(String path, String body) {
        return program.post(path, body).then().statusCode(400).extract().path("error_msg");
    }
}
