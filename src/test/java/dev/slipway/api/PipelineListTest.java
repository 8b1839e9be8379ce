package dev.slipway.api;

import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PipelineListTest {

    private Program program;

    @BeforeEach
    void makeToken() {
        program = Program.with(Role.DEVELOPER);
    }

    @Test
    void theListIsABareArray() {
        program.get(PIPELINES).then().statusCode(200).body("$", hasSize(0));
        fill();

        program.get(PIPELINES)
                .then()
                .statusCode(200)
                .header("X-Total-Count", "3")
                .body("$", hasSize(3))
                .body("model_version", everyItem(equalTo(2)))
                .body("find { it.name == 'release-one' }.status", equalTo(2))
                .body("find { it.name == 'release-one' }.last_trigger_at > 1700000000000", equalTo(true))
                .body("find { it.name == 'release-two' }.status", equalTo(1));
    }

    @Test
    void theListCanBeFiltered() {
        fill();

        program.get(PIPELINES + "?status=1&name=TWO").then().body("name", contains("release-two"));
        program.get(PIPELINES + "?status=2").then().body("name", contains("release-one"));
        program.get(PIPELINES + "?name=%25").then().body("$", hasSize(0));
        program.get(PIPELINES + "?limit=2&offset=1")
                .then()
                .header("X-Total-Count", "3")
                .body("$", hasSize(2));
    }

    @Test
    void aListOfNonsenseIsRefused() {
        for (var wrong :
                List.of("limit=0", "limit=1001", "limit=x", "offset=-1", "status=6", "status=x", "region=no")) {
            program.get(PIPELINES + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("error_msg", containsString(wrong.replaceFirst("=.*", "") + ": "));
        }
    }

    private static void fill() {
        var ids = List.of("one", "two", "three").stream()
                .map(name -> Given.release("release-" + name)
                        .phase(Given.group(Given.scripted("a")))
                        .create())
                .toList();
        Releaser.end(Releaser.execute(ids.get(0)));
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        var id = Api.create(program);
        for (var path : List.of(PIPELINES, pipeline(id), pipeline(id) + "/records", pipeline(id) + "/hooks")) {
            var etag = program.get(path).header("ETag");

            var again = program.request()
                    .header("If-None-Match", "\"other\", W/" + etag)
                    .get(path);

            again.then().statusCode(304).header("ETag", equalTo(etag));
            assertThat(again.asByteArray()).isEmpty();
            program.request()
                    .header("If-None-Match", "\"other\"")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
        var before = program.get(pipeline(id)).header("ETag");
        Releaser.execute(java.util.UUID.fromString(id));

        program.request()
                .header("If-None-Match", before)
                .get(pipeline(id))
                .then()
                .statusCode(200);
    }
}
