package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesPreviewTest extends WithCluster {

    private static final String MANIFESTS =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %1$s}
            data: {colour: %1$s}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db}
            stringData: {user: user-%1$s}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, image: "%2$s"}]}
            """;

    @BeforeEach
    void releaseTheFirstVersion() {
        assertThat(Shop.end(shop.deploy("web", "1.0.0", plain("blue", "ready"))))
                .isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void saysWhatWillChangeObjectByObjectAndChangesNothing() {
        var path = "/releases/%s/execute".formatted(release("deploy", plain("green", "ready-2")));
        var browser = PlainBrowser.of(Accounts.aUser(Role.RELEASER));
        var before = cluster.object("apps/v1", "Deployment", "web").getMetadata();

        var page = browser.page(
                browser.page(path, 200).expectFirst("#show-changes").attr("href"), 200);

        assertThat(page.select(".foreseen").eachText())
                .containsExactly(
                        "Secret db: Changes, 1 field",
                        "ConfigMap green: New, 8 fields",
                        "Deployment web: Changes, 1 field",
                        "ConfigMap blue: Is deleted");
        assertThat(page.select("details summary").eachText())
                .as("there is nothing more to say of what is deleted")
                .hasSize(3);
        assertThat(row(page, "spec.template.spec.containers[main].image"))
                .contains(cluster.reference("ready"), cluster.reference("ready-2"));
        assertThat(page.text()).doesNotContain("user-blue", "user-green");
        assertThat(cluster.names("v1", "ConfigMap")).containsExactly("blue");
        assertThat(cluster.object("apps/v1", "Deployment", "web").getMetadata()).isEqualTo(before);
        assertThat(Rows.number("select count(*) from kubernetes_order")).isOne();
        PlainBrowser.of(Accounts.aUser(Role.VIEWER))
                .get(path + "/changes")
                .then()
                .statusCode(403);
    }

    @Test
    void asksOnlyAboutTheTasksThatAreSelected() {
        var release = release("deploy", plain("green", "ready-2"));
        var browser = PlainBrowser.of(Accounts.aUser(Role.RELEASER));

        var answer =
                browser.postMultipart("/releases/%s/execute/changes".formatted(release), Map.of("task", "go-live"));

        answer.then().statusCode(200);
        assertThat(answer.asString()).doesNotContain("ConfigMap").contains("Nothing of it goes to an environment");
    }

    @Test
    void saysWhatWillBeRefusedAndWhy() {
        var cluster = fake("others manage what the test says");
        cluster.managedByOthers("deployments/web", ".spec.replicas");
        var spec = new HashMap<>(plain("green", "ready-2"));

        var refused = changes(release("deploy", spec));
        spec.put("conflicts", "take_over");
        var taken = changes(release("deploy-again", spec));

        assertThat(refused.text())
                .contains("Deployment web: Will be refused, 1 field")
                .contains("Deployment web has fields that others manage: .spec.replicas, which kubectl-edit manages.");
        assertThat(taken.text()).contains("Deployment web: Changes, 1 field").doesNotContain("refused");
    }

    @Test
    void saysWhyNothingCanBeToldWhenTheClusterDoesNotAnswer() {
        var cluster = fake("the API server is in trouble");
        var release = release("deploy", plain("green", "ready-2"));
        cluster.answer(request -> Optional.of(ApplyingDispatcher.json(401, Map.of("kind", "Status", "code", 401))));

        assertThat(changes(release).text()).contains("The API server of production does not accept the credentials");
        cluster.close();
        assertThat(changes(release).text()).contains("The API server of production can't be reached: ");
    }

    @Test
    void flagsWhatSomebodyElseHasChangedSince() {
        cluster.scaleByHand("web", 5);
        var spec = new HashMap<>(plain("green", "ready-2"));
        // Otherwise an API server refuses it, because somebody else manages the field now.
        spec.put("conflicts", "take_over");

        var drift = shop.admin().page(componentPath() + "/drift", 200);
        var next = changes(release("deploy", spec));

        assertThat(drift.select("tbody tr").eachText()).containsExactly("spec.replicas 1 5 kubectl-edit");
        assertThat(next.text())
                .contains("Deployment web: Changes, 2 fields. Changed since by somebody else")
                .contains("Somebody changed 1 field of it since it was released:")
                .contains("Deployment web Field Released Now By spec.replicas 1 5 kubectl-edit");
        assertThat(shop.admin().page(componentPath(), 200).select("#drift").attr("hx-get"))
                .isEqualTo(componentPath() + "/drift");
    }

    @Test
    void flagsAnObjectThatIsGone() {
        assertThat(shop.admin().page(componentPath() + "/drift", 200).text())
                .contains("Everything is as it was released.");

        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("blue")
                .delete();

        assertThat(shop.admin().page(componentPath() + "/drift", 200).text())
                .contains("ConfigMap blue is not there any more.");
    }

    @Test
    void showsWithACheckpointWhatItHoldsBack() {
        var release = release("deploy", plain("green", "ready-2"));
        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "go-live", Status.TO_BE_APPROVED);
        var browser = PlainBrowser.of(Accounts.aUser(Role.APPROVER));

        var dialog = browser.page("/releases/%s/executions/1/steps/go-live/decision".formatted(release), 200);
        var changes = browser.page(dialog.expectFirst("#held-back").attr("hx-get"), 200);

        assertThat(changes.select("summary").eachText()).contains("Deployment web: Changes, 1 field");
        PlainBrowser.of(Accounts.aUser(Role.RELEASER))
                .get(dialog.expectFirst("#held-back").attr("hx-get"))
                .then()
                .statusCode(403);
    }

    private Element changes(UUID release) {
        return shop.admin().page("/releases/%s/execute/changes".formatted(release), 200);
    }

    private static String row(Element page, String field) {
        return page.select("tbody tr").stream()
                .map(Element::text)
                .filter(text -> text.startsWith(field))
                .findFirst()
                .orElse("");
    }

    /** A release task that asks before it deploys version 2.0.0. */
    private static UUID release(String name, Map<String, Object> kubernetes) {
        return Given.release("release-" + name)
                .phase(Given.group(Given.approval("go-live")))
                .phase(Given.group(Shop.task(name, "web", "2.0.0", kubernetes)))
                .create();
    }

    private String componentPath() {
        return "/components/" + Rows.values("select id from component").get(0);
    }

    private Map<String, Object> plain(String name, String behaviour) {
        return Map.of("manifests", MANIFESTS.formatted(name, cluster.reference(behaviour)));
    }
}
