package dev.slipway.account;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ServiceAccountTest {

    private static final String ACCOUNTS = "/projects/0/accounts";
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";
    private static final String PIPELINE =
            """
            {"name": "by-robot", "model_version": 2, "config_mode": "ui",
             "stages": [{"name": "a", "tasks": [{"name": "b", "task_type": "manual_approval"}]}]}
            """;
    private static final Map<String, String> CI =
            Map.of("name", "CI-Bot", "description", "Nightly", "role", "RELEASER");
    private static final Map<String, String> TOKEN = Map.of("name", "one", "days", "30", "scope", "FULL");

    private PlainBrowser admin;

    @BeforeEach
    void signIn() {
        admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
    }

    @Test
    void itDoesWhatItsRolesAllowAndNothingElse() {
        var path = redirect(admin.post(ACCOUNTS, CI));
        var program = program(path);

        assertThat(path).isEqualTo(ACCOUNTS + "/ci-bot");
        program.get(PIPELINES).then().statusCode(200);
        program.post(PIPELINES, PIPELINE).then().statusCode(403);
        assertThat(admin.page(path, 200).text()).contains("Releaser", "Nightly");
        assertThat(admin.page(ACCOUNTS, 200).text()).contains("ci-bot", "Nightly");
        assertThat(admin.page("/projects/0", 200).text()).contains("ci-bot");

        admin.post("/projects/0/members/ci-bot", Map.of("role", "APPROVER"))
                .then()
                .statusCode(303);
        assertThat(admin.page(path, 200).text()).contains("Approver");
        assertThat(Rows.audited("service_account_created")).isEqualTo(1);
        assertThat(Rows.values("select project_id from audit_event where kind = 'api_token_created'"))
                .isEqualTo(List.of("0"));
    }

    @Test
    void nobodySignsInAsOne() {
        admin.post(ACCOUNTS, CI);

        for (var password : List.of("", "null", "ci-bot")) {
            assertThat(new PlainBrowser().signIn("ci-bot", password).header("Location"))
                    .endsWith("/sign-in?failed");
        }
    }

    @Test
    void itsTokensAreShownOnceAndRevoked() {
        var path = redirect(admin.post(ACCOUNTS, CI));
        var program = program(path);
        assertThat(admin.get(path).asString()).doesNotContain(program.token()).contains("one");
        var revoke = admin.page(path, 200).expectFirst("a[href$=revoke]").attr("href");

        assertThat(admin.page(revoke, 200).expectFirst("h1").text()).isEqualTo("Revoke one");
        assertThat(redirect(admin.post(revoke, Map.of()))).isEqualTo(path);

        program.get(PIPELINES).then().statusCode(401);
        assertThat(problem(admin.post(path, Map.of("name", "", "days", "30")), "name"))
                .contains("Enter a name");
    }

    @Test
    void oneThatIsDeletedIsRefusedAndItsNameIsNeverGivenAgain() {
        var path = redirect(admin.post(ACCOUNTS, CI));
        var program = program(path);

        assertThat(admin.page(path + "/delete", 200).text()).contains("refused from now on");
        assertThat(redirect(admin.post(path + "/delete", Map.of()))).isEqualTo(ACCOUNTS);

        program.get(PIPELINES).then().statusCode(401);
        admin.get(path).then().statusCode(404);
        assertThat(admin.page("/projects/0", 200).text()).doesNotContain("ci-bot");
        assertThat(problem(admin.post(ACCOUNTS, CI), "name")).contains("ci-bot already");
        assertThat(Rows.audited("service_account_deleted")).isEqualTo(1);
        assertThat(Rows.audited("api_token_revoked")).isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenIsAProblemAtItsFieldAndLosesNothing() {
        var person = Accounts.aUser(Role.VIEWER);

        assertThat(problem(admin.post(ACCOUNTS, Map.of("name", "1", "role", "VIEWER")), "name"))
                .contains("starts with a letter");
        assertThat(problem(admin.post(ACCOUNTS, Map.of("name", "Slipway", "role", "VIEWER")), "name"))
                .contains("slipway already");
        assertThat(problem(admin.post(ACCOUNTS, Map.of("name", person, "role", "VIEWER")), "name"))
                .contains("already");
        var page = page(admin.post(ACCOUNTS, Map.of("name", "ci", "description", "kept")), 422);
        assertThat(page.expectFirst("#roles-problem").text()).contains("at least one role");
        assertThat(page.expectFirst("#problems a").attr("href")).isEqualTo("#role-VIEWER");
        assertThat(page.expectFirst("#description").attr("value")).isEqualTo("kept");
        assertThat(Rows.number("select count(*) from service_account")).isZero();
        assertThat(Rows.number("select count(*) from app_user where password_hash is null and username = 'ci'"))
                .isZero();
    }

    @Test
    void onlyAdministratorsOfItsProjectCareForIt() {
        var path = redirect(admin.post(ACCOUNTS, CI));
        program(path);
        var revoke = admin.page(path, 200).expectFirst("a[href$=revoke]").attr("href");
        var releaser = PlainBrowser.of(Accounts.aUser(Role.RELEASER));

        for (var page : List.of(ACCOUNTS, path, path + "/delete", revoke)) {
            releaser.get(page).then().statusCode(403);
        }
        for (var action : List.of(ACCOUNTS, path, path + "/delete", revoke)) {
            releaser.post(action, TOKEN).then().statusCode(403);
        }
        assertThat(Rows.number("select count(*) from api_token")).isEqualTo(1);
    }

    @Test
    void aProgramAloneIsNoAdministratorForAProject() {
        var name = "lonely-" + System.nanoTime();
        var project = redirect(admin.post("/projects", Map.of("name", name)));
        admin.post(project + "/accounts", Map.of("name", name, "role", "ADMIN"))
                .then()
                .statusCode(303);
        var me = admin.page(project, 200).select("tbody tr").stream()
                .filter(row -> !row.text().contains(name))
                .findFirst()
                .orElseThrow();
        var member = me.expectFirst("a[href*=members]").attr("href");

        assertThat(page(admin.post(member, Map.of("role", "VIEWER")), 422).text())
                .contains("at least one admin");
        assertThat(admin.page(project + "/delete", 200).text()).contains("Service accounts: 1");
        admin.post(project + "/delete", Map.of()).then().statusCode(409);
    }

    private Program program(String path) {
        return new Program(
                page(admin.post(path, TOKEN), 200).expectFirst("#made").attr("value"));
    }
}
