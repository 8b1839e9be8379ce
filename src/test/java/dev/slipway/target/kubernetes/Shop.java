package dev.slipway.target.kubernetes;

import static dev.slipway.testing.Given.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Answers;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application whose components run in a cluster, connected as an administrator does it. */
final class Shop {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PlainBrowser admin = PlainBrowser.of(Accounts.aUser(Role.ADMIN));
    private int releases;

    private Shop() {}

    /** Creates environment and application, and connects the environment to the cluster. */
    static Shop in(TestCluster cluster) {
        var shop = new Shop();
        var created = shop.admin.post("/environments", Map.of("name", "production", "kind", "kubernetes"));
        var connection = Answers.redirect(created);
        assertThat(connection).endsWith("/connection");
        var saved = shop.admin.postMultipart(
                connection,
                Map.of(
                        "access",
                        "kubeconfig",
                        "namespace",
                        cluster.namespace(),
                        "kubeconfig",
                        cluster.kubeconfig(),
                        "edition",
                        0));
        assertThat(Answers.redirect(saved)).isEqualTo(connection + "/check");
        Given.application("shop");
        return shop;
    }

    /** Enters the credentials once more, so that every client is opened anew. */
    void reconnect(TestCluster cluster) {
        var path = admin.page("/environments", 200)
                .expectFirst("#connection-production")
                .attr("href");
        admin.postMultipart(
                        path,
                        Map.of(
                                "access",
                                "kubeconfig",
                                "namespace",
                                cluster.namespace(),
                                "kubeconfig",
                                cluster.kubeconfig(),
                                "edition",
                                1))
                .then()
                .statusCode(303);
    }

    PlainBrowser admin() {
        return admin;
    }

    /** Deploys a version of a component that runs an image, and says the execution. */
    long deploy(String component, String version, Map<String, Object> kubernetes) {
        return execute(task("deploy", component, version, kubernetes));
    }

    /** Executes one release task with these tasks side by side. */
    long execute(Given.Task... tasks) {
        var groups = new ArrayList<Given.Group>();
        List.of(tasks).forEach(task -> groups.add(group(task)));
        return Releaser.execute(release(groups));
    }

    /** Waits until an execution has ended, for images may have to be fetched, and says how. */
    static Status end(long execution) {
        await().atMost(PATIENCE).until(() -> !Rows.status(execution).isActive());
        return Rows.status(execution);
    }

    /** Waits as long until a task has a status. */
    static void awaitStep(long execution, String step, Status status) {
        await("%s to be %s".formatted(step, status))
                .atMost(PATIENCE)
                .until(() -> Rows.status(execution, step) == status);
    }

    private UUID release(List<Given.Group> groups) {
        releases++;
        return Given.release("release-" + releases)
                .phase(groups.toArray(Given.Group[]::new))
                .create();
    }

    /** The task that deploys a version of a component within a minute. */
    static Given.Task task(String name, String component, String version, Map<String, Object> kubernetes) {
        return task(name, component, version, kubernetes, 60);
    }

    static Given.Task task(
            String name, String component, String version, Map<String, Object> kubernetes, int healthySeconds) {
        var input = new HashMap<String, Object>(Map.of(
                "application", "shop",
                "component", component,
                "environment", "production",
                "version", version,
                "kubernetes", kubernetes,
                "healthySeconds", healthySeconds));
        return Given.task(name, "create_component", input);
    }
}
