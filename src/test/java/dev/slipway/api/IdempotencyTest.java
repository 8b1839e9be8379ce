package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class IdempotencyTest {

    private Program program;
    private String id;

    @BeforeEach
    void create() {
        program = Program.with(Role.ADMIN);
        id = program.post(PIPELINES, DOCUMENTED)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    @Test
    void theKeyOfARequestMakesItHappenOnce() {
        var first = once("start", "key-1", "{}");
        var again = once("start", "key-1", "{}");

        again.then().statusCode(200).header("Idempotent-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Rows.number("select count(*) from execution")).isEqualTo(1);
        once("start", "key-1", "{\"selected_tasks\":null}")
                .then()
                .statusCode(422)
                .body("error_code", equalTo("SLIPWAY.00100422"));
        once("start", "key-2", "{}").then().statusCode(409);
        once("start", "", "{}").then().statusCode(400);
        program.post(PIPELINES, DOCUMENTED.replace("gn7mre", "b"));
        assertThat(Rows.number("select count(*) from api_answer")).isEqualTo(1);
    }

    @Test
    void aKeyIsForgottenAfterADayAndIsNobodyElses() {
        var body = DOCUMENTED.replace("gn7mre", "once");
        var first = create(program, body);
        assertThat(create(program, body)).isEqualTo(first);

        create(Program.of(Accounts.aUser(Role.DEVELOPER)), body.replace("once", "twice"));
        Rows.change("update api_answer set created_at = now() - interval '25 hours'");
        program.request()
                .header("Idempotency-Key", "key")
                .contentType(Program.JSON)
                .body(body)
                .post(PIPELINES)
                .then()
                .statusCode(400);
        create(program, body.replace("once", "thrice"));

        assertThat(Rows.number("select count(*) from api_answer")).isEqualTo(1);
    }

    private static String create(Program who, String body) {
        return who.request()
                .header("Idempotency-Key", "key")
                .contentType(Program.JSON)
                .body(body)
                .post(PIPELINES)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private Response once(String action, String key, String body) {
        return program.request()
                .header("Idempotency-Key", key)
                .contentType(Program.JSON)
                .body(body)
                .post(action(id, action));
    }
}
