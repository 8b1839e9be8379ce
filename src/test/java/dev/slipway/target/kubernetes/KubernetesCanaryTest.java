package dev.slipway.target.kubernetes;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.rollback.RollingBack;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesCanaryTest extends WithCluster {

    private static final String GATEWAY_API = "gateway.networking.k8s.io/v1";

    @Inject
    RollingBack rollingBack;

    @Test
    void goesOnStepByStepWithCheckpointsBetweenAndIsRolledBack() {
        runTheFirst();
        var release = Given.release("canary")
                .phase(Given.group(
                        update("some", Map.of("image", cluster.reference("ready-2"), "canaryWeight", 20)),
                        Given.approval("go-on"),
                        update("all", Map.of())))
                .create();
        var execution = Releaser.execute(release);
        Shop.awaitStep(execution, "go-on", Status.TO_BE_APPROVED);

        assertThat(weights()).containsExactly(80, 20);
        assertThat(cluster.names("apps/v1", "Deployment")).containsExactly("web", "web-canary");
        Releaser.agree(execution, "go-on");
        assertThat(Shop.end(execution)).isEqualTo(Status.SUCCESSFUL);

        assertThat(cluster.names("apps/v1", "Deployment")).containsExactly("web");
        assertThat(cluster.names("v1", "Service")).containsExactly("web");
        assertThat(image("web")).isEqualTo(cluster.reference("ready-2"));
        rollBack(execution, "some", "all");
        assertThat(image("web")).isEqualTo(cluster.reference("ready"));
        assertThat(cluster.names("apps/v1", "Deployment")).containsExactly("web");
    }

    @Test
    void sendsNoRequestsToACanaryBeforeItIsReady() {
        runTheFirst();
        var execution = shop.execute(update("deploy", with(cluster.image("slow"), 20)));
        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(
                        String.valueOf(Rows.step(execution, "deploy").message()))
                .startsWith("0 of 2 pods are ready"));

        assertThat(backends()).hasSize(1);
        cluster.proceed();

        assertThat(Shop.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(weights()).containsExactly(80, 20);
    }

    @Test
    void putsTheWeightsBackWhenTheCanaryCrashes() {
        runTheFirst();
        var input =
                new HashMap<>(update("deploy", with(cluster.image("crash"), 20)).input());
        input.put("healthySeconds", cluster.patience());

        var execution = shop.execute(Given.task("deploy", "update_component", input));

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(String.valueOf(Rows.step(execution, "deploy").message()))
                .contains("Pod web-canary-", " ends again and again", "Version 1.0.0 was put back and is healthy.");
        assertThat(cluster.names("apps/v1", "Deployment")).containsExactly("web");
        assertThat(backends()).hasSize(1);
    }

    @Test
    void refusesWhereThereIsNoGatewayApi() {
        var cluster = fake("the cluster has what the test says");
        cluster.answer(request -> request.getPath().startsWith("/apis/gateway.networking.k8s.io")
                ? Optional.of(ApplyingDispatcher.json(404, Map.of("kind", "Status", "code", 404)))
                : Optional.empty());

        var execution = shop.deploy("web", "1.0.0", first());

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(String.valueOf(Rows.step(execution, "deploy").message()))
                .contains("production has no Gateway API (HTTPRoute in gateway.networking.k8s.io/v1)");
        assertThat(cluster.applications()).isZero();
    }

    private void runTheFirst() {
        var execution = shop.deploy("web", "1.0.0", first());
        assertThat(Shop.end(execution))
                .as(String.valueOf(Rows.step(execution, "deploy").message()))
                .isEqualTo(Status.SUCCESSFUL);
    }

    private Map<String, Object> first() {
        return Map.of("image", cluster.reference("ready"), "ports", List.of("80"), "gateway", "public");
    }

    private static Map<String, Object> with(Map<String, Object> image, int weight) {
        var canary = new HashMap<>(image);
        canary.put("canaryWeight", weight);
        return canary;
    }

    private static Given.Task update(String name, Map<String, Object> kubernetes) {
        return Given.task(
                name,
                "update_component",
                Map.of(
                        "application", "shop",
                        "component", "web",
                        "environment", "production",
                        "kubernetes", kubernetes.isEmpty() ? Map.of("gateway", "public") : kubernetes,
                        "healthySeconds", 60));
    }

    private void rollBack(long execution, String... tasks) {
        var actor = Given.actor("somebody", Role.RELEASER);
        var done = Rows.execution(execution);
        var back = rollingBack
                .rollBack(actor, done.releaseTaskId(), done.no(), Set.of(tasks))
                .id();
        assertThat(Shop.end(back)).isEqualTo(Status.ROLLED_BACK);
    }

    private List<Object> weights() {
        return backends().stream()
                .map(backend -> backend.getOrDefault("weight", 1))
                .toList();
    }

    private List<Map<String, Object>> backends() {
        var route = cluster.object(GATEWAY_API, "HTTPRoute", "web").getAdditionalProperties();
        return Values.maps(Values.maps(Values.at(route, "spec", "rules")).get(0).get("backendRefs"));
    }

    private Object image(String name) {
        var deployment = cluster.object("apps/v1", "Deployment", name).getAdditionalProperties();
        return Values.maps(Values.at(deployment, "spec", "template", "spec", "containers"))
                .get(0)
                .getOrDefault("image", "");
    }
}
