package dev.slipway.token;

import static dev.slipway.testing.Answers.page;
import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TokenResourceTest {

    private static final String ANYTHING = "/v3/0/anything";
    private static final Map<String, String> FORM = Map.of("name", "CI", "days", "30", "scope", "FULL");

    @Inject
    BootstrapToken bootstrap;

    private PlainBrowser browser;

    @BeforeEach
    void signIn() {
        browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
    }

    @Test
    void aTokenIsShownOnceAndOnlyItsHashIsKept() {
        var made = page(browser.post("/tokens", FORM), 200);

        var text = made.expectFirst("#made").attr("value");
        assertThat(text).matches("slip_[A-Za-z0-9_-]{43}");
        assertThat(browser.get("/tokens").asString()).doesNotContain(text).contains("CI");
        assertThat(Rows.number(
                        "select count(*) from api_token where hash = sha256(?1) and position(?1 in hash) = 0",
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(Rows.number("select extract(day from expires_at - created_at) from api_token"))
                .isEqualTo(30);
        assertThat(Rows.audited("api_token_created")).isEqualTo(1);
    }

    @Test
    void theLastUseIsKnownToTheMinute() {
        var program = new Program(create());
        assertThat(browser.page("/tokens", 200).text()).contains("Not yet");

        program.get(ANYTHING).then().statusCode(404);
        var first = Rows.values("select last_used_at from api_token");
        program.get(ANYTHING);

        assertThat(browser.page("/tokens", 200).text()).doesNotContain("Not yet");
        assertThat(Rows.values("select last_used_at from api_token")).isEqualTo(first);
        Rows.change("update api_token set last_used_at = now() - interval '2 minutes'");
        program.get(ANYTHING);
        assertThat(Rows.number("select count(*) from api_token where last_used_at > now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void aRevokedTokenIsRefused() {
        var program = new Program(create());
        var id = Rows.number("select id from api_token");

        assertThat(browser.page("/tokens/%d/revoke".formatted(id), 200)
                        .expectFirst("h1")
                        .text())
                .isEqualTo("Revoke CI");
        assertThat(redirect(browser.post("/tokens/%d/revoke".formatted(id), Map.of())))
                .isEqualTo("/tokens");

        program.get(ANYTHING).then().statusCode(401);
        assertThat(browser.page("/tokens", 200).text()).contains("No tokens yet");
        assertThat(Rows.audited("api_token_revoked")).isEqualTo(1);
    }

    @Test
    void nobodySeesOrRevokesTheTokensOfOthers() {
        var program = new Program(create());
        var path = "/tokens/%d/revoke".formatted(Rows.number("select id from api_token"));
        var other = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        assertThat(other.page("/tokens", 200).text()).doesNotContain("CI");
        other.get(path).then().statusCode(404);
        other.post(path, Map.of()).then().statusCode(404);

        program.get(ANYTHING).then().statusCode(404);
    }

    @Test
    void whatCannotBeTakenIsAProblemAtItsField() {
        assertThat(problem(browser.post("/tokens", Map.of("name", " ", "days", "30")), "name"))
                .contains("Enter a name");
        assertThat(problem(browser.post("/tokens", Map.of("name", "x".repeat(65), "days", "30")), "name"))
                .contains("longer than 64");
        for (var days : new String[] {"0", "366", "-1", "x", "", "99999999999"}) {
            assertThat(problem(browser.post("/tokens", Map.of("name", "CI", "days", days)), "days"))
                    .contains("1 to 365");
        }
        assertThat(Rows.number("select count(*) from api_token")).isZero();
    }

    @Test
    void fiftyTokensAreEnough() {
        for (int no = 0; no < Tokens.MOST; no++) {
            browser.post("/tokens", FORM).then().statusCode(200);
        }

        assertThat(page(browser.post("/tokens", FORM), 409).text()).contains("Revoke one");
    }

    @Test
    void theBootstrapTokenIsAnAdministratorsAsLongAsItIsConfigured() {
        var first = "a-token-of-more-than-32-characters-1";
        var second = "a-token-of-more-than-32-characters-2";

        bootstrap.store(Optional.of(first));
        bootstrap.store(Optional.of(first));
        new Program(first).get(ANYTHING).then().statusCode(404);
        new PlainBrowser().signIn(BootstrapToken.OWNER, "").then().statusCode(302);
        bootstrap.store(Optional.of(second));
        new Program(first).get(ANYTHING).then().statusCode(401);
        new Program(second).get(ANYTHING).then().statusCode(404);
        bootstrap.store(Optional.empty());
        new Program(second).get(ANYTHING).then().statusCode(401);

        assertThat(BootstrapToken.problem("short")).hasValueSatisfying(problem -> assertThat(problem)
                .contains("slipway.api.bootstrap-token", "5 characters", "32"));
        assertThat(Rows.audited("api_token_revoked")).isEqualTo(1);
    }

    private String create() {
        return page(browser.post("/tokens", FORM), 200).expectFirst("#made").attr("value");
    }
}
