package dev.slipway.target.kubernetes;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.UploadedSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds images in clusters: each order as a Job of its own. */
@ApplicationScoped
class JobBuilds {

    private static final String CANCELLED = "The build was cancelled.";

    private final KubernetesConfig config;
    private final BuildLedger ledger;
    private final UploadedSource uploads;
    private final Clock clock;

    JobBuilds(KubernetesConfig config, BuildLedger ledger, UploadedSource uploads, Clock clock) {
        this.config = config;
        this.ledger = ledger;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Makes the Job of an order, once.
     *
     * @throws TargetProblem if the order can't be carried out
     */
    void begin(Cluster cluster, BuildOrder order) {
        BuildSpec.of(order.spec()).problems().stream().findFirst().ifPresent(problem -> {
            throw new TargetProblem("kubernetes.%s: %s".formatted(problem.field(), problem.message()));
        });
        var entry = ledger.enter(order, cluster.namespace());
        if (entry.started() || entry.hasEnded()) {
            return;
        }
        var grant = grant(order);
        Trouble.asking(cluster.name(), () -> apply(cluster, order, entry.namespace(), grant));
        // It may have been cancelled while this was on its way.
        if (ledger.started(order.id()).hasEnded()) {
            delete(cluster, order, entry);
        }
    }

    private Optional<UploadedSource.Grant> grant(BuildOrder order) {
        return Optional.ofNullable(BuildSpec.of(order.spec()).upload()).map(upload -> {
            // As long as the Job may run, with time before that to find a node.
            var until = clock.instant().plus(config.build().timeLimit().multipliedBy(2));
            return uploads.grant(order.environmentId(), upload, new UploadedSource.Builder(order.id(), until));
        });
    }

    /** The Secret comes first, for the pod waits long for one that is not there yet, and belongs to the Job afterwards. */
    private GenericKubernetesResource apply(
            Cluster cluster, BuildOrder order, String namespace, Optional<UploadedSource.Grant> grant) {
        grant.ifPresent(given -> apply(cluster, BuildJob.token(order, namespace, given.token(), "")));
        var build = new BuildJob(config.build().image(), config.build().timeLimit());
        var job = apply(
                cluster,
                build.of(
                        order,
                        namespace,
                        grant.map(UploadedSource.Grant::address).orElse(null)));
        var id = Values.text(job.getMetadata().getUid());
        grant.ifPresent(given -> apply(cluster, BuildJob.token(order, namespace, given.token(), id)));
        return job;
    }

    private static GenericKubernetesResource apply(Cluster cluster, Manifest object) {
        return cluster.apply(object.key(), object.content(), false);
    }

    /** How far a build is, and the lines of its log from number {@code from} on. */
    Progress look(Cluster cluster, BuildOrder order, long from, Consumer<String> log) {
        var found = ledger.find(order.id());
        if (found.isEmpty()) {
            return new Progress.Broken("Nothing is known of this build; was it deleted?");
        }
        var entry = found.get();
        if (!entry.problem().isEmpty()) {
            return new Progress.Broken(entry.problem());
        }
        return Trouble.asking(cluster.name(), () -> {
            var pod = BuildPod.find(cluster, entry.namespace(), order.id());
            pod.ifPresent(running -> running.log(cluster, order.id(), from, log));
            return entry.image().isEmpty() ? look(cluster, order, entry, pod) : new Progress.Ready(entry.image());
        });
    }

    private Progress look(Cluster cluster, BuildOrder order, BuildLedger.Entry entry, Optional<BuildPod> pod) {
        if (pod.filter(BuildPod::isRunning).isPresent()) {
            return new Progress.Working("builds version %s".formatted(order.version()), Looking.PAUSE);
        }
        var key = key(entry);
        var job = job(cluster, key);
        if (job == null) {
            return end(ledger.failed(order.id(), "%s is not there any more; somebody has deleted it.".formatted(key)));
        }
        var rollout = Rollout.of(key, 0, job.getAdditionalProperties());
        return switch (rollout.state()) {
            case DONE -> end(ledger.pushed(order.id(), image(cluster, order, pod)));
            case FAILED -> end(ledger.failed(order.id(), why(cluster, rollout, pod)));
            case GOING -> waiting(cluster, order, entry, pod.flatMap(BuildPod::hang));
        };
    }

    private Progress waiting(Cluster cluster, BuildOrder order, BuildLedger.Entry entry, Optional<Hang> hang) {
        if (hang.filter(Hang::hopeless).isPresent()) {
            var ended = ledger.failed(order.id(), hang.get().sentence() + ".");
            delete(cluster, order, entry);
            return end(ended);
        }
        var what = hang.map(Hang::sentence).orElseGet(() -> waiting(cluster, order, entry));
        return new Progress.Working(what, Looking.PAUSE);
    }

    /** A pod does not tell by itself that it has no volume, nor a Job that it may not make a pod. */
    private static String waiting(Cluster cluster, BuildOrder order, BuildLedger.Entry entry) {
        var warnings = Warnings.about(cluster, entry.namespace(), List.of(BuildJob.name(order.id())));
        return "waits for a pod to build version " + order.version()
                + warnings.stream().findFirst().map(" (%s)"::formatted).orElse("");
    }

    /** The Job as the watch tells it, unless that has not seen it yet; null if there is none. */
    private static @Nullable GenericKubernetesResource job(Cluster cluster, Manifest.Key key) {
        var watch = cluster.builds().of(key.apiVersion(), key.kind(), key.namespace());
        var told = watch.isUpToDate() ? watch.find(key.name()) : null;
        return told != null ? told : cluster.find(key);
    }

    private static Progress end(BuildLedger.Entry entry) {
        return entry.problem().isEmpty() ? new Progress.Ready(entry.image()) : new Progress.Broken(entry.problem());
    }

    /** With the digest, where the log tells it: a tag may be pushed again. */
    private static String image(Cluster cluster, BuildOrder order, Optional<BuildPod> pod) {
        var tagged = BuildJob.tagged(order);
        return pod.flatMap(found -> BuildLog.digest(found.lastLines(cluster)))
                .map(digest -> tagged + "@" + digest)
                .orElse(tagged);
    }

    private static String why(Cluster cluster, Rollout rollout, Optional<BuildPod> pod) {
        var exit = pod.flatMap(BuildPod::exitCode)
                .map("The build ended with exit code %d."::formatted)
                .orElse(rollout.what());
        return exit + BuildLog.ending(pod.map(found -> found.lastLines(cluster)).orElse(List.of()));
    }

    /**
     * Ends a build, even one that was not begun yet: whoever still wants to begin it won't.
     *
     * @throws dev.slipway.target.Unavailable if the cluster can't be asked now; the build has ended for us all the same
     */
    void cancel(Cluster cluster, BuildOrder order) {
        ledger.enter(order, cluster.namespace());
        var entry = ledger.failed(order.id(), CANCELLED);
        cluster.logs().forget(order.id());
        delete(cluster, order, entry);
    }

    private static void delete(Cluster cluster, BuildOrder order, BuildLedger.Entry entry) {
        Trouble.asking(cluster.name(), () -> {
            cluster.delete(key(entry));
            if (BuildSpec.of(order.spec()).upload() != null) {
                // The cluster deletes it with the Job, unless a crash came before it could belong to one.
                cluster.delete(new Manifest.Key("v1", "Secret", entry.namespace(), BuildJob.name(entry.id())));
            }
            return entry;
        });
    }

    private static Manifest.Key key(BuildLedger.Entry entry) {
        return new Manifest.Key("batch/v1", "Job", entry.namespace(), BuildJob.name(entry.id()));
    }
}
