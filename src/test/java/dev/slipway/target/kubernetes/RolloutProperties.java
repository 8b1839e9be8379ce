package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RolloutProperties {

    private static final Manifest.Key DEPLOYMENT = new Manifest.Key("apps/v1", "Deployment", "shop", "web");
    private static final Manifest.Key STATEFUL_SET = new Manifest.Key("apps/v1", "StatefulSet", "shop", "web");
    private static final Manifest.Key DAEMON_SET = new Manifest.Key("apps/v1", "DaemonSet", "shop", "web");
    private static final Manifest.Key JOB = new Manifest.Key("batch/v1", "Job", "shop", "migrate");
    private static final Manifest.Key OTHER = new Manifest.Key("example.com/v1", "Certificate", "shop", "web");

    /** As kubectl: all pods are new, none is old, all are available, and the controller has seen the change. */
    @Property
    void aDeploymentIsDoneWhenAllItsPodsAreNewAndAvailableAndNoOthersAreLeft(
            @ForAll @IntRange(max = 4) int wanted,
            @ForAll @IntRange(max = 4) int all,
            @ForAll @IntRange(max = 4) int updated,
            @ForAll @IntRange(max = 4) int available) {
        var content = content(
                Map.of("replicas", wanted),
                Map.of(
                        "observedGeneration", 2,
                        "replicas", all,
                        "updatedReplicas", updated,
                        "availableReplicas", available));

        var done = updated >= wanted && all <= updated && available >= updated;

        assertThat(Rollout.of(DEPLOYMENT, 2, content).state() == Rollout.State.DONE)
                .isEqualTo(done);
        assertThat(Rollout.of(DEPLOYMENT, 3, content).state()).isEqualTo(Rollout.State.GOING);
    }

    @Property
    void aDaemonSetIsDoneWhenEveryNodeHasANewAvailablePod(
            @ForAll @IntRange(max = 4) int wanted,
            @ForAll @IntRange(max = 4) int updated,
            @ForAll @IntRange(max = 4) int available) {
        var content = content(
                Map.of(),
                Map.of(
                        "observedGeneration", 1,
                        "desiredNumberScheduled", wanted,
                        "updatedNumberScheduled", updated,
                        "numberAvailable", available));

        assertThat(Rollout.of(DAEMON_SET, 1, content).state() == Rollout.State.DONE)
                .isEqualTo(updated >= wanted && available >= wanted);
    }

    @Property
    void aStatefulSetIsDoneWhenAllPodsAreReadyAndOfTheNewRevision(
            @ForAll @IntRange(max = 3) int wanted,
            @ForAll @IntRange(max = 3) int ready,
            @ForAll @IntRange(max = 3) int updated,
            @ForAll @IntRange(max = 3) int partition,
            @ForAll boolean same) {
        var content = content(
                Map.of(
                        "replicas",
                        wanted,
                        "updateStrategy",
                        Map.of("type", "RollingUpdate", "rollingUpdate", Map.of("partition", partition))),
                Map.of(
                        "observedGeneration",
                        1,
                        "readyReplicas",
                        ready,
                        "updatedReplicas",
                        updated,
                        "currentRevision",
                        "old",
                        "updateRevision",
                        same ? "old" : "new"));

        var done = ready >= wanted && (partition > 0 ? updated >= wanted - partition : same);

        assertThat(Rollout.of(STATEFUL_SET, 1, content).state() == Rollout.State.DONE)
                .isEqualTo(done);
    }

    @Test
    void aDeploymentThatGotNoFurtherHasFailed() {
        var status = Map.of(
                "observedGeneration",
                1,
                "conditions",
                List.of(Map.of("type", "Progressing", "status", "False", "reason", "ProgressDeadlineExceeded")));

        assertThat(Rollout.of(DEPLOYMENT, 1, content(Map.of(), status)).state()).isEqualTo(Rollout.State.FAILED);
    }

    @Test
    void aJobIsDoneWhenItIsCompleteAndSaysWhyItHasFailed() {
        assertThat(job("Complete", "")).isEqualTo(new Rollout(Rollout.State.DONE, ""));
        assertThat(job("Failed", "Job has reached the specified backoff limit"))
                .isEqualTo(new Rollout(
                        Rollout.State.FAILED, "Job migrate has failed: Job has reached the specified backoff limit."));
        assertThat(Rollout.of(JOB, 1, content(Map.of(), Map.of())).state()).isEqualTo(Rollout.State.GOING);
    }

    @Test
    void everythingElseIsDoneWhenItsConditionsSaySo() {
        assertThat(other("Ready", "True").state()).isEqualTo(Rollout.State.DONE);
        assertThat(other("Ready", "False"))
                .isEqualTo(new Rollout(Rollout.State.GOING, "Certificate web is not Ready yet: it is so"));
        assertThat(other("Reconciling", "True").state()).isEqualTo(Rollout.State.GOING);
        assertThat(other("Stalled", "True").state()).isEqualTo(Rollout.State.FAILED);
        assertThat(Rollout.of(OTHER, 2, content(Map.of(), Map.of())).state()).isEqualTo(Rollout.State.DONE);
        assertThat(Rollout.of(OTHER, 2, content(Map.of(), Map.of("observedGeneration", 1)))
                        .state())
                .isEqualTo(Rollout.State.GOING);
    }

    private static Rollout job(String condition, String message) {
        var conditions = List.of(Map.of("type", condition, "status", "True", "message", message));
        return Rollout.of(JOB, 1, content(Map.of(), Map.of("conditions", conditions)));
    }

    private static Rollout other(String condition, String value) {
        var conditions = List.of(Map.of("type", condition, "status", value, "message", "it is so."));
        return Rollout.of(OTHER, 1, content(Map.of(), Map.of("conditions", conditions)));
    }

    private static Map<String, Object> content(Map<String, ?> spec, Map<String, ?> status) {
        return Map.of("spec", spec, "status", status);
    }
}
