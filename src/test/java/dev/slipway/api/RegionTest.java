package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.action;
import static dev.slipway.api.Api.pipeline;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.DemoOfTwoRegions;
import dev.slipway.testing.Program;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoOfTwoRegions.class)
@QuarkusTestResource(Database.class)
class RegionTest {

    private static final String WAIT = DOCUMENTED.replaceAll(
            "\"task_type\":\"scripted\"([^}]*)\"input\":[{][^}]*[}]",
            "\"task_type\":\"wait\"$1\"input\":{\"seconds\":1}");

    @Test
    void aReleaseTaskOfAnotherRegionIsThereAndNowhereElse() {
        var program = Program.with(Role.ADMIN);
        var id = program.post(PIPELINES + "?region=south", WAIT)
                .then()
                .statusCode(200)
                .body("region", equalTo("south"))
                .extract()
                .<String>path("id");

        program.get(PIPELINES + "?region=south").then().body("name", contains("release-gn7mre"));
        program.get(PIPELINES).then().body("name", not(hasItem("release-gn7mre")));
        program.get(PIPELINES + "?region=west")
                .then()
                .statusCode(400)
                .body("error_msg", containsString("north, south"));
        // The same name is free in the other region, and what is found by its id needs none.
        program.post(PIPELINES, WAIT).then().statusCode(200).body("region", equalTo("north"));
        program.get(pipeline(id)).then().body("region", equalTo("south"));
        program.post(pipeline(id) + "/clone", "{\"name\":\"release-copy\"}")
                .then()
                .body("region", equalTo("south"));
        program.post(action(id, "start"), "{}").then().statusCode(200);
    }
}
