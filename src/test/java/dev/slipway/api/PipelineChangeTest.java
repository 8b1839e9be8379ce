package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.Program;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PipelineChangeTest {

    private Program program;

    @BeforeEach
    void makeToken() {
        program = Program.with(Role.DEVELOPER);
    }

    @Test
    void anEditReplacesAndKnowsWhoWasFirst() {
        var created = program.post(PIPELINES, DOCUMENTED).then().extract();
        var path = pipeline(created.path("id"));
        var etag = created.header("ETag");
        var renamed = DOCUMENTED.replace("release-gn7mre", "release-new").replace("\"fail_mode\":\"stop\",", "");

        var edited = program.request()
                .header("If-Match", etag)
                .contentType(Program.JSON)
                .body(renamed)
                .put(path);
        var late = program.request()
                .header("If-Match", etag)
                .contentType(Program.JSON)
                .body(DOCUMENTED)
                .put(path);

        edited.then().statusCode(200).body("name", equalTo("release-new"), "version", equalTo(2));
        assertThat(program.get(path).header("ETag")).isEqualTo(edited.header("ETag"));
        late.then().statusCode(412).body("error_code", equalTo("SLIPWAY.00100412"));
        program.request()
                .header("If-Match", "\"nonsense\"")
                .contentType(Program.JSON)
                .body(DOCUMENTED)
                .put(path)
                .then()
                .statusCode(412);
        // What details answer can be sent back.
        program.put(path, program.get(path).asString()).then().statusCode(200).body("version", equalTo(2));
        program.put(path, DOCUMENTED).then().statusCode(200).body("name", equalTo("release-gn7mre"));
    }

    @Test
    void aReleaseTaskIsClonedAndDeleted() {
        var id = Api.create(program);

        var copy = program.post(pipeline(id) + "/clone", "{\"name\":\"release-copy\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("release-copy"))
                .body("pipeline_declaration[0].stages[0].tasks.name", contains("bkdi55", "a7sk2p"))
                .extract()
                .<String>path("id");
        program.post(pipeline(id) + "/clone", "{\"name\":\"release-copy\"}")
                .then()
                .statusCode(400);
        program.post(pipeline(id) + "/clone", "{}")
                .then()
                .statusCode(400)
                .body("error_msg", equalTo("name: This field is mandatory."));
        program.request().delete(pipeline(copy)).then().statusCode(204);
        program.get(pipeline(copy)).then().statusCode(404).body("error_code", equalTo("SVCSTG.00100433"));
        program.request().delete(pipeline(copy)).then().statusCode(404);
    }

    @Test
    void rolesHoldAsInTheConsole() {
        var id = Api.create(program);
        var viewer = Program.with(Role.VIEWER);

        viewer.get(pipeline(id)).then().statusCode(200);
        viewer.post(PIPELINES, DOCUMENTED.replace("gn7mre", "other"))
                .then()
                .statusCode(403)
                .body("error_code", equalTo("SLIPWAY.00100403"));
        viewer.put(pipeline(id), DOCUMENTED).then().statusCode(403);
        viewer.request().delete(pipeline(id)).then().statusCode(403);
        viewer.post(pipeline(id) + "/clone", "{\"name\":\"release-copy\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void theProjectOfTheAddressHoldsWhateverTheIdIs() {
        var id = Api.create(program);
        var own = OwnProject.create();

        program.get(pipeline(id).replace("/v3/0/", "/v3/" + own.id() + "/"))
                .then()
                .statusCode(404);
        for (var path : List.of(
                pipeline(Api.nobody()), pipeline("x"), pipeline("x") + "/records", "/v3/nowhere/pipeline/pipelines")) {
            program.get(path).then().statusCode(404).contentType("application/json");
        }
    }
}
