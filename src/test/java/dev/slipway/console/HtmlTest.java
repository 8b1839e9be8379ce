package dev.slipway.console;

import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.template.Uploads;
import dev.slipway.template.Zip;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nu.validator.validation.SimpleDocumentValidator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

@QuarkusTest
@QuarkusTestResource(Database.class)
class HtmlTest {

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";
    private static final SimpleDocumentValidator VALIDATOR = new SimpleDocumentValidator(false, false, false);
    private static final String AROUND = "<!doctype html><html lang=\"en\"><title>Dialog</title><body>%s";

    @Inject
    Scripted scripts;

    /** Once, because reading the schema takes longer than all pages. */
    @BeforeAll
    static void readTheSchema() throws Exception {
        VALIDATOR.setUpMainSchema(SCHEMA, new Errors());
    }

    @Test
    void pagesBeforeSigningInAreValid() throws Exception {
        for (var sight : Sight.beforeSigningIn()) {
            assertThat(errors(new PlainBrowser().get(sight.path()).asString()))
                    .as(sight.name())
                    .isEmpty();
        }
    }

    @Test
    void pagesWithNothingInThemAreValid() throws Exception {
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        for (var sight : Sight.ofNothing()) {
            assertThat(errors(browser.get(sight.path()).asString()))
                    .as(sight.name())
                    .isEmpty();
        }
    }

    @Test
    void pagesOfReleasesAreValid() throws Exception {
        var room = Showroom.open(scripts);
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        for (var sight : Sight.of(room)) {
            assertThat(errors(browser.get(sight.path()).asString()))
                    .as(sight.name())
                    .isEmpty();
        }
    }

    @Test
    void pagesOfTheCatalogAndOfProjectsAreValid() throws Exception {
        var room = Storeroom.open();
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        for (var sight : room.sights()) {
            assertThat(errors(browser.get(sight.path()).asString()))
                    .as(sight.name())
                    .isEmpty();
        }
        var dialog = browser.request()
                .header("HX-Request", true)
                .get("/components/%s/delete".formatted(room.empty()))
                .asString();
        assertThat(errors(AROUND.formatted(dialog))).isEmpty();
    }

    @Test
    void pagesOfWebhooksAreValid() throws Exception {
        var room = Switchboard.open();
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        for (var sight : room.sights()) {
            assertThat(errors(browser.get(sight.path()).asString()))
                    .as(sight.name())
                    .isEmpty();
        }
        assertThat(errors(browser.post(room.path() + "/secret", Map.of()).asString()))
                .isEmpty();
        assertThat(errors(browser.post("/projects/0/webhooks", Map.of()).asString()))
                .isEmpty();
    }

    @Test
    void dialogsAreValid() throws Exception {
        var room = Showroom.open(scripts);
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        var paths = List.of(
                Sight.process(room.untouched()) + "/execute",
                Sight.process(room.waiting()) + "/execute",
                Sight.process(room.successful()) + "/trigger/new",
                Sight.task(room.waiting(), "go-live") + "/decision",
                Sight.task(room.waiting(), "start") + "/decision",
                Sight.task(room.decided(), "go-live") + "/decision");
        for (var path : paths) {
            var dialog = browser.request().header("HX-Request", true).get(path).asString();
            assertThat(errors(AROUND.formatted(dialog))).as(path).isEmpty();
        }
    }

    @Test
    void theEditorIsValid() throws Exception {
        var room = Showroom.open(scripts);
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        var draft = browser.get(Sight.process(room.untouched()) + "/edit").header("Location");
        for (var path : EditorSights.pathsOf(draft)) {
            var dialog = browser.request().header("HX-Request", true).get(path).asString();
            assertThat(errors(browser.get(path).asString())).as(path).isEmpty();
            assertThat(errors(AROUND.formatted(dialog))).as(path + " as dialog").isEmpty();
        }
        for (var type : List.of("build", "update_component", "http_request")) {
            var task = browser.post(draft + "/tasks", Map.of("type", type, "group", "group:phase-1:0"));
            assertThat(errors(browser.get(task.header("Location")).asString()))
                    .as(type)
                    .isEmpty();
        }
        var build = browser.post(draft + "/tasks", Map.of("type", "build", "group", "group:phase-1:0"));
        assertThat(errors(browser.get(build.header("Location") + "/upload").asString()))
                .isEmpty();
        assertThat(errors(browser.get(draft + "/meanwhile").asString())).isEmpty();
        assertThat(errors(browser.post(draft + "/saving", Map.of("over", "99")).asString()))
                .isEmpty();
    }

