package dev.slipway.catalog;

import static dev.slipway.testing.Answers.page;
import static dev.slipway.testing.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.release.ReleaseTask;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DeletingTest {

    private OwnProject project;
    private PlainBrowser admin;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
        admin = project.browserOf(Role.ADMIN);
    }

    @Test
    void whatReleaseTasksNameKeepsItsNameAndStays() {
        var component = Stock.of(project, "process").application("shop").component("shop", "storefront");
        var release = release(Map.of("application", "shop", "component", "storefront", "environment", "production"));
        var addresses = List.of(
                "/applications/" + application("shop"),
                "/components/" + component.id(),
                "/environments/" + component.environmentId());

        for (var address : addresses) {
            var form = admin.page(address + "/edit", 200);
            assertThat(form.select(".uses a").eachText()).containsExactly("release-x");
            var renamed = admin.post(address + "/edit", Map.of("name", "renamed", "edition", "0"));
            assertThat(problem(renamed, "name")).contains("release-x");
            admin.post(
                            address + "/edit",
                            Map.of(
                                    "name",
                                    form.expectFirst("#name").attr("value"),
                                    "description",
                                    "Fine",
                                    "edition",
                                    "0"))
                    .then()
                    .statusCode(303);
            assertThat(admin.page(address + "/delete", 200).select("#delete-now"))
                    .isEmpty();
            var refused = page(admin.post(address + "/delete", Map.of()), 409);
            assertThat(refused.select(".uses a").eachAttr("href")).contains("/releases/" + release);
        }
    }

    @Test
    void anApplicationThatATaskCreatesIsNamedByIt() {
        Stock.of(project, "process").application("shop");
        releaseOf("create_application", Map.of("name", "shop"));

        assertThat(admin.page("/applications/%s/delete".formatted(application("shop")), 200)
                        .select(".uses")
                        .text())
                .isEqualTo("Release task release-x");
    }

    @Test
    void whatRunsOrIsInUseStays() {
        var component = Stock.of(project, "process").application("shop").running("shop", "storefront");
        Stock.bean(Components.class).hold(component.id(), Stock.WRITER);

        assertThat(uses("/components/" + component.id()))
                .containsExactly("Its running version 1.2.3", "At this moment release-shop, execution 3");
        assertThat(uses("/applications/" + component.applicationId())).containsExactly("Component storefront");
        assertThat(uses("/environments/" + component.environmentId())).containsExactly("Component storefront");
    }

    @Test
    void whatNothingUsesIsDeletedOnceAskedAfter() {
        var component = Stock.of(project, "process").application("shop").running("shop", "storefront");
        Stock.bean(Components.class).runsNothing(component.id(), Stock.WRITER);
        Stock.bean(Artifacts.class)
                .record(new Artifacts.Built(component.environmentId(), "storefront", "1.2.3", "storefront/1", 1));

        var question = admin.page("/components/%s/delete".formatted(component.id()), 200);
        assertThat(question.expectFirst("main").text()).contains("with its 1 version and the history");
        for (var address : List.of(
                "/components/" + component.id(),
                "/applications/" + component.applicationId(),
                "/environments/" + component.environmentId())) {
            admin.post(address + "/delete", Map.of()).then().statusCode(303);
            admin.get(address + "/edit").then().statusCode(404);
        }
        assertThat(Rows.number("select count(*) from component_version")).isZero();
        assertThat(Rows.audited("environment_deleted")).isEqualTo(1);
    }

    @Test
    void viewersGetNoButtonsAndAreRefused() {
        var component = Stock.of(project, "process").application("shop").component("shop", "storefront");
        var viewer = project.browserOf(Role.VIEWER);
        var developer = project.browserOf(Role.DEVELOPER);

        for (var page : List.of(
                "/applications",
                "/applications/" + component.applicationId(),
                "/components/" + component.id(),
                "/environments")) {
            assertThat(viewer.page(page, 200).select("main a[href$=/new], main a[href$=/edit], main a[href$=/delete]"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(developer.page("/environments", 200).select("main a[href$=/new]"))
                .isEmpty();
    }

    @Test
    void viewersWhoTryAreRefused() {
        var component = Stock.of(project, "process").application("shop").component("shop", "storefront");
        var viewer = project.browserOf(Role.VIEWER);
        for (var form : List.of(
                "/applications/new",
                "/components/new",
                "/environments/new",
                "/components/%s/edit".formatted(component.id()),
                "/components/%s/delete".formatted(component.id()))) {
            viewer.get(form).then().statusCode(403);
            viewer.post(form.replace("/new", ""), Map.of("name", "mine", "kind", "process"))
                    .then()
                    .statusCode(403);
        }
        project.browserOf(Role.DEVELOPER)
                .post("/environments", Map.of("name", "mine", "kind", "process"))
                .then()
                .statusCode(403);
    }

    private List<String> uses(String address) {
        return admin.page(address + "/delete", 200).select(".uses li").eachText();
    }

    private UUID release(Map<String, Object> input) {
        return releaseOf("update_component", input);
    }

    private UUID releaseOf(String type, Map<String, Object> input) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var home = new ReleaseTask.Home(project.id(), "local");
            var release = ReleaseTask.of(home, "release-x", "", "a test", Instant.now());
            release.addPhase("phase", "Phase").addGroup().add("step", "Step", type, input);
            release.persist();
            return release.id();
        });
    }

    private UUID application(String name) {
        return (UUID) Rows.values("select id from application where project_id = ?1 and name = ?2", project.id(), name)
                .get(0);
    }
}
