package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FrameTest {

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        for (var path : List.of("/sign-in", "/icons.svg", "/no/such/page", "/probe/broken", "/q/health/ready")) {
            assertSafe(path, browser.get(path));
        }
        assertSafe("redirect", new PlainBrowser().get("/releases"));
        assertSafe(
                "cross-site",
                new PlainBrowser()
                        .request()
                        .header("Origin", "https://evil.example")
                        .post("/sign-out"));
    }

    @Test
    void pagesStayOutOfCaches() {
        assertThat(new PlainBrowser().get("/sign-in").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void staticFilesAreKeptForEverAndComeCompressed() {
        var page = new PlainBrowser().page("/sign-in", 200);
        var files = page.select("[href$=.css], link[rel=icon]").eachAttr("href");
        files.addAll(page.select("script").eachAttr("src"));

        assertThat(files).hasSize(4);
        for (var file : files) {
            var answer = new PlainBrowser()
                    .request()
                    .header("Accept-Encoding", "gzip")
                    .get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(file).contains("immutable", "max-age=31536000");
            assertThat(answer.header("Content-Encoding")).as(file).isEqualTo("gzip");
        }
    }

    @Test
    void theStyleSheetHoldsAllOthersInTheirLayers() {
        var address = new PlainBrowser()
                .page("/sign-in", 200)
                .expectFirst("link[rel=stylesheet]")
                .attr("href");

        var style = new PlainBrowser().request().get(address).asString();

        assertThat(style)
                .contains("@layer bootstrap {", "@layer tokens {", "@layer components {", ".topbar", "box-sizing")
                .doesNotContain("@import", "@charset");
    }

    @Test
    void iconsAreThere() {
        var page = new PlainBrowser().page("/sign-in", 200);
        var sprite = Jsoup.parse(new PlainBrowser().get("/icons.svg").asString());

        for (var use : page.select("svg use")) {
            assertThat(sprite.getElementById(use.attr("href").replaceFirst(".*#", "")))
                    .isNotNull();
        }
    }

    @Test
    void theFrameHasLandmarksAndOneAnnouncer() {
        var page = PlainBrowser.of(Accounts.aUser(Role.VIEWER)).page("/no/such/page", 404);

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.expectFirst("body > a").attr("href")).isEqualTo("#main");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("[role=status]")).hasSize(1);
        assertThat(page.select("nav a").eachText())
                .containsExactly("Region Release Tasks", "Approvals", "Audit Trail", "Applications", "Environments");
        assertThat(page.expectFirst("form[action=/sign-out] input[name=csrf-token]")
                        .attr("value"))
                .isNotEmpty();
        assertThat(page.select("form[action=/project]")).isEmpty();
    }

    @Test
    void fieldsAreLabelled() {
        var page = new PlainBrowser().page("/sign-in", 200);

        assertThat(page.expectFirst("label[for=username]").text()).isEqualTo("User name");
        assertThat(page.expectFirst("#username").attr("autocomplete")).isEqualTo("username");
        assertThat(page.expectFirst("#password").attr("type")).isEqualTo("password");
    }

    @Test
    void problemsArePagesInTheFrame() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));

        assertThat(browser.page("/probe/forbidden", 403).expectFirst("h1").text())
                .isEqualTo("You may not do this");
        assertThat(browser.page("/probe/unknown", 404).expectFirst("h1").text()).isEqualTo("This does not exist");
        assertThat(browser.page("/no/such/page", 404).expectFirst("h1").text()).isEqualTo("This does not exist");
        assertThat(browser.page("/probe/conflict", 409).expectFirst("main").text())
                .contains("Already decided by admin");
        assertThat(browser.page("/sign-out", 405).expectFirst("h1").text()).isEqualTo("This did not work");
    }

    @Test
    void anIncidentHasANumberAndTellsNothingElse() {
        var page = PlainBrowser.of(Accounts.aUser(Role.VIEWER)).page("/probe/broken", 500);

        assertThat(page.expectFirst("code").text()).hasSize(36);
        assertThat(page.html()).doesNotContain("a secret of the house", "Exception");
    }

    @Test
    void htmxGetsAProblemAsAFragment() {
        var answer = PlainBrowser.of(Accounts.aUser(Role.VIEWER))
                .request()
                .header("HX-Request", "true")
                .get("/probe/conflict");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#problem");
        assertThat(answer.asString()).contains("Already decided by admin").doesNotContain("<html");
    }

    @Test
    void aFormWithoutItsTokenChangesNothingAndSaysSo() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        browser.get("/sign-in");

        var answer = browser.postWithoutToken("/probe/form", Map.of("text", "hello"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.asString()).expectFirst("h1").text()).isEqualTo("This form is too old");
        assertThat(browser.post("/probe/form", Map.of("text", "hello")).asString())
                .isEqualTo("hello");
    }

    @Test
    void theBareAddressLeadsToTheReleases() {
        var answer = PlainBrowser.of(Accounts.aUser(Role.VIEWER)).get("/");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/releases");
    }

    private static void assertSafe(String what, Response answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(what)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(what).isNotEmpty();
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
    }
}
