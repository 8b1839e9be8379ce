package dev.slipway.catalog;

import static dev.slipway.testing.Answers.page;
import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class EditingTest {

    private OwnProject project;
    private PlainBrowser admin;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
        admin = project.browserOf(Role.ADMIN);
    }

    @Test
    void aDeveloperCreatesAnApplicationAndAComponentInIt() {
        Stock.of(project, "process");
        var developer = project.browserOf(Role.DEVELOPER);

        var application =
                redirect(developer.post("/applications", Map.of("name", " shop ", "description", "Sells <things>")));
        var form = developer.page("/components/new?application=" + id(application), 200);
        var component = redirect(developer.post(
                "/components",
                Map.of("name", "storefront", "application", id(application), "environment", environment(form))));

        assertThat(developer.page("/applications", 200).select("h2 a").eachAttr("href"))
                .contains(application);
        var page = developer.page(application, 200);
        assertThat(page.expectFirst("h1").text()).isEqualTo("shop");
        assertThat(page.expectFirst("main").text()).contains("Sells <things>");
        assertThat(page.select("tbody th a").eachAttr("href")).containsExactly(component);
        assertThat(form.select("#application option[selected]").text()).isEqualTo("shop");
        assertThat(developer.page(component, 200).expectFirst("main").text())
                .contains("Nothing runs", "A release makes the first version", "Nothing of it has run yet.");
        assertThat(Rows.audited("application_created")).isEqualTo(1);
        assertThat(Rows.audited("component_created")).isEqualTo(1);
    }

    @Test
    void anAdminCreatesAnEnvironmentOfAKnownKind() {
        assertThat(admin.page("/environments/new", 200).select("#kind option").eachAttr("value"))
                .contains("process", StagedTarget.KIND);

        var wrong = admin.post("/environments", Map.of("name", "production", "kind", "nonsense"));
        var created = admin.post(
                "/environments", Map.of("name", "production", "description", "Where it counts", "kind", "process"));

        assertThat(problem(wrong, "kind")).isEqualTo("Error: Choose a kind.");
        assertThat(redirect(created)).isEqualTo("/environments#env-production");
        assertThat(admin.page("/environments", 200).expectFirst("main").text()).contains("Where it counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9lives", "-a-", "a b", "<b>", "x\0"})
    void aBadNameIsTakenBackWithWhatToDo(String name) {
        var answer = admin.post("/applications", Map.of("name", name, "description", "y".repeat(129)));

        var page = page(answer, 422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#name", "#description");
        assertThat(page.expectFirst("#name").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#name").attr("value")).isEqualTo(name.replace("\0", ""));
        assertThat(page.expectFirst("#description-problem").text()).contains("129 characters");
        assertThat(Rows.number("select count(*) from application")).isZero();
    }

    @Test
    void aNameThatIsTakenIsAProblemAtItsField() {
        Stock.of(project, "process").application("shop").application("payments");

        var again = admin.post("/applications", Map.of("name", "shop"));
        var renamed = admin.post(edit("/applications", application("payments")), Map.of("name", "shop"));
        var elsewhere = OwnProject.create().browserOf(Role.ADMIN).post("/applications", Map.of("name", "shop"));
        var environment = admin.post("/environments", Map.of("name", Stock.ENVIRONMENT, "kind", "process"));

        assertThat(problem(again, "name")).contains("There is one named shop already.");
        assertThat(problem(renamed, "name")).contains("There is one named shop already.");
        assertThat(problem(environment, "name")).contains("There is one named production already.");
        elsewhere.then().statusCode(303);
    }

    @Test
    void ofManyWhoTakeANameAtOnceOneGetsIt() throws Exception {
        Callable<Integer> attempt =
                () -> admin.post("/applications", Map.of("name", "shop")).statusCode();
        admin.get("/applications");

        var threads = Executors.newFixedThreadPool(6);
        var answers = new ArrayList<Integer>();
        for (var answer : threads.invokeAll(Collections.nCopies(6, attempt))) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).containsOnly(303, 422).containsOnlyOnce(303);
    }

    @Test
    void theSecondOfTwoEditorsSeesWhatTheFirstHasSaved() {
        Stock.of(project, "process").application("shop");
        var edit = edit("/applications", application("shop"));
        var edition = admin.page(edit, 200).expectFirst("[name=edition]").attr("value");

        var first = admin.post(edit, Map.of("name", "shop", "description", "By the first", "edition", edition));
        var second = admin.post(edit, Map.of("name", "store", "description", "By the second", "edition", edition));

        assertThat(redirect(first)).isEqualTo("/applications/" + application("shop"));
        var page = page(second, 409);
        assertThat(page.expectFirst("#outdated").text()).contains("Name shop", "Description By the first");
        assertThat(page.expectFirst("#description").attr("value")).isEqualTo("By the second");
        assertThat(Rows.values("select description from application")).hasToString("[By the first]");
        var newest = page.expectFirst("[name=edition]").attr("value");
        var knowingly = Map.of("name", "store", "description", "By the second", "edition", newest);
        admin.post(edit, knowingly).then().statusCode(303);
        assertThat(Rows.values("select name from application")).hasToString("[store]");
        assertThat(
                        Rows.values(
                                "select (detail #>> '{name,old}') || (detail #>> '{name,new}') from audit_event where kind = 'application_edited' order by id desc limit 1"))
                .hasToString("[shopstore]");
    }

    private UUID application(String name) {
        return (UUID) Rows.values("select id from application where project_id = ?1 and name = ?2", project.id(), name)
                .get(0);
    }

    private static String edit(String path, UUID id) {
        return "%s/%s/edit".formatted(path, id);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String environment(Document form) {
        return form.expectFirst("#environment option").attr("value");
    }
}
