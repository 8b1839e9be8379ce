package dev.slipway.api;

import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class HooksTest {

    private static final String HOOKS =
            """
            "hooks":[{"schedule":"0 00-59/10 00-00 ? * MON *","timezone_operator":"+","timezone_hour":8}]}""";
    private static final String DOCUMENTED_POLICY =
            """
            {"selected_tasks":[{"stage_name":"75foki","tasks":["bkdi55"]}],
             "strategy_type":1,
            """
                    + HOOKS;

    private Program program;
    private String hooks;

    @BeforeEach
    void create() {
        program = Program.with(Role.ADMIN);
        hooks = pipeline(Api.create(program)) + "/hooks";
    }

    @Test
    void theDocumentedPolicyIsSetAndAnswered() {
        program.get(hooks).then().statusCode(200).body("strategy_type", equalTo(0), "hooks.size()", equalTo(0));

        var set = program.post(hooks, DOCUMENTED_POLICY);

        set.then().statusCode(200);
        assertThat(set.asString()).isEmpty();
        assertThat(JsonPath.from(program.get(hooks).asString()).getMap("$"))
                .isEqualTo(JsonPath.from("{\"strategy_type\":1," + HOOKS).getMap("$"));
        assertThat(Rows.values("select cast(tasks as text) from trigger_policy"))
                .hasToString("[[\"bkdi55\"]]");
    }

    @Test
    void aPolicyIsModifiedAndTakenBack() {
        program.post(hooks, DOCUMENTED_POLICY);

        program.put(hooks, DOCUMENTED_POLICY.replace("\"+\"", "\"-\"").replace(":8}", ":3.0}"))
                .then()
                .statusCode(200);
        program.get(hooks)
                .then()
                .body("hooks[0].timezone_operator", equalTo("-"), "hooks[0].timezone_hour", equalTo(3));
        program.put(hooks, "{\"strategy_type\":0}").then().statusCode(200);
        program.get(hooks).then().body("strategy_type", equalTo(0));
    }

    @Test
    void aOneShotScheduleMustBeToCome() {
        var past =
                "{\"strategy_type\":1,\"hooks\":[{\"schedule\":\"50 20 21 21 7 ? 2025\",\"timezone_operator\":\"+\",\"timezone_hour\":8}]}";

        program.post(hooks, past)
                .then()
                .statusCode(400)
                .body("error_msg", containsString("hooks[0].schedule: "), "error_msg", containsString("never due"));
        program.post(hooks, past.replace("2025", "2099")).then().statusCode(200);
    }

    @Test
    void nonsenseIsToldByItsPath() {
        assertThat(message("{}")).contains("strategy_type: This field is mandatory.");
        assertThat(message("{\"strategy_type\":2}"))
                .contains("strategy_type: This must be 0, manual, or 1, scheduled.");
        assertThat(message("{\"strategy_type\":1}")).contains("hooks: This field is mandatory.");
        assertThat(message("{\"strategy_type\":1,\"hooks\":[]}")).contains("hooks: A schedule is mandatory");
        assertThat(
                        message(
                                "{\"strategy_type\":1,\"hooks\":[{\"schedule\":\"x\",\"timezone_operator\":\"*\",\"timezone_hour\":15}]}"))
                .contains("hooks[0].schedule: ", "hooks[0].timezone_operator: ", "hooks[0].timezone_hour: ");
        assertThat(message(DOCUMENTED_POLICY.replace("bkdi55", "nobody"))).contains("selected_tasks[0].tasks[0]: ");
    }

    private String message(String body) {
        return program.post(hooks, body).then().statusCode(400).extract().path("error_msg");
    }

    @Test
    void whoMayNotExecuteMayOnlyLook() {
        var viewer = Program.with(Role.VIEWER);

        viewer.get(hooks).then().statusCode(200);
        viewer.post(hooks, DOCUMENTED_POLICY).then().statusCode(403);
    }
}