    @Test
    void refusalsAreValid() throws Exception {
        var release = aReleaseThatWaits();
        var admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        var viewer = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        var tooLong = Map.of("attempt", "1", "verdict", "AGREE", "comments", "x".repeat(1001));

        var nothing = admin.post(Sight.process(release) + "/executions", Map.of());
        var comments = admin.post(Sight.task(release, "go-live") + "/decision", tooLong);
        var forbidden = viewer.get(Sight.process(release) + "/execute");

        var schedule = admin.post(Sight.process(release) + "/trigger", Map.of("type", "PERIODIC"));

        assertThat(errors(schedule.then().statusCode(422).extract().asString())).isEmpty();
        assertThat(errors(nothing.then().statusCode(422).extract().asString())).isEmpty();
        assertThat(errors(comments.then().statusCode(422).extract().asString())).isEmpty();
        assertThat(errors(forbidden.then().statusCode(403).extract().asString()))
                .isEmpty();
    }

    @Test
    void pagesOfTokensAreValid() throws Exception {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        var made = browser.post("/tokens", Map.of("name", "CI", "days", "30"));
        var refused = browser.post("/tokens", Map.of("name", "", "days", "30"));
        var list = browser.get("/tokens").asString();
        var revoke = Jsoup.parse(list).expectFirst("a[href$=revoke]").attr("href");

        assertThat(errors(made.then().statusCode(200).extract().asString())).isEmpty();
        assertThat(errors(refused.then().statusCode(422).extract().asString())).isEmpty();
        assertThat(errors(list)).isEmpty();
        assertThat(errors(browser.get(revoke).asString())).isEmpty();
    }

    @Test
    void pagesOfTemplatePackagesAreValid() throws Exception {
        Given.environment("local", "process");
        var browser = PlainBrowser.of(Accounts.aUser(Role.DEVELOPER));
        var good = Uploads.upload(browser, Zip.of(Zip.small(Map.of("shop/notes.txt", "x"))));
        var bad = Uploads.upload(browser, Zip.of(Zip.small(Map.of("shop/web/spec.yaml", "model_version: v9"))));

        assertThat(errors(browser.get("/releases/import").asString())).isEmpty();
        assertThat(errors(browser.get(good).asString())).isEmpty();
        assertThat(errors(browser.get(bad).asString())).isEmpty();
        assertThat(errors(browser.post(good, Map.of("name", "x")).asString())).isEmpty();
    }

    @Test
    void pagesOfServiceAccountsAreValid() throws Exception {
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        var none = browser.get("/projects/0/accounts").asString();
        var path = redirect(browser.post("/projects/0/accounts", Map.of("name", "ci", "role", "VIEWER")));
        var made = browser.post(path, Map.of("name", "CI", "days", "30")).asString();
        var revoke = Jsoup.parse(made).expectFirst("a[href$=revoke]").attr("href");

        assertThat(errors(none)).isEmpty();
        assertThat(errors(made)).isEmpty();
        assertThat(errors(browser.post("/projects/0/accounts", Map.of()).asString()))
                .isEmpty();
        assertThat(errors(browser.get("/projects/0/accounts").asString())).isEmpty();
        assertThat(errors(browser.get(revoke).asString())).isEmpty();
        assertThat(errors(browser.get(path + "/delete").asString())).isEmpty();
    }

    private static UUID aReleaseThatWaits() {
        var release = Given.release("release-shop")
                .phase(Given.group(Given.approval("go-live")))
                .create();
        Releaser.execute(release);
        return release;
    }

    private static List<String> errors(String html) throws Exception {
        var errors = new Errors();
        VALIDATOR.setUpValidatorAndParsers(errors, false, false);
        VALIDATOR.checkHtmlInputSource(new InputSource(new StringReader(html)));
        return errors.found;
    }

    /** Everything the validator finds, but for the attributes that htmx adds to HTML. */
    private static final class Errors implements ErrorHandler {

        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            if (!String.valueOf(error.getMessage()).matches("Attribute .(hx|sse)-.* not allowed on element .*")) {
                found.add("line %d: %s".formatted(error.getLineNumber(), error.getMessage()));
            }
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
