package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SignInTest {

    @Test
    void everyPathAsksAStrangerToSignIn() {
        for (var path : new String[] {"/", "/releases", "/no/such/page", "/q/no-such-page"}) {
            var answer = new PlainBrowser().get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).as(path).endsWith("/sign-in");
        }
    }

    @Test
    void theRightPasswordLeadsToTheReleases() {
        var user = Accounts.aUser(Role.VIEWER);

        var answer = new PlainBrowser().signIn(user, Accounts.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/releases");
    }

    @Test
    void aUserNameMayBeTypedInAnyCase() {
        var user = Accounts.aUser(Role.VIEWER);

        var answer = new PlainBrowser().signIn(" " + user.toUpperCase(Locale.ROOT), Accounts.PASSWORD);

        assertThat(answer.header("Location")).endsWith("/releases");
    }

    @Test
    void scriptsCannotReadTheSessionAndOtherSitesCannotUseIt() {
        var user = Accounts.aUser(Role.VIEWER);

        var session = new PlainBrowser().signIn(user, Accounts.PASSWORD).detailedCookie("slipway-session");

        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(session.getPath()).isEqualTo("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserReadTheSame() {
        var user = Accounts.aUser(Role.VIEWER);

        assertRefused(new PlainBrowser().signIn(user, "wrong"));
        assertRefused(new PlainBrowser().signIn("nobody", "wrong"));
        assertRefused(new PlainBrowser().signIn("no\u0000body", "wrong"));
        assertThat(refusal()).startsWith("User name or password is wrong, or there were too many attempts.");
    }

    @Test
    void theRightPasswordIsRefusedAfterFiveWrongOnes() {
        var user = Accounts.aUser(Role.VIEWER);
        for (int guess = 0; guess < 5; guess++) {
            new PlainBrowser().signIn(user, "wrong");
        }

        assertRefused(new PlainBrowser().signIn(user, Accounts.PASSWORD));
    }

    @Test
    void signingInReturnsToThePageFirstAskedFor() {
        var browser = new PlainBrowser();
        browser.get("/approvals?page=2");

        var answer = browser.signIn(Accounts.aUser(Role.VIEWER), Accounts.PASSWORD);

        assertThat(answer.header("Location")).endsWith("/approvals?page=2");
    }

    @Test
    void signingInNeverLeadsToAnotherSite() {
        var user = Accounts.aUser(Role.VIEWER);
        for (var place :
                new String[] {"https://evil.example/", "//evil.example/", "http://localhost.evil.example/", "%"}) {
            var answer = new PlainBrowser()
                    .request()
                    .cookie("slipway-return", place)
                    .formParam("j_username", user)
                    .formParam("j_password", Accounts.PASSWORD)
                    .post("/j_security_check");

            assertThat(answer.header("Location"))
                    .as(place)
                    .startsWith("http://localhost:")
                    .endsWith("/releases");
        }
    }

    @Test
    void anotherSiteCannotSignABrowserIn() {
        var user = Accounts.aUser(Role.VIEWER);
        for (var header : Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                .entrySet()) {
            var answer = new PlainBrowser()
                    .request()
                    .header(header.getKey(), header.getValue())
                    .formParam("j_username", user)
                    .formParam("j_password", Accounts.PASSWORD)
                    .post("/j_security_check");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.cookie("slipway-session")).isNull();
        }
    }

    @Test
    void ownFormsAreNotTakenForAnotherSite() {
        var answer = new PlainBrowser()
                .request()
                .header("Origin", "http://localhost:" + RestAssured.port)
                .formParam("j_username", Accounts.aUser(Role.VIEWER))
                .formParam("j_password", Accounts.PASSWORD)
                .post("/j_security_check");

        assertThat(answer.header("Location")).endsWith("/releases");
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        assertThat(browser.get("/probe/unknown").statusCode()).isEqualTo(404);

        var answer = browser.post("/sign-out", Map.of());

        assertThat(answer.header("Location")).endsWith("/sign-in?signed-out");
        assertThat(browser.get("/probe/unknown").statusCode()).isEqualTo(302);
    }

    @Test
    void aDisabledUserIsOutWithTheNextRequest() {
        var user = Accounts.aUser(Role.VIEWER);
        var browser = PlainBrowser.of(user);

        QuarkusTransaction.requiringNew()
                .run(() -> User.findByName(user).orElseThrow().disable());

        assertThat(browser.get("/probe/unknown").header("Location")).endsWith("/sign-in");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aFragmentMakesTheWholePageGoToTheSignIn() {
        var answer = new PlainBrowser().request().header("HX-Request", "true").get("/approvals");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in");
        assertThat(answer.cookie("slipway-return")).isNull();
    }

    @Test
    void signingInAndOutIsRecordedWithItsAddress() {
        var user = Accounts.aUser(Role.VIEWER);

        PlainBrowser.of(user).post("/sign-out", Map.of());

        assertThat(recorded(user)).asInstanceOf(LIST).containsExactly("user_signed_in", "user_signed_out");
        assertThat(Rows.values("select channel || ' ' || address from audit_event where actor = ?1", user))
                .asInstanceOf(LIST)
                .containsOnly("CONSOLE 127.0.0.1");
    }

    @Test
    void aRefusedSignInIsRecordedWithoutThePasswordAndUnderNoForeignName() {
        var user = Accounts.aUser(Role.VIEWER);

        new PlainBrowser().signIn(user, "wr0ng-passw0rd");
        new PlainBrowser().signIn("typed-passw0rd", "x");

        assertThat(recorded(user)).asInstanceOf(LIST).containsExactly("sign_in_refused");
        assertThat(recorded("(unknown)")).asInstanceOf(LIST).containsExactly("sign_in_refused");
        assertThat(Rows.number("select count(*) from audit_event e where e::text like '%passw0rd%'"))
                .isZero();
    }

    @Test
    void guessesBeyondTheLimitDoNotFillTheTrail() {
        var user = Accounts.aUser(Role.VIEWER);

        for (int guess = 0; guess < 8; guess++) {
            new PlainBrowser().signIn(user, "wrong");
        }

        assertThat(recorded(user)).hasSize(5);
    }

    private static List<?> recorded(String actor) {
        return Rows.values("select kind from audit_event where actor = ?1 order by at, id", actor);
    }

    @Test
    void demoUsersAreNobodysBusinessOutsideTheDemo() {
        assertThat(new PlainBrowser().page("/sign-in", 200).text()).doesNotContain("developer");
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/sign-in?failed");
        assertThat(answer.cookie("slipway-session")).isNull();
    }

    private static String refusal() {
        var page = Jsoup.parse(new PlainBrowser().get("/sign-in?failed").asString());
        assertThat(page.title()).startsWith("Error:");
        return page.expectFirst("[role=alert] p").text();
    }
}
