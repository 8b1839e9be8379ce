package dev.slipway.api;

import static dev.slipway.api.Api.action;
import static dev.slipway.api.Api.approval;
import static dev.slipway.api.Api.pipeline;
import static dev.slipway.testing.Releaser.awaitStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ActionTest {

    @Inject
    Scripted scripts;

    private Program program;
    private String id;

    @BeforeEach
    void create() {
        program = Program.with(Role.ADMIN);
        id = Api.create(program);
    }

    @Test
    void aSubsetIsExecutedApprovedAndSuccessful() {
        var selected =
                """
                {"selected_tasks":[{"stage_name":"75foki","tasks":["bkdi55"]},
                                   {"stage_name":"p0ws4x","tasks":["k2m9zt","u8xq1c"]}]}
                """;
        var started = program.post(action(id, "start"), selected)
                .then()
                .statusCode(200)
                .body("pipeline_id", equalTo(id), "status", equalTo(4))
                .extract();
        var execution = Long.parseLong(started.path("id"));
        awaitStatus(execution, Status.TO_BE_APPROVED);

        program.get(pipeline(id)).then().body("status", equalTo(5));
        program.post(action(id, "approval"), approval("k2m9zt", "agree"))
                .then()
                .statusCode(200)
                .body("id", equalTo(String.valueOf(execution)));

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(scripts.runs()).containsExactly("bkdi55", "u8xq1c");
        assertThat(Rows.status(execution, "a7sk2p")).isEqualTo(Status.SKIPPED);
        program.get(pipeline(id)).then().body("status", equalTo(2));
    }

    @Test
    void withoutASelectionAllTasksRun() {
        for (var body : List.of("{}", "{\"selected_tasks\":null,\"name\":\"vvasd\"}", "")) {
            var execution = Api.act(program, id, "start", body);
            awaitStatus(execution, Status.TO_BE_APPROVED);
            program.post(action(id, "approval"), approval("k2m9zt", "refuse"));
            assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        }
        assertThat(scripts.runs()).hasSize(6);
    }

    @Test
    void aBodyNeedNotBeThere() {
        program.request().noContentType().post(action(id, "start")).then().statusCode(200);
    }

    @Test
    void aDecisionIsSpentOnce() {
        var execution = Api.act(program, id, "start", "{}");
        awaitStatus(execution, Status.TO_BE_APPROVED);
        program.post(action(id, "approval"), approval("k2m9zt", "agree"));

        var second = Program.with(Role.APPROVER).post(action(id, "approval"), approval("k2m9zt", "refuse"));

        second.then()
                .statusCode(409)
                .body("error_code", equalTo("SLIPWAY.00100409"))
                .body("error_msg", containsString("Already decided by Display"))
                .body("decision.approval_type", equalTo("agree"))
                .body("decision.message", equalTo("by the book"));
        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.number("select count(*) from decision")).isEqualTo(1);
    }

    @Test
    void itIsStoppedContinuedAndTerminated() {
        scripts.block("bkdi55");
        var execution = Api.act(program, id, "start", "{}");
        Releaser.awaitStep(execution, "bkdi55", Status.RUNNING);

        program.post(action(id, "stop"), "{}").then().statusCode(200).body("status", equalTo(13));
        scripts.goOn("bkdi55");
        awaitStatus(execution, Status.PAUSED);
        program.post(action(id, "start"), "{}").then().statusCode(409).body("$", not(hasKey("decision")));
        program.post(action(id, "continue"), "{}").then().statusCode(200);
        awaitStatus(execution, Status.TO_BE_APPROVED);
        program.post(action(id, "terminate"), "{}").then().statusCode(200).body("status", equalTo(3));
        program.post(action(id, "terminate"), "{}").then().statusCode(409);
    }

    @Test
    void whatFailedIsRetriedSkippedAndRolledBack() {
        scripts.fail("bkdi55", "no compiler");
        scripts.fail("a7sk2p", "no compiler either");
        var execution = Api.act(program, id, "start", "{}");
        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);

        scripts.on("a7sk2p", ticket -> Scripted.succeeded());
        program.post(action(id, "retry"), "{\"selected_tasks\":[{\"stage_name\":\"75foki\",\"tasks\":[\"a7sk2p\"]}]}")
                .then()
                .statusCode(200);
        Releaser.end(execution);
        program.post(action(id, "skip"), "{\"task_name\":\"bkdi55\"}")
                .then()
                .statusCode(400)
                .body("error_msg", equalTo("message: This field is mandatory."));
        program.post(action(id, "skip"), "{\"task_name\":\"bkdi55\",\"message\":\"known\"}")
                .then()
                .statusCode(200);
        awaitStatus(execution, Status.TO_BE_APPROVED);
        program.post(action(id, "approval"), approval("k2m9zt", "agree"));
        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);

        assertThat(scripts.runs("a7sk2p")).isEqualTo(2);
        program.post(action(id, "rollback"), "{}")
                .then()
                .statusCode(409)
                .body("error_msg", containsString("nothing that can be rolled back"));
    }

    @Test
    void nonsenseIsToldByItsPath() {
        var selected =
                "{\"selected_tasks\":[{\"stage_name\":\"75foki\",\"tasks\":[\"nobody\"]},{\"stage_name\":\"none\",\"tasks\":[]},{}]}";

        assertThat(message("start", selected))
                .contains(
                        "selected_tasks[0].tasks[0]: The stage has no such task.",
                        "selected_tasks[1].stage_name: There is no such stage.",
                        "selected_tasks[2].stage_name: This field is mandatory.",
                        "selected_tasks[2].tasks: This field is mandatory.");
        assertThat(message("start", "{\"selected_tasks\":[]}")).contains("selected_tasks: Select at least one task");
        assertThat(message("jump", "{}")).startsWith("action_id: ");
        program.post(pipeline(id) + "/action", "{}")
                .then()
                .statusCode(400)
                .body("error_msg", containsString("action_id"));
        program.post(action(id, "stop"), "{}").then().statusCode(409);
        Api.act(program, id, "start", "{}");
        assertThat(message("approval", "{\"approval_type\":\"maybe\"}"))
                .contains("task_name: This field is mandatory.", "approval_type: This must be agree or refuse.");
        assertThat(message("approval", approval("k2m9zt", "agree").replace("by the book", "x".repeat(1001))))
                .contains("message: 1001 characters");
        program.post(action(id, "approval"), approval("nobody", "agree")).then().statusCode(404);
    }

    private String message(String action, String body) {
        return program.post(action(id, action), body)
                .then()
                .statusCode(400)
                .extract()
                .path("error_msg");
    }
}
