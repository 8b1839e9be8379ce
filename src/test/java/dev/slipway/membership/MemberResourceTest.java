package dev.slipway.membership;

import static dev.slipway.testing.Answers.page;
import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Users;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class MemberResourceTest {

    @Inject
    Users users;

    private String project;
    private PlainBrowser admin;

    @BeforeEach
    void createProject() {
        var own = OwnProject.create();
        project = "/projects/" + own.id();
        users.create("ada", "Ada", Accounts.PASSWORD);
        users.create("grace", "Grace", Accounts.PASSWORD);
        admin = own.browserOf("ada", Role.ADMIN);
    }

    @Test
    void rolesHoldFromTheNextPageOn() {
        var grace = PlainBrowser.of("grace");
        grace.get(project).then().statusCode(404);

        admin.post(project + "/members", Map.of("username", " Grace ", "role", List.of("VIEWER", "DEVELOPER")))
                .then()
                .statusCode(303);
        assertThat(grace.page(project, 200).select("td[data-label=Roles]").eachText())
                .containsExactly("Admin", "Viewer, Developer");
        grace.get("/applications/new").then().statusCode(200);

        admin.post(project + "/members/grace", Map.of("role", "VIEWER")).then().statusCode(303);
        grace.get("/applications/new").then().statusCode(403);

        admin.post(project + "/members/grace/delete", Map.of()).then().statusCode(303);
        grace.get(project).then().statusCode(404);
        assertThat(
                        Rows.values(
                                "select (detail #>> '{roles,old}') || ' ' || (detail #>> '{roles,new}') from audit_event where kind = 'member_changed' order by id"))
                .hasToString(
                        "[[] [\"viewer\", \"developer\"], [\"viewer\", \"developer\"] [\"viewer\"], [\"viewer\"] []]");
    }

    @Test
    void theLastAdminStays() {
        assertThat(problem(admin.post(project + "/members/ada", Map.of("role", "VIEWER")), "roles"))
                .contains("at least one admin");
        assertThat(problem(admin.post(project + "/members/ada/delete", Map.of()), "roles"))
                .contains("at least one admin");
        assertThat(problem(admin.post(project + "/members", Map.of("username", "ada", "role", "VIEWER")), "roles"))
                .contains("at least one admin");

        admin.post(project + "/members", Map.of("username", "grace", "role", "ADMIN"))
                .then()
                .statusCode(303);
        assertThat(redirect(admin.post(project + "/members/ada/delete", Map.of())))
                .isEqualTo("/projects");
        admin.get(project).then().statusCode(404);
    }

    @Test
    void whatCannotBeTakenIsAProblemAtItsField() {
        var unknown = admin.post(project + "/members", Map.of("username", "gracie", "role", "VIEWER"));
        var nothing = admin.post(project + "/members", Map.of("username", "grace", "role", "NONSENSE"));

        assertThat(problem(unknown, "username")).contains("There is no user gracie.");
        assertThat(page(unknown, 422).select("#role-VIEWER[checked]")).hasSize(1);
        assertThat(problem(nothing, "roles")).contains("Choose at least one role.");
        assertThat(page(nothing, 422).expectFirst("#username").attr("value")).isEqualTo("grace");
        admin.get(project + "/members/grace").then().statusCode(404);
        admin.post(project + "/members/grace/delete", Map.of()).then().statusCode(404);
    }

    @Test
    void whoIsNoAdminSeesTheMembersAndChangesNothing() {
        admin.post(project + "/members", Map.of("username", "grace", "role", "RELEASER"));
        var grace = PlainBrowser.of("grace");

        var page = grace.page(project, 200);

        assertThat(page.select("tbody th").eachText()).containsExactly("Ada", "Grace");
        assertThat(page.select("main form:not([action='/project']), main a[href*=members], #edit, #delete"))
                .isEmpty();
        grace.get(project + "/edit").then().statusCode(403);
        grace.get(project + "/members/ada").then().statusCode(403);
        for (var path : List.of("/edit", "/delete", "/members", "/members/ada", "/members/ada/delete")) {
            grace.post(project + path, Map.of("username", "grace", "role", "ADMIN", "name", "mine"))
                    .then()
                    .statusCode(403);
        }
    }
}
