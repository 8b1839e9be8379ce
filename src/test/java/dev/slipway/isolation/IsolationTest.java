package dev.slipway.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.live.LiveView;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class IsolationTest {

    private static final String STATE =
            """
            select (select count(*) from audit_event where project_id = ?1) || '/' || (select count(*) from execution)
              || '/' || (select count(*) from membership where project_id = ?1)
              || '/' || (select string_agg(state || edition || secret, ' ') from webhook)
            """;

    @Inject
    @Any
    Instance<LiveView> views;

    private Secrecy secrecy;
    private OwnProject own;

    @BeforeEach
    void createTwoProjects() {
        secrecy = Secrecy.create();
        own = OwnProject.create();
    }

    @Test
    void everyRouteHasACase() {
        assertThat(secrecy.cases().stream().map(Case::route)).containsExactlyInAnyOrderElementsOf(Routes.all());
    }

    @Test
    void anAdminOfAnotherProjectSeesNothingAndChangesNothing() {
        var before = Rows.values(STATE, Project.DEFAULT_ID);

        var name = Accounts.aUser();
        var stranger = own.browserOf(name, Role.ADMIN);
        var program = Program.of(name);

        for (var each : secrecy.cases()) {
            var answer = each.isOfTheApi() ? program.send(each.method(), each.path(), "{}") : ask(stranger, each);

            assertThat(answer.asString()).as(each.route()).doesNotContain(Secrecy.MARK);
            switch (each.expected()) {
                case UNKNOWN -> assertThat(answer.statusCode()).as(each.route()).isEqualTo(404);
                case FORBIDDEN ->
                    assertThat(answer.statusCode()).as(each.route()).isEqualTo(403);
                case NOTHING_OF_IT ->
                    assertThat(answer.statusCode()).as(each.route()).isLessThan(500);
            }
        }
        assertThat(Rows.values(STATE, Project.DEFAULT_ID)).isEqualTo(before);
    }

    @Test
    void noWebhookIsReachedThroughAnotherProject() {
        var stranger = own.browserOf(Role.ADMIN);

        for (var path : secrecy.webhook().detours(own.id())) {
            assertThat(stranger.post(path, WebhookSecrecy.TYPED).statusCode())
                    .as(path)
                    .isIn(404, 405);
            assertThat(stranger.get(path).asString()).as(path).doesNotContain(Secrecy.MARK);
        }
        assertThat(Rows.values("select state || name from webhook"))
                .isEqualTo(List.of("ENABLED" + Secrecy.MARK + "hook"));
    }

    @Test
    void noServiceAccountIsReachedThroughAnotherProject() {
        var stranger = own.browserOf(Role.ADMIN);
        var tokens = Rows.number("select count(*) from api_token");

        for (var path : secrecy.account().detours(own.id())) {
            stranger.post(path, AccountSecrecy.TYPED).then().statusCode(404);
            stranger.get(path).then().statusCode(404);
        }
        assertThat(Rows.number("select count(*) from api_token")).isEqualTo(tokens);
    }

    @Test
    void aMemberOfBothSeesOnlyTheOneSwitchedTo() {
        var both = own.browserOf(Accounts.aUser(Role.ADMIN), Role.ADMIN);
        both.post("/project", Map.of("project", own.id())).then().statusCode(303);

        for (var each : secrecy.cases()) {
            if (each.expected() == Case.Expected.NOTHING_OF_IT && !each.isPost()) {
                var answer = ask(both, each);

                assertThat(answer.asString()).as(each.route()).doesNotContain(Secrecy.MARK);
            }
        }
        both.post("/project", Map.of("project", Project.DEFAULT_ID)).then().statusCode(303);
        assertThat(both.get("/applications").asString()).contains(Secrecy.MARK);
    }

    @Test
    void noLiveViewShowsAnythingToAStranger() {
        var stranger = own.browserOf(Role.ADMIN);
        var asked = secrecy.views();

        for (var name : names()) {
            assertThat(asked).containsKey(name);
            stranger.request()
                    .queryParam("view", "%s:%s@0".formatted(name, asked.get(name)))
                    .get("/live")
                    .then()
                    .statusCode(404);
        }
    }

    private Set<String> names() {
        return views.stream()
                .map(LiveView::name)
                .filter(name -> !name.startsWith("probe"))
                .collect(Collectors.toSet());
    }

    private static Response ask(PlainBrowser browser, Case each) {
        return each.isPost()
                ? browser.post(each.path(), each.form())
                : browser.request().get(each.path());
    }
}
