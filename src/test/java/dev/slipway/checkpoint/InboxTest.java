package dev.slipway.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Verdict;
import dev.slipway.live.Audience;
import dev.slipway.project.Permission;
import dev.slipway.project.Role;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Executing;
import dev.slipway.release.ReleaseTask;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class InboxTest {

    private static final Audience DECIDERS = new Audience("en", Set.of(Permission.DECIDE));

    @Inject
    Executing executing;

    @Inject
    Executions executions;

    @Inject
    ApprovalsView view;

    private OwnProject project;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVER", "ADMIN"})
    void showsWhatWaitsTheLongestFirst(Role role) {
        var first = execute(project, "release-shop", "manual_approval", "go-live");
        execute(project, "release-payments", "manual_trigger", "start-update");

        var page = page(role);

        assertThat(page.select("#approvals-list th[scope=row]").eachText()).containsExactly("go-live", "start-update");
        var row = page.expectFirst("#approvals-list tbody tr");
        assertThat(row.select("td").eachText())
                .satisfiesExactly(
                        release -> assertThat(release).isEqualTo("release-shop, execution 1"),
                        type -> assertThat(type).isEqualTo("Manual Approval"),
                        since -> assertThat(since).endsWith("UTC"),
                        operation -> assertThat(operation).isEqualTo("Approve go-live, release-shop, execution 1"));
        var execution = "/releases/%s/executions/1".formatted(first.releaseTaskId());
        assertThat(row.select("a").eachAttr("href"))
                .containsExactly(execution + "/steps/go-live", execution, execution + "/steps/go-live/decision");
        assertThat(page.expectFirst("nav a[href=/approvals]").text()).isEqualTo("Approvals 2 waiting for you");
    }

    @ParameterizedTest
    @EnumSource(names = {"VIEWER", "DEVELOPER", "RELEASER"})
    void nothingWaitsForWhoMayNotDecide(Role role) {
        execute(project, "release-shop", "manual_approval", "go-live");

        var page = page(role);

        assertThat(page.expectFirst("#approvals-list").text())
                .isEqualTo("Nothing waits for you Your roles in this project do not include deciding."
                        + " Ask an admin of the project if they should.");
        assertThat(page.expectFirst("nav a[href=/approvals]").text()).isEqualTo("Approvals");
        assertThat(page.html()).doesNotContain("go-live");
    }

    @Test
    void saysWhenNothingWaits() {
        assertThat(page(Role.APPROVER).expectFirst("#approvals-list").text())
                .isEqualTo("Nothing waits for you"
                        + " When a release you may decide on stops at a checkpoint, it appears here.");
    }

    @Test
    void otherProjectsStayInvisible() {
        execute(OwnProject.create(), "secret-release", "manual_approval", "go-live");

        var page = page(Role.ADMIN);

        assertThat(page.html()).doesNotContain("secret-release");
        assertThat(page.expectFirst("nav a[href=/approvals]").text()).isEqualTo("Approvals");
    }

    @Test
    void showsAHundredAndHowManyMore() {
        execute(project, "release-many", "manual_approval", names(101));

        var page = page(Role.APPROVER);

        assertThat(page.select("#approvals-list tbody tr")).hasSize(100);
        assertThat(page.expectFirst("#approvals-list").text()).endsWith("1 more waits. It appears here as you decide.");
        assertThat(page.expectFirst("nav a[href=/approvals]").text()).isEqualTo("Approvals 99+ waiting for you");
    }

    @Test
    void theCountIsOnErrorPagesToo() {
        execute(project, "release-shop", "manual_approval", "go-live");

        var page = project.browserOf(Role.APPROVER).page("/probe/forbidden", 403);

        assertThat(page.expectFirst("nav a[href=/approvals]").text()).isEqualTo("Approvals 1 waiting for you");
    }

    @Test
    void aPageThatCannotAskHowMuchWaitsLetsTheLiveViewTell() {
        var page = project.browserOf(Role.APPROVER).page("/no/such/page", 404);

        assertThat(page.expectFirst("[data-live]").attr("data-live-version")).isEqualTo("0");
    }

    @Test
    void theLiveViewSendsWhatThePageShows() {
        execute(project, "release-shop", "manual_approval", "go-live");
        var page = page(Role.APPROVER);

        var update = view.since(project.id(), 0, DECIDERS);

        var live = page.expectFirst("[data-live]");
        assertThat(live.attr("data-live")).isEqualTo("approvals:" + project.id());
        assertThat(live.attr("data-live-version")).isEqualTo(String.valueOf(update.version()));
        var sent = Jsoup.parseBodyFragment(update.html());
        assertThat(sent.body().children()).extracting(Element::id).containsExactly("approvals-count", "approvals-list");
        assertThat(sent.expectFirst("#approvals-list").html())
                .isEqualTo(page.expectFirst("#approvals-list").html());
        assertThat(sent.expectFirst("#approvals-count").html())
                .isEqualTo(page.expectFirst("#approvals-count").html());
    }

    @Test
    void theVersionChangesWithWhatWaitsAndWithNothingElse() {
        var execution = execute(project, "release-shop", "manual_approval", "go-live", "tell-customers");
        var before = view.since(project.id(), 0, DECIDERS);
        execute(OwnProject.create(), "other-release", "manual_approval", "go-live");
        var unchanged = view.since(project.id(), before.version(), DECIDERS);

        executions.decide(
                project.actor(Role.APPROVER), new Executions.Deciding(execution.id(), "go-live", 1, Verdict.AGREE, ""));
        var after = view.since(project.id(), before.version(), DECIDERS);

        assertThat(unchanged).isEqualTo(before);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(Jsoup.parseBodyFragment(after.html()).select("tbody th").eachText())
                .containsExactly("tell-customers");
    }

    @Test
    void theLiveViewTellsStrangersNothing() {
        assertThatExceptionOfType(UnknownRecord.class)
                .isThrownBy(() -> view.audience(OwnProject.create().actor(Role.ADMIN), project.id()));
        assertThat(view.audience(project.actor(Role.VIEWER), project.id()).may(Permission.DECIDE))
                .isFalse();
        assertThat(view.audience(project.actor(Role.APPROVER), project.id())).isEqualTo(DECIDERS);
    }

    @Test
    void strangersHaveToSignIn() {
        assertThat(new PlainBrowser().get("/approvals").header("Location")).endsWith("/sign-in");
    }

    private Document page(Role role) {
        return project.browserOf(role).page("/approvals", 200);
    }

    /** Executes a new release task, whose tasks of this type wait side by side. */
    private Execution execute(OwnProject project, String release, String type, String... tasks) {
        var id = QuarkusTransaction.requiringNew().call(() -> {
            var home = new ReleaseTask.Home(project.id(), "local");
            var task = ReleaseTask.of(home, release, "", "somebody", Instant.now());
            var phase = task.addPhase("ask", "Ask");
            List.of(tasks).forEach(name -> phase.addGroup().add(name, name, type, Map.of()));
            task.persist();
            return task.id();
        });
        var begun = executing.executeAll(project.actor(Role.RELEASER), id);
        return QuarkusTransaction.requiringNew().call(() -> Execution.byId(begun.id()));
    }

    private static String[] names(int count) {
        var names = new String[count];
        for (int index = 0; index < count; index++) {
            names[index] = "approve-" + index;
        }
        return names;
    }
}
