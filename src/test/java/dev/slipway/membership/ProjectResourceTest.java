package dev.slipway.membership;

import static dev.slipway.testing.Answers.page;
import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ProjectResourceTest {

    @Test
    void anAdminOfTheDefaultProjectCreatesOneAndSwitchesToIt() {
        var admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        var created = redirect(admin.post("/projects", Map.of("name", "payments", "description", "Money")));
        var page = admin.page(created, 200);
        admin.post("/project", Map.of("project", page.expectFirst("#switch").attr("value")));

        assertThat(page.expectFirst("h1").text()).isEqualTo("payments");
        assertThat(page.select("td[data-label=Roles]").eachText()).containsExactly("Admin");
        assertThat(admin.page("/projects", 200)
                        .select("tr:has([href='%s'])".formatted(created))
                        .text())
                .isEqualTo("payments Money Admin Current project");
        assertThat(admin.page("/projects", 200).select(".topbar__switch b").text())
                .isEqualTo("payments");
        assertThat(Rows.audited("project_created")).isEqualTo(1);
    }

    @Test
    void othersMayNotCreateProjects() {
        for (var browser : List.of(
                PlainBrowser.of(Accounts.aUser(Role.DEVELOPER, Role.APPROVER)),
                OwnProject.create().browserOf(Role.ADMIN))) {
            assertThat(browser.page("/projects", 200).select("#new-project")).isEmpty();
            browser.get("/projects/new").then().statusCode(403);
            browser.post("/projects", Map.of("name", "mine")).then().statusCode(403);
        }
    }

    @Test
    void namesAreUniqueWhateverTheirCase() {
        var admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        var payments = redirect(admin.post("/projects", Map.of("name", "payments")));
        admin.post("/projects", Map.of("name", "shop")).then().statusCode(303);

        assertThat(problem(admin.post("/projects", Map.of("name", "Default")), "name"))
                .contains("There is one named Default already.");
        assertThat(problem(admin.post(payments + "/edit", Map.of("name", "SHOP")), "name"))
                .contains("There is one named SHOP already.");
        assertThat(problem(admin.post("/projects", Map.of("name", "-")), "name"))
                .contains("starts with a letter");
        admin.post(payments + "/edit", Map.of("name", "Payments")).then().statusCode(303);
    }

    @Test
    void theSecondOfTwoEditorsSeesWhatTheFirstHasSaved() {
        var project = OwnProject.create();
        var admin = project.browserOf(Role.ADMIN);
        var edit = "/projects/%s/edit".formatted(project.id());

        admin.post(edit, Map.of("name", "first", "edition", "0")).then().statusCode(303);
        var second = page(admin.post(edit, Map.of("name", "second", "edition", "0")), 409);

        assertThat(second.expectFirst("#outdated").text()).contains("Name first");
        assertThat(second.expectFirst("#name").attr("value")).isEqualTo("second");
        assertThat(Rows.audited("project_edited")).isEqualTo(1);
    }

    @Test
    void aProjectGoesOnlyWhenNothingIsInIt() {
        var project = OwnProject.create();
        var admin = project.browserOf(Role.ADMIN);
        var delete = "/projects/%s/delete".formatted(project.id());
        var application = redirect(admin.post("/applications", Map.of("name", "shop")));

        assertThat(admin.page(delete, 200).select(".uses li").eachText()).containsExactly("Applications: 1");
        admin.post(delete, Map.of()).then().statusCode(409);
        admin.post(application + "/delete", Map.of()).then().statusCode(303);
        assertThat(admin.page(delete, 200).select("#delete-now")).hasSize(1);
        assertThat(redirect(admin.post(delete, Map.of()))).isEqualTo("/projects");

        admin.get("/projects/" + project.id()).then().statusCode(404);
        assertThat(admin.page("/projects", 200).expectFirst("main").text()).contains("You are a member of no project");
        assertThat(Rows.audited("project_deleted")).isEqualTo(1);
    }

    @Test
    void theDefaultProjectStays() {
        var admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        assertThat(admin.page("/projects/0", 200).select("#delete")).isEmpty();
        admin.post("/projects/0/delete", Map.of()).then().statusCode(409);
    }
}
