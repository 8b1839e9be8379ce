package dev.slipway.isolation;

import static dev.slipway.isolation.Case.forbidden;
import static dev.slipway.isolation.Case.nothing;
import static dev.slipway.isolation.Case.unknown;

import dev.slipway.catalog.Applications;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.execution.Status;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something of everything in the default project, and how every route would be asked for it.
 *
 * @param member the name of a user of the default project
 */
record Secrecy(
        UUID release,
        long execution,
        UUID application,
        UUID component,
        UUID environment,
        WebhookSecrecy webhook,
        AccountSecrecy account,
        String member) {

    /** Is part of every name in the project, so that no page of another may have it. */
    static final String MARK = "secret-";

    static final String TASK = MARK + "approval";
    static final Map<String, String> DETAILS = Map.of("name", "stolen", "description", "stolen", "edition", "0");

    /** Fills the default project; its release waits at a checkpoint. */
    static Secrecy create() {
        var environment = Given.environment(MARK + "environment", "process");
        var application = bean(Applications.class)
                .create(new Applications.Creating(Project.DEFAULT_ID, MARK + "application", MARK + "words", "a test"));
        if (!application) {
            throw new IllegalStateException("There was one already");
        }
        var address = new Components.Address(
                Project.DEFAULT_ID, Given.REGION, MARK + "application", MARK + "environment", MARK + "component");
        var component = bean(Components.class).create(address, "a test").component();
        var release = Given.release(MARK + "release")
                .phase(Given.group(Given.approval(TASK)))
                .create();
        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, TASK, Status.TO_BE_APPROVED);
        deploy(component, release);
        var member = Accounts.aUser(Role.VIEWER);
        var webhook = WebhookSecrecy.create();
        var account = AccountSecrecy.create();
        return new Secrecy(
                release, execution, component.applicationId(), component.id(), environment, webhook, account, member);
    }

    private static void deploy(Component component, UUID release) {
        var by = new Component.Provenance(release, MARK + "release", 1);
        var content = new ComponentVersion.Content(MARK + "artifact", Map.of("port", 1));
        var version = bean(Components.class)
                .version(component.id(), "1.2.3", content, by)
                .orElseThrow();
        bean(Components.class).runs(component.id(), version.id(), new Component.Writer(1, 1, MARK + "release"), by);
    }

    /** How the routes are asked; a new route needs a line in one of these. Signing out comes last. */
    List<Case> cases() {
        return Stream.of(
                        ofReleases(),
                        new EditorSecrecy(release, member).cases(),
                        ofAnExecution(),
                        ofApplications(),
                        ofEnvironments(),
                        ofProjects(),
                        webhook.cases(),
                        account.cases(),
                        new ApiSecrecy(release, execution, member).cases(),
                        ofThePlace())
                .flatMap(List::stream)
                .toList();
    }

    private List<Case> ofReleases() {
        var aTemplatePackage = aTemplatePackage();
        return List.of(
                nothing("GET /releases"),
                unknown("GET /releases/{id}", release),
                unknown("GET /releases/{id}/execute", release),
                unknown("GET /releases/{id}/execute/changes", release),
                unknown("POST /releases/{id}/execute/changes", release).with(Map.of("task", TASK)),
                unknown("GET /releases/{id}/executions", release),
                unknown("POST /releases/{id}/executions", release).with(Map.of("task", TASK)),
                unknown("GET /releases/{id}/trigger", release),
                unknown("GET /releases/{id}/trigger/new", release),
                unknown("POST /releases/{id}/trigger", release).with(Map.of("type", "CRON", "cron", "0 0 * * *")),
                unknown("POST /releases/{id}/trigger/preview", release),
                unknown("GET /releases/{id}/export", release),
                nothing("GET /releases/from-file"),
                nothing("POST /releases/from-file"),
                nothing("GET /releases/import"),
                nothing("POST /releases/import"),
                unknown("GET /releases/import/{id}", aTemplatePackage),
                unknown("POST /releases/import/{id}", aTemplatePackage),
                nothing("GET /audit"),
                nothing("GET /audit/export"),
                nothing("GET /approvals"));
    }

    private List<Case> ofAnExecution() {
        var execution = "/releases/{releaseId}/executions/{no}";
        var verbs = execution + "/{verb: stop|continue|terminate|retry}";
        return List.of(
                unknown("GET " + execution, release, 1),
                unknown("GET " + execution + "/timeline", release, 1),
                unknown("GET " + verbs, release, 1, "stop"),
                unknown("POST " + verbs, release, 1, "stop"),
                unknown("GET /releases/{id}/executions/{no}/roll-back", release, 1),
                unknown("POST /releases/{id}/executions/{no}/roll-back", release, 1),
                unknown("GET " + execution + "/steps/{name}", release, 1, TASK),
                unknown("GET " + execution + "/steps/{name}/attempts", release, 1, TASK),
                unknown("GET " + execution + "/steps/{name}/log", release, 1, TASK),
                unknown("GET " + execution + "/steps/{task}/skip", release, 1, TASK),
                unknown("POST " + execution + "/steps/{task}/skip", release, 1, TASK),
                unknown("GET " + execution + "/steps/{task}/decision", release, 1, TASK),
                unknown("GET " + execution + "/steps/{task}/changes", release, 1, TASK),
                unknown("POST " + execution + "/steps/{task}/decision", release, 1, TASK)
                        .with(Map.of("attempt", "1", "verdict", "AGREE", "comments", "")));
    }

    private List<Case> ofApplications() {
        return List.of(
                nothing("GET /applications"),
                nothing("GET /applications/new"),
                nothing("POST /applications").with(DETAILS),
                unknown("GET /applications/{id}", application),
                unknown("GET /applications/{id}/edit", application),
                unknown("POST /applications/{id}/edit", application).with(DETAILS),
                unknown("GET /applications/{id}/delete", application),
                unknown("POST /applications/{id}/delete", application),
                nothing("GET /components/new"),
                unknown("POST /components")
                        .with(Map.of("name", "stolen", "application", application, "environment", environment)),
                unknown("GET /components/{id}", component),
                unknown("GET /components/{id}/versions/diff", component),
                unknown("GET /components/{id}/drift", component),
                unknown("GET /components/{id}/instances", component),
                unknown("GET /components/{id}/instances/{name}/log", component, "web-1"),
                unknown("GET /components/{id}/instances/{name}/log/lines", component, "web-1"),
                unknown("GET /components/{id}/edit", component),
                unknown("POST /components/{id}/edit", component).with(DETAILS),
                unknown("GET /components/{id}/delete", component),
                unknown("POST /components/{id}/delete", component));
    }

    private List<Case> ofEnvironments() {
        return List.of(
                nothing("GET /environments"),
                nothing("GET /environments/new"),
                nothing("POST /environments").with(Map.of("name", "stolen", "kind", "process")),
                unknown("GET /environments/{id}/connection", environment),
                // A form in several parts, which is not what is sent here; see ConnectionTest.
                nothing("POST /environments/{id}/connection", environment),
                unknown("GET /environments/{id}/connection/check", environment),
                unknown("GET /environments/{id}/edit", environment),
                unknown("POST /environments/{id}/edit", environment).with(DETAILS),
                unknown("GET /environments/{id}/delete", environment),
                unknown("POST /environments/{id}/delete", environment));
    }

    private List<Case> ofProjects() {
        return List.of(
                nothing("GET /projects"),
                forbidden("GET /projects/new"),
                forbidden("POST /projects").with(DETAILS),
                unknown("GET /projects/{id}", Project.DEFAULT_ID),
                unknown("GET /projects/{id}/edit", Project.DEFAULT_ID),
                unknown("POST /projects/{id}/edit", Project.DEFAULT_ID).with(DETAILS),
                unknown("GET /projects/{id}/delete", Project.DEFAULT_ID),
                unknown("POST /projects/{id}/delete", Project.DEFAULT_ID),
                unknown("POST /projects/{id}/members", Project.DEFAULT_ID)
                        .with(Map.of("username", member, "role", "ADMIN")),
                unknown("GET /projects/{id}/members/{username}", Project.DEFAULT_ID, member),
                unknown("POST /projects/{id}/members/{username}", Project.DEFAULT_ID, member)
                        .with(Map.of("role", "ADMIN")),
                unknown("POST /projects/{id}/members/{username}/delete", Project.DEFAULT_ID, member));
    }

    private List<Case> ofThePlace() {
        return List.of(
                nothing("GET /"),
                nothing("GET /sign-in"),
                nothing("GET /slipway"),
                nothing("GET /openapi"),
                nothing("GET /api"),
                nothing("GET /style/{version}.css", "x"),
                unknown("POST /project").with(Map.of("project", Project.DEFAULT_ID)),
                nothing("POST /region").with(Map.of("region", Given.REGION)),
                forbidden("POST /demo/reset"),
                nothing("POST /sign-out"));
    }

    private UUID aTemplatePackage() {
        var id = UUID.randomUUID();
        Rows.change(
                "insert into template_package values (?1, ?2, ?3, ?4, '', now(), now() + interval '1 hour')",
                id,
                Project.DEFAULT_ID,
                member,
                MARK + "package");
        return id;
    }

    /** How the live views are asked for, by their names. */
    Map<String, String> views() {
        var stepRun = Rows.step(execution, TASK).id();
        return Map.of(
                "releases", Project.DEFAULT_ID,
                "approvals", Project.DEFAULT_ID,
                "execution", "" + execution,
                "step", execution + "." + TASK,
                "log", "" + stepRun);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
