package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ImportResourceTest {

    PlainBrowser browser;

    @BeforeEach
    void begin() {
        browser = PlainBrowser.of(Accounts.aUser(Role.DEVELOPER));
        Given.environment("local", "process");
    }

    @Test
    void theSampleBecomesAReleaseTaskThatBuildsCreatesAndDeploys() {
        var found = browser.page(upload(Zip.of(Path.of("deploy/samples/packages/preview"))), 200);

        assertThat(found.select(".problems, .notice--ask")).isEmpty();
        assertThat(found.select("legend").eachText()).containsExactly("Component catalog", "Component storefront");
        assertThat(found.select("label").eachText())
                .containsSequence("port integer", "memory string", "port integer", "catalog_url string");
        assertThat(found.expectFirst("#component-2-catalog_url").attr("value")).isEqualTo("http://localhost:9021");
        assertThat(found.expectFirst("#component-1-port-hint").text()).isEqualTo("Where the catalog listens");

        var release = browser.page(
                send(found, Map.of()).then().statusCode(303).extract().header("Location"), 200);

        assertThat(release.expectFirst("h1").text()).isEqualTo("release-shop-preview");
        assertThat(Rows.values(
                                """
                        select p.display_name || ' ' || g.order_index || ': ' || s.display_name || ' ' || s.task_type
                        from step s join step_group g on g.id = s.step_group_id join phase p on p.id = g.phase_id
                        order by p.order_index, g.order_index, s.order_index
                        """)
                        .toString())
                .isEqualTo("[Build 0: Build catalog build, Build 0: Build storefront build,"
                        + " Create what is missing 0: Create shop-preview create_application,"
                        + " Deploy components 0: Create catalog create_component,"
                        + " Deploy components 0: Create storefront create_component]");
        assertThat(Rows.audited("template_package_imported")).isOne();
        assertThat(Rows.number("select count(*) from template_package")).isZero();
    }

    @Test
    void asksForValuesAndKeepsWhatWasWritten() {
        var found = browser.page(upload(Zip.of(Zip.SMALL)), 200);

        var answer = send(found, Map.of("port", "eighty", "name", "x y", "description", "mine"));

        var again = Jsoup.parse(answer.then().statusCode(422).extract().asString());
        assertThat(again.title()).startsWith("Error:");
        assertThat(again.select("#problems a").eachAttr("href"))
                .containsExactly("#component-1-port", "#component-1-greeting");
        assertThat(again.expectFirst("#component-1-port").attr("value")).isEqualTo("eighty");
        assertThat(again.expectFirst("#component-1-port-problem").text())
                .isEqualTo("Error: web: port must be a whole number.");
        assertThat(again.expectFirst("#description").attr("value")).isEqualTo("mine");

        var third = Jsoup.parse(send(again, Map.of("port", "81", "greeting", "Hi"))
                .then()
                .statusCode(422)
                .extract()
                .asString());
        assertThat(third.select("#problems a").eachAttr("href")).containsExactly("#name");
        assertThat(send(third, Map.of("name", "release-small")).statusCode()).isEqualTo(303);
    }

    @Test
    void namesTheTaskThatBreaksARule() {
        var found = browser.page(upload(Zip.of(Zip.SMALL)), 200);

        var answer = send(found, Map.of("port", "99999", "greeting", "Hi"));

        assertThat(Jsoup.parse(answer.then().statusCode(422).extract().asString())
                        .expectFirst("#problems li")
                        .text())
                .startsWith("Create web, run.port: ");
    }

    @Test
    void listsWhatIsWrongAndOffersNothingToCreate() {
        var files = Zip.small(Map.of("shop/web/spec.yaml", "model_version: v9", "shop/notes.txt", "<b>"));

        var found = browser.page(upload(Zip.of(files)), 200);

        assertThat(found.expectFirst("section.problems li").text())
                .isEqualTo("shop/web/spec.yaml, line 1: model_version must be v1.0.0, but is \"v9\".");
        assertThat(found.expectFirst(".notice--ask li").text())
                .isEqualTo("shop/notes.txt: This file is not understood here.");
        assertThat(found.select("#create")).isEmpty();
        assertThat(found.expectFirst("#again").attr("href")).isEqualTo("/releases/import");
    }

    @Test
    void refusesHostileFilesAndInternalAddresses() {
        assertRefused(take("evil.zip", new Zip().add("../x", "x").bytes(), Map.of()), "file", "Paths are relative");
        assertRefused(take("", new byte[0], Map.of("address", "http://127.0.0.1/x")), "address", "internal network");
        assertRefused(take("", new byte[0], Map.of("address", "file:///etc/passwd")), "address", "http:// or https://");
        assertRefused(take("", new byte[0], Map.of()), "file", "Choose a file, or enter an address.");
        assertRefused(
                take("", new byte[0], Map.of("address", "http://example.com", "headers", "Host: x")),
                "headers",
                "Write each header on a line of its own");
        assertRefused(
                take("a.zip", Zip.of(Zip.SMALL), Map.of("address", "http://example.com", "password", "s3cret")),
                "file",
                "not both");
    }

    @Test
    void aPackageIsNobodyElsesBusinessAndGoneAfterAnHour() {
        var path = upload(Zip.of(Zip.SMALL));

        assertThat(PlainBrowser.of(Accounts.aUser(Role.ADMIN)).get(path).statusCode())
                .isEqualTo(404);
        Rows.change("update template_package set expires_at = now() - interval '1 hour'");
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        upload(Zip.of(Zip.SMALL));
        assertThat(Rows.number("select count(*) from template_package")).isOne();
    }

    @Test
    void keepsTenPackagesOfAPersonAtMost() {
        upload(Zip.of(Zip.SMALL));
        Rows.change("insert into template_package select gen_random_uuid(), project_id, owner, name, content,"
                + " created_at - n * interval '1 second', expires_at from template_package, generate_series(1, 11) n");

        upload(Zip.of(Zip.SMALL));

        assertThat(Rows.number("select count(*) from template_package")).isEqualTo(10);
    }

    @Test
    void isForThoseWhoMayEdit() {
        for (var role : List.of(Role.VIEWER, Role.RELEASER)) {
            assertThat(OwnProject.create()
                            .browserOf(role)
                            .get("/releases/import")
                            .statusCode())
                    .as("%s", role)
                    .isEqualTo(403);
        }
        assertThat(new PlainBrowser().get("/releases/import").statusCode()).isEqualTo(302);
    }

    private String upload(byte[] archive) {
        return Uploads.upload(browser, archive);
    }

    private Response take(String name, byte[] archive, Map<String, String> fields) {
        return Uploads.take(browser, name, archive, fields);
    }

    private static void assertRefused(Response answer, String field, String why) {
        var page = Jsoup.parse(answer.then().statusCode(422).extract().asString());
        assertThat(page.expectFirst("#problems a").attr("href")).isEqualTo("#" + field);
        assertThat(page.expectFirst("#" + field + "-problem").text()).contains(why);
        assertThat(page.outerHtml()).doesNotContain("s3cret");
    }

    /** Sends the form of a page as a browser would, with some fields filled in otherwise. */
    private Response send(Document page, Map<String, String> filled) {
        var form = page.expectFirst("#found-form");
        var request = browser.request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (var field : form.select("input, textarea, option[selected]")) {
            var option = field.tagName().equals("option");
            var name = option ? field.parents().select("select").attr("name") : field.attr("name");
            var id = field.id().replaceFirst("^component-\\d+-", "");
            request.formParam(name, filled.getOrDefault(id, option ? field.text() : field.val()));
        }
        return request.post(form.attr("action"));
    }
}
