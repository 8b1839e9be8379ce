package dev.slipway.api;

import static dev.slipway.api.Api.anybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.slipway.identity.User;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import dev.slipway.token.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TokenTest {

    private static final String PIPELINES = "/v3/0/pipeline/pipelines";

    @Test
    void bothHeadersAreUnderstood() {
        var token = Program.with(Role.VIEWER).token();

        anybody().header("X-Auth-Token", token).get(PIPELINES).then().statusCode(200);
        anybody()
                .header("Authorization", "bearer " + token)
                .get(PIPELINES)
                .then()
                .statusCode(200);
    }

    @Test
    void whateverIsNoValidTokenIsRefusedInJson() {
        var expired = Program.with(Role.ADMIN);
        Rows.change("update api_token set expires_at = now() - interval '1 second'");
        var disabled = Accounts.aUser(Role.ADMIN);
        var program = Program.of(disabled);
        QuarkusTransaction.requiringNew()
                .run(() -> User.findByName(disabled).orElseThrow().disable());

        for (var token : List.of("", "x", "slip_nobody", "\u00e9", expired.token(), program.token())) {
            for (var path : List.of(PIPELINES, "/v3/no/such/path", "/v3")) {
                anybody()
                        .header("X-Auth-Token", token)
                        .get(path)
                        .then()
                        .statusCode(401)
                        .contentType("application/json")
                        .header("WWW-Authenticate", equalTo("Bearer"))
                        .body(
                                "error_code",
                                equalTo("SLIPWAY.00100401"),
                                "error_msg",
                                startsWith("The token is missing"));
            }
        }
    }

    @Test
    void whoeverShowsNoTokenIsRefused() {
        anybody().get(PIPELINES).then().statusCode(401);
        anybody()
                .contentType("application/json")
                .body("{}")
                .post(PIPELINES)
                .then()
                .statusCode(401);
    }

    @Test
    void aSessionAuthorisesNothingOfTheApi() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        for (var path : List.of(
                PIPELINES,
                "/v3;a=b/0/pipeline/pipelines",
                "/x/../v3/0/pipeline/pipelines",
                "/%76%33/0/pipeline/pipelines")) {
            assertThat(browser.request().urlEncodingEnabled(false).get(path).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(browser.request()
                            .urlEncodingEnabled(false)
                            .contentType("application/json")
                            .body("{}")
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isIn(400, 401);
        }
    }

    @Test
    void aTokenAuthorisesNoPage() {
        var program = Program.with(Role.ADMIN);

        for (var path : List.of(
                "/releases", "/tokens", "/audit", "/v3/../releases", "/v3/%2e%2e/releases", "/live", "/projects/0")) {
            assertThat(program.request().urlEncodingEnabled(false).get(path).statusCode())
                    .as(path)
                    .isIn(401, 302);
        }
        program.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "x")
                .post("/tokens")
                .then()
                .statusCode(303);
        assertThat(Rows.number("select count(*) from api_token")).isEqualTo(1);
    }

    @Test
    void aTokenForReadingOnlyReads() {
        var program = Program.of(Accounts.aUser(Role.ADMIN), Scope.READ);

        program.get(PIPELINES).then().statusCode(200);
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            program.send(method, PIPELINES, "{}")
                    .then()
                    .statusCode(403)
                    .body(
                            "error_code",
                            equalTo("SLIPWAY.00100403"),
                            "error_msg",
                            equalTo("The token is for reading only."));
        }
    }

    @Test
    void theRolesOfTheOwnerHoldAsOfNow() {
        var owner = Accounts.aUser(Role.VIEWER);
        var program = Program.of(owner);
        program.get(PIPELINES).then().statusCode(200);

        Rows.change("delete from membership where user_id = (select id from app_user where username = ?1)", owner);

        program.get(PIPELINES).then().statusCode(404);
    }

    @Test
    void pagesStillTakeFormsOnly() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        for (var type : List.of("application/json", "text/plain")) {
            browser.request()
                    .contentType(type)
                    .body("{}")
                    .post("/sign-out")
                    .then()
                    .statusCode(400)
                    .contentType("text/html");
        }
        browser.request().post("/sign-out").then().statusCode(400);
        browser.post("/sign-out", Map.of()).then().statusCode(303);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        var program = Program.with(Role.VIEWER);
        var other = Program.with(Role.VIEWER);

        var answer = program.get("/v3/0/x");
        for (int no = 0; no < 3000 && answer.statusCode() == 404; no++) {
            answer = program.get("/v3/0/x");
        }

        answer.then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .body("error_code", equalTo("SLIPWAY.00100429"));
        other.get(PIPELINES).then().statusCode(200);
    }
}
