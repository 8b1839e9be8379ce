package dev.slipway.api;

import static dev.slipway.api.Api.action;
import static dev.slipway.api.Api.pipeline;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.tasktype.Outcome;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RecordTest {

    @Inject
    Scripted scripts;

    private Program program;
    private UUID id;
    private String records;

    @BeforeEach
    void create() {
        program = Program.with(Role.ADMIN);
        id = Given.release("release-shop")
                .phase(group(scripted("builds")), group(scripted("fails")))
                .phase(group(approval("go-live")))
                .create();
        records = pipeline(id) + "/records";
    }

    @Test
    void recordsAreTheNewestFirst() {
        program.get(records).then().statusCode(200).body("count", equalTo(0), "records", hasSize(0));
        Releaser.end(Releaser.execute(id, "builds"));
        var second = Long.parseLong(program.post(action(id, "start"), "{}").path("id"));

        program.get(records)
                .then()
                .body("count", equalTo(2))
                .body("records.no", contains(2, 1))
                .body("records[0].id", equalTo((int) second))
                .body("records[0].pipeline_id", equalTo(id.toString()))
                .body("records[0].version", equalTo(1))
                .body("records[0].trigger", startsWith("Display user-"))
                .body("records[0].trigger_type", equalTo(0))
                .body("records[1].status", equalTo(2))
                .body("records[1].trigger_at > 1700000000000", equalTo(true))
                .body("records[1].end_time > 1700000000000", equalTo(true));
        program.get(records + "?limit=1&offset=1").then().body("count", equalTo(2), "records.no", contains(1));
        program.get(records + "?limit=5000").then().statusCode(400);
    }

    @Test
    void oneRecordShowsWhereEverythingStands() {
        scripts.fail("fails", "no compiler");
        var execution = Releaser.execute(id);
        Releaser.end(execution);
        Releaser.skip(execution, "fails", "known");
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        Releaser.agree(execution, "go-live");
        Releaser.end(execution);

        program.get(records + "/" + execution)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) execution), "status", equalTo(2), "remark", equalTo("1 skipped by somebody"))
                .body("stage_states.status", contains(2, 2))
                .body("stage_states[0].task_states.name", contains("builds", "fails"))
                .body("stage_states[0].task_states.group_index", contains("0", "1"))
                .body("stage_states[0].task_states[0].status", equalTo(2))
                .body("stage_states[0].task_states[0].attempt", equalTo(1))
                .body("stage_states[0].task_states[0].end_time > 1700000000000", equalTo(true))
                .body("stage_states[0].task_states[1].status", equalTo(9))
                .body("stage_states[0].task_states[1].message", equalTo("no compiler"))
                .body("stage_states[1].task_states[0].task_type", equalTo("manual_approval"))
                .body("stage_states[1].task_states[0].approval.approval_type", equalTo("agree"))
                .body("stage_states[1].task_states[0].approval.approver", equalTo("somebody"));
    }

    @Test
    void aLogIsReadInParts() {
        scripts.on("builds", ticket -> {
            ticket.log()
                    .add(IntStream.rangeClosed(1, 1005)
                            .mapToObj(no -> "line " + no)
                            .toList());
            return Scripted.succeeded();
        });
        var execution = Releaser.execute(id, "builds");
        Releaser.end(execution);
        var log = "%s/%d/tasks/builds/log".formatted(records, execution);

        program.get(log)
                .then()
                .statusCode(200)
                .body("task_name", equalTo("builds"), "attempt", equalTo(1), "count", equalTo(1005))
                .body("lines", hasSize(1000))
                .body("lines[0].line", equalTo(1), "lines[0].text", equalTo("line 1"));
        program.get(log + "?offset=1000&limit=2").then().body("lines.text", contains("line 1001", "line 1002"));
        program.get(log.replace("builds", "nobody")).then().statusCode(404);
    }

    @Test
    void theLogOfAnEarlierAttemptIsStillThere() {
        scripts.on("builds", ticket -> {
            ticket.log().add(List.of("attempt " + scripts.runs("builds")));
            return scripts.runs("builds") == 1 ? new Outcome.Failed("no compiler") : Scripted.succeeded();
        });
        var execution = Releaser.execute(id, "builds");
        Releaser.end(execution);
        Releaser.retry(execution);
        Releaser.end(execution);
        var log = "%s/%d/tasks/builds/log".formatted(records, execution);

        program.get(log).then().body("attempt", equalTo(2), "lines.text", contains("attempt 2"));
        program.get(log + "?attempt=1").then().body("attempt", equalTo(1), "lines.text", contains("attempt 1"));
        program.get(log + "?attempt=3")
                .then()
                .statusCode(400)
                .body("error_msg", equalTo("attempt: This must be a whole number from 1 to 2."));
    }

    @Test
    void recordsOfOtherReleaseTasksAreNotThere() {
        var other = Given.release("release-other").phase(group(scripted("a"))).create();
        var execution = Releaser.execute(other);

        for (var wrong : List.of(String.valueOf(execution), "x", "0", "-1", "99999999999999999999")) {
            assertThat(program.get(records + "/" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
    }
}
