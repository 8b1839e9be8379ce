package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Map<String, Object> EVERYTHING = Map.of(
            "autoscaling.enabled", "true",
            "ingress.enabled", "true",
            "ingress.host", "slipway.example.com",
            "ingress.tlsSecret", "slipway-tls",
            "metrics.secret", "slipway-metrics",
            "metrics.serviceMonitor.enabled", "true",
            "admin.secret", "slipway-admin",
            "trustedProxies", "10.0.0.0/8",
            "traces.endpoint", "http://collector:4317");

    @Test
    void helmFindsNothingToComplainAbout() {
        var result = new Helm(Manifests.CHART).lint().call();

        assertThat(result.getMessages()).allMatch(message -> message.startsWith("[INFO]"));
        assertThat(result.isFailed()).isFalse();
    }

    @Test
    void kubernetesKnowsEveryFieldThatComesOfIt() {
        var everything = Manifests.with(EVERYTHING);

        assertThat(everything.all()).hasSize(8);
        assertThat(everything.kinds())
                .containsExactlyInAnyOrder(
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "Job",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceAccount",
                        "ServiceMonitor");
        assertThat(Manifests.with(Map.of()).all()).hasSize(6);
    }

    @Test
    void itAsksForWhatItCannotKnow() {
        for (var value : List.of("database.url", "database.secret", "session.secret", "encryption.secret", "url")) {
            assertThatThrownBy(() -> Manifests.with(Map.of(value, ""))).hasMessageContaining(value + " is missing");
        }
        assertThatThrownBy(() -> Manifests.with(Map.of("url", "slipway.example.com")))
                .hasMessageContaining("Does not match pattern");
        assertThatThrownBy(() -> Manifests.with(Map.of("metrics.serviceMonitor.enabled", "true")))
                .hasMessageContaining("metrics.secret is missing");
    }

    @Test
    void theDatabaseIsMigratedBeforeAnyNodeStarts() throws IOException {
        var manifests = Manifests.with(Map.of());
        var job = manifests.the(Job.class);

        assertThat(Manifests.defaults())
                .extractingByKey("migrations", as(InstanceOfAssertFactories.MAP))
                .extractingByKey("annotations", as(InstanceOfAssertFactories.MAP))
                .containsEntry("helm.sh/hook", "pre-install,pre-upgrade");
        assertThat(value(only(job.getSpec().getTemplate().getSpec()), "QUARKUS_INIT_AND_EXIT"))
                .isEqualTo("true");
        assertThat(only(job.getSpec().getTemplate().getSpec()).getEnv())
                .anyMatch(env -> env.getName().equals("SLIPWAY_SECRETS_KEY"));
        assertThat(value(node(manifests), "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("false");

        var without = Manifests.with(Map.of("migrations.job", "false"));
        assertThat(without.kinds()).doesNotContain("Job");
        assertThat(node(without).getEnv()).noneMatch(env -> env.getName().equals("QUARKUS_FLYWAY_MIGRATE_AT_START"));
    }

    @Test
    void noSecretIsInAManifest() {
        var manifests = Manifests.with(EVERYTHING);

        assertThat(node(manifests).getEnv())
                .filteredOn(env -> env.getName().matches(".*(PASSWORD|USERNAME|TOKEN|KEY)"))
                .hasSize(6)
                .allMatch(env -> env.getValue() == null
                        && env.getValueFrom().getSecretKeyRef().getName().startsWith("slipway-"));
    }

    @Test
    void podsHaveNoRightsAndNoFileSystemToWriteTo() {
        var manifests = Manifests.with(Map.of());

        for (var pod : List.of(
                pod(manifests), manifests.the(Job.class).getSpec().getTemplate().getSpec())) {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            var security = only(pod).getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        }
    }

    @Test
    void allNodesHaveTheSameArchive() {
        assertThat(node(Manifests.with(Map.of())).getEnv())
                .noneMatch(env -> env.getName().startsWith("SLIPWAY_ARCHIVE"));

        var manifests = Manifests.with(Map.of("archive.claim", "slipway-archive", "archive.after", "30d"));

        var directory = value(node(manifests), "SLIPWAY_ARCHIVE_DIRECTORY");
        assertThat(node(manifests).getVolumeMounts())
                .anyMatch(mount -> mount.getName().equals("archive")
                        && mount.getMountPath().equals(directory));
        assertThat(pod(manifests).getVolumes())
                .filteredOn(volume -> volume.getName().equals("archive"))
                .allMatch(volume ->
                        volume.getPersistentVolumeClaim().getClaimName().equals("slipway-archive"))
                .hasSize(1);
        assertThat(pod(manifests).getSecurityContext().getFsGroup()).isEqualTo(10001);
        assertThat(value(node(manifests), "SLIPWAY_ARCHIVE_AFTER")).isEqualTo("30d");
    }

    @Test
    void aNodeHasItsTimeToStop() {
        var manifests = Manifests.with(Map.of("shutdown.delaySeconds", "15", "shutdown.timeoutSeconds", "30"));

        assertThat(pod(manifests).getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(15 + 30 + 10);
        assertThat(value(node(manifests), "QUARKUS_SHUTDOWN_DELAY")).isEqualTo("15S");
        assertThat(value(node(manifests), "QUARKUS_SHUTDOWN_TIMEOUT")).isEqualTo("30S");
        var strategy = manifests.the(Deployment.class).getSpec().getStrategy().getRollingUpdate();
        assertThat(strategy.getMaxUnavailable().getIntVal()).isZero();
    }

    @Test
    void probesAskForHealth() {
        var node = node(Manifests.with(Map.of()));

        assertThat(node.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(node.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(node.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
    }

    @Test
    void everythingMeansTheNodesOfThisRelease() {
        var manifests = Manifests.with(Map.of("autoscaling.enabled", "true"));
        var deployment = manifests.the(Deployment.class);
        var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(manifests.the(Service.class).getSpec().getSelector())
                .containsAllEntriesOf(manifests
                        .the(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .containsAllEntriesOf(manifests
                        .the(NetworkPolicy.class)
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels());
        assertThat(deployment.getSpec().getReplicas()).isNull();
        assertThat(manifests
                        .the(HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getScaleTargetRef()
                        .getName())
                .isEqualTo(deployment.getMetadata().getName());
    }

    @Test
    void nobodySendsRequestsToTheJobThatMigrates() {
        var manifests = Manifests.with(Map.of());
        var job = manifests.the(Job.class).getSpec().getTemplate().getMetadata().getLabels();

        assertThat(manifests.the(Service.class).getSpec().getSelector())
                .doesNotContainEntry("app.kubernetes.io/component", job.get("app.kubernetes.io/component"));
    }

    private static Container node(Manifests manifests) {
        return only(pod(manifests));
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests.the(Deployment.class).getSpec().getTemplate().getSpec();
    }

    private static Container only(PodSpec pod) {
        assertThat(pod.getContainers()).hasSize(1);
        return pod.getContainers().get(0);
    }

    private static String value(Container container, String name) {
        return container.getEnv().stream()
                .filter(env -> env.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
