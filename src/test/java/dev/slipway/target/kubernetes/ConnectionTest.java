package dev.slipway.target.kubernetes;

import static dev.slipway.testing.Answers.problem;
import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an administrator connects an environment to a cluster. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ConnectionTest {

    private TestCluster cluster;
    private PlainBrowser admin;
    private String path;

    @BeforeEach
    void createEnvironment() {
        cluster = TestCluster.open();
        admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
        path = redirect(admin.post("/environments", Map.of("name", "production", "kind", "kubernetes")));
    }

    private FakeCluster fake(String what) {
        assumeThat(cluster).as(what).isInstanceOf(FakeCluster.class);
        return (FakeCluster) cluster;
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void savesTestsAndNeverShowsTheCredentialsAgain() {
        assertThat(admin.page("/environments", 200).select("#main").text()).contains("Not set up yet");

        var secret = cluster.kubeconfig().replaceAll("(?s).*token: *\"?([^\"\\s}]+).*", "$1");
        var checked = redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        var report = admin.page(checked, 200);
        assertThat(report.select("#result").text()).isEqualTo("Everything that releases need is there.");
        assertThat(report.select("#main").text())
                .contains("Kubernetes v1.", " answers", cluster.namespace() + " is ", "delete deployments.apps");
        assertThat(admin.page(path, 200).select("#kubeconfig-hint").text())
                .isEqualTo("Kept. Enter another to replace it.");
        for (var page : new String[] {path, checked, "/environments", "/audit"}) {
            assertThat(admin.get(page).asString()).as(page).doesNotContain(secret);
        }
        assertThat(Rows.values("select credentials from environment").get(0).toString())
                .startsWith("sealed:1:")
                .doesNotContain(secret);
        assertThat(Rows.values("select detail::text from audit_event").toString())
                .contains("\"kubeconfig\": \"replaced\"")
                .doesNotContain(secret);
    }

    @Test
    void keepsTheCredentialsWhenOnlyTheNamespaceChanges() {
        var cluster = fake("the API server answers as the test says");
        redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        var checked = redirect(save(1, Map.of("access", "kubeconfig", "namespace", "elsewhere")));

        assertThat(admin.page(checked, 200).select("#main").text()).contains("There is no namespace elsewhere.");
    }

    @Test
    void listsWhatIsMissing() {
        var cluster = fake("the API server answers as the test says");
        cluster.forbid("delete deployments", "patch deployments", "get pods");
        var checked = redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        var report = admin.page(checked, 200);

        assertThat(report.select("#result").text()).isEqualTo("3 things are missing.");
        assertThat(report.select("section[aria-labelledby=missing] li").eachText())
                .containsExactly(
                        "May not patch, delete deployments.apps in shop.",
                        "May not get pods in shop.",
                        "May not get pods/log in shop.");
    }

    @Test
    void asksForRoutesOnlyWhereThereIsAGatewayApi() {
        var cluster = fake("the API server answers as the test says");
        cluster.forbid("watch httproutes");
        var checked = redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        var missing = admin.page(checked, 200).select("section[aria-labelledby=missing] li");
        cluster.answer(request -> request.getPath().startsWith("/apis/gateway.networking.k8s.io")
                ? Optional.of(ApplyingDispatcher.json(404, Map.of("kind", "Status", "code", 404)))
                : Optional.empty());
        var without = admin.page(checked, 200);

        assertThat(missing.eachText()).containsExactly("May not watch httproutes.gateway.networking.k8s.io in shop.");
        assertThat(without.select("#result").text()).isEqualTo("Everything that releases need is there.");
        assertThat(without.select("#main").text()).contains("There is no Gateway API, so no canary and no gateway.");
    }

    @Test
    void listsNoSecrets() {
        var cluster = fake("the API server answers as the test says");
        cluster.forbid("list secrets", "watch secrets", "list configmaps", "watch services");

        var checked = redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        assertThat(admin.page(checked, 200).select("#result").text())
                .isEqualTo("Everything that releases need is there.");
    }

    @Test
    void saysWhenTheServerDoesNotTakeTheCredentials() {
        var cluster = fake("the API server answers as the test says");
        cluster.answer(request -> Optional.of(ApplyingDispatcher.json(
                401, Map.of("kind", "Status", "apiVersion", "v1", "code", 401, "message", "Unauthorized"))));

        var checked = redirect(save(0, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig())));

        assertThat(admin.page(checked, 200).select("#main").text())
                .contains("The API server of production does not accept the credentials any more.")
                .doesNotContain("very-secret-token");
    }

    @Test
    void refusesWhatCannotBeUsedAndSaysWhere() {
        var cluster = fake("the API server answers as the test says");
        var exec = cluster.kubeconfig().replace("token: very-secret-token", "exec: {command: sh}");

        assertThat(problem(save(0, Map.of("access", "kubeconfig", "kubeconfig", exec)), "kubeconfig"))
                .contains("signs in by a program (exec), and Slipway runs no programs for it");
        assertThat(problem(save(0, Map.of("access", "kubeconfig")), "kubeconfig"))
                .contains("This is needed to sign in");
        assertThat(problem(save(0, Map.of("access", "in-cluster")), "access"))
                .contains("slipway.target.kubernetes.in-cluster");
        assertThat(problem(save(0, Map.of("access", "token", "server", "http://a", "token", "abc")), "server"))
                .contains("has to begin with https://");
        assertThat(problem(save(0, Map.of("access", "kubeconfig", "namespace", "Not A Namespace")), "namespace"))
                .contains("small letters");
    }

    @Test
    void aKeptTokenGoesToNoOtherServer() {
        var server = "https://localhost:1";
        redirect(save(0, Map.of("access", "token", "server", server, "token", "very-secret-token")));

        var moved = save(1, Map.of("access", "token", "server", "https://localhost:2"));

        assertThat(problem(moved, "token")).contains("Enter the token again");
        redirect(save(1, Map.of("access", "token", "server", server, "namespace", "elsewhere")));
    }

    @Test
    void onlyAdministratorsConnect() {
        var developer = PlainBrowser.of(Accounts.aUser(Role.DEVELOPER, Role.RELEASER, Role.APPROVER));

        assertThat(developer.get(path).statusCode()).isEqualTo(403);
        assertThat(developer.get(path + "/check").statusCode()).isEqualTo(403);
        assertThat(developer.postMultipart(path, Map.of("access", "kubeconfig")).statusCode())
                .isEqualTo(403);
        assertThat(save(7, Map.of("access", "kubeconfig", "kubeconfig", cluster.kubeconfig()))
                        .statusCode())
                .isEqualTo(409);
    }

    private Response save(int edition, Map<String, String> answers) {
        var form = new HashMap<String, Object>(Map.of("edition", edition, "namespace", cluster.namespace()));
        form.putAll(answers);
        return admin.postMultipart(path, form);
    }
}
