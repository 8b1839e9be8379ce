package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.action;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PipelineFileTest {

    private String user;
    private Program program;
    private String id;

    @BeforeEach
    void create() {
        user = Accounts.aUser(Role.ADMIN);
        program = Program.of(user);
        id = program.post(PIPELINES, DOCUMENTED).path("id");
    }

    @Test
    void theFileIsWhatTheConsoleExports() {
        var browser = new PlainBrowser();
        browser.get("/sign-in");
        browser.signIn(user, Accounts.PASSWORD);

        var file = program.get(pipeline(id) + "/file");

        file.then().statusCode(200).contentType(startsWith("application/yaml"));
        assertThat(file.asByteArray())
                .isEqualTo(browser.get("/releases/" + id + "/export").asByteArray());
        program.request()
                .header("If-None-Match", file.header("ETag"))
                .get(pipeline(id) + "/file")
                .then()
                .statusCode(304);
        program.get(pipeline(Api.nobody()) + "/file").then().statusCode(404);
    }

    @Test
    void aFileMakesAReleaseTaskOnce() {
        var file = file().replace("release-gn7mre", "release-copy");

        var first = send("POST", PIPELINES, file, "a key");
        var second = send("POST", PIPELINES, file, "a key");

        first.then().statusCode(200).body("name", equalTo("release-copy"), "version", equalTo(1));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(program.get(pipeline(first.path("id")) + "/file").asString()).isEqualTo(file);
        send("POST", PIPELINES, file, "another")
                .then()
                .statusCode(400)
                .body("error_msg", startsWith("Line 2: There is"));
    }

    @Test
    void aFileReplacesWhatAReleaseTaskSays() {
        var tag = program.get(pipeline(id)).header("ETag");

        send("PUT", pipeline(id), file().replace("release-gn7mre", "release-renamed"), "unused")
                .then()
                .statusCode(200)
                .body("id", equalTo(id), "name", equalTo("release-renamed"), "version", equalTo(2));

        sending(program, "application/yaml", file())
                .header("If-Match", tag)
                .put(pipeline(id))
                .then()
                .statusCode(412);
        program.post(action(id, "start"), "{}");
        send("PUT", pipeline(id), file(), "unused").then().statusCode(409);
    }

    @Test
    void whatIsWrongIsToldByItsLine() {
        var wrong = file().replace("name: Build storefront", "nome: Build storefront")
                .replace("bestEffort: false", "bestEffort: 7");

        for (var method : new String[] {"POST", "PUT"}) {
            send(method, method.equals("POST") ? PIPELINES : pipeline(id), wrong, "key-" + method)
                    .then()
                    .statusCode(400)
                    .body("error_code", equalTo("SVCSTG.00100400"))
                    .body("error_msg", containsString("Line 3: Here must be true or false.\n"))
                    .body("error_msg", containsString("There is no field nome in a task"));
        }
        assertThat(Rows.number("select count(*) from release_task where name like 'release-gn%'"))
                .isEqualTo(1);
    }

    @Test
    void whoMayNotEditMayOnlyReadIt() {
        var file = file();
        var viewer = Program.with(Role.VIEWER);

        assertThat(viewer.get(pipeline(id) + "/file").asString()).isEqualTo(file);
        sending(viewer, "application/yaml", file).post(PIPELINES).then().statusCode(403);
        sending(viewer, "application/yaml", file).put(pipeline(id)).then().statusCode(403);
        sending(program, "text/yaml", file).post(PIPELINES).then().statusCode(415);
    }

    private String file() {
        return program.get(pipeline(id) + "/file").asString();
    }

    private Response send(String method, String path, String file, String key) {
        return sending(program, "application/yaml", file)
                .header("Idempotency-Key", key.replace(' ', '-'))
                .request(method, path);
    }

    private static RequestSpecification sending(Program program, String type, String file) {
        var asText = EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT);
        return program.request()
                .config(RestAssured.config().encoderConfig(asText))
                .contentType(type)
                .body(file);
    }
}
