package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.slipway.project.Role;
import dev.slipway.release.ReleaseTask;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
        id = Api.create(program);
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

    @Test
    void twoAtTheSameTimeAreOne() {
        var answers = new ArrayList<CompletableFuture<Response>>();
        QuarkusTransaction.requiringNew().run(() -> {
            // Whoever comes first gets as far as this row, the other one as far as the key.
            ReleaseTask.locked(UUID.fromString(id));
            for (int no = 0; no < 2; no++) {
                answers.add(CompletableFuture.supplyAsync(() -> once("start", "same", "{}")));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Rows.number("select count(*) from pg_locks where not granted") == 2);
        });

        var bodies = answers.stream().map(answer -> answer.join().asString()).distinct();
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.join().header("Idempotent-Replayed")))
                .containsExactlyInAnyOrder(null, "true");
        assertThat(Rows.number("select count(*) from execution")).isEqualTo(1);
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
