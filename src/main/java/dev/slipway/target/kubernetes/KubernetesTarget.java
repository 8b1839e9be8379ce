package dev.slipway.target.kubernetes;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Connectable;
import dev.slipway.target.Connection;
import dev.slipway.target.Inspectable;
import dev.slipway.target.Order;
import dev.slipway.target.Previewing;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs components on Kubernetes. */
@ApplicationScoped
public class KubernetesTarget implements Connectable, Inspectable, Previewing {

    private final KubernetesConfig config;
    private final Access access;
    private final Clusters clusters;
    private final Ledger ledger;
    private final Applying applying;
    private final Looking looking;
    private final Following following;
    private final Pods pods;
    private final Preview preview;
    private final JobBuilds builds;
    private final WakeUps wakeUps;

    KubernetesTarget(
            KubernetesConfig config,
            Access access,
            Clusters clusters,
            Ledger ledger,
            Applying applying,
            Looking looking,
            Following following,
            Pods pods,
            Preview preview,
            JobBuilds builds,
            WakeUps wakeUps) {
        this.config = config;
        this.access = access;
        this.clusters = clusters;
        this.ledger = ledger;
        this.applying = applying;
        this.looking = looking;
        this.following = following;
        this.pods = pods;
        this.preview = preview;
        this.builds = builds;
        this.wakeUps = wakeUps;
    }

    @Override
    public String kind() {
        return "kubernetes";
    }

    @Override
    public String spec() {
        return "kubernetes";
    }

    @Override
    public List<SpecProblem> problems(Map<String, Object> spec) {
        return SpecRules.problems(spec);
    }

    @Override
    public Map<String, Object> merge(Map<String, Object> before, Map<String, Object> wanted) {
        return NextSpec.of(before, wanted);
    }

    @Override
    public Map<String, Object> running(Map<String, Object> spec, String location) {
        return NextSpec.running(spec, location);
    }

    @Override
    public String runs(Map<String, Object> spec) {
        if (spec.get("image") instanceof String image) {
            return image;
        }
        if (spec.containsKey("manifests")) {
            return "manifests";
        }
        throw new TargetProblem("There is neither an image nor are there manifests.");
    }

    @Override
    public Connection settle(Connection before, Map<String, String> answers) {
        return access.settle(before, answers);
    }

    @Override
    public List<Finding> check(Connection connection) {
        requireEnabled();
        try (var client = clusters.client(connection)) {
            return Permissions.check(client, connection.setting("namespace"));
        } catch (KubernetesClientException e) {
            return List.of(new Finding(false, Trouble.sentence(e, connection.name())));
        }
    }

    @Override
    public void apply(Order order) {
        var cluster = cluster(order.component());
        var entry = ledger.enter(order, () -> {
            Route.requireGateways(cluster, order);
            return Source.objects(order);
        });
        if (!entry.last() || !entry.problem().isEmpty() || entry.pruned()) {
            return;
        }
        if (!entry.isApplied()) {
            applying.advance(cluster, order, entry);
        }
        var now = ledger.find(order.id()).orElse(entry);
        if (now.isApplied() && (now.restores() || isDone(cluster, now))) {
            applying.prune(cluster, now);
        }
    }

    private boolean isDone(Cluster cluster, Ledger.Entry entry) {
        return Trouble.asking(cluster.name(), () -> looking.look(cluster, entry))
                        .state()
                == Rollout.State.DONE;
    }

    @Override
    public Progress look(Order order) {
        var component = order.component().id().toString();
        // Before anything is looked at, so that what changes meanwhile is noticed.
        wakeUps.await(component, order.id());
        var progress = following.progress(order, () -> cluster(order.component()));
        if (!(progress instanceof Progress.Working)) {
            wakeUps.forget(component, order.id());
        }
        return progress;
    }

    /** Takes a turn of its own, so that it deletes what came before it, however late or often it is asked for. */
    @Override
    public void stop(String order, ComponentRef component) {
        var entry = ledger.close(order, component.id(), "%s was stopped.".formatted(component.name()));
        if (entry.last() && !ledger.items(component.id()).isEmpty()) {
            applying.prune(cluster(component), entry);
        }
    }

    @Override
    public void withdraw(String order, ComponentRef component) {
        ledger.close(order, component.id(), "It was given up before it was started.");
    }

    @Override
    public Progress health(Order order) {
        var entry = ledger.last(order.component().id());
        if (entry.isEmpty()) {
            return new Progress.Broken("Nothing of it was released to the cluster.");
        }
        if (entry.get().objects().isEmpty()) {
            return new Progress.Broken(entry.get().problem());
        }
        var cluster = cluster(order.component());
        var sight = Trouble.asking(cluster.name(), () -> looking.look(cluster, entry.get()));
        return switch (sight.state()) {
            case DONE -> new Progress.Ready(Address.of(cluster, entry.get()));
            case GOING -> sight.working(Looking.PAUSE);
            case FAILED -> new Progress.Broken(sight.what());
        };
    }

    @Override
    public List<Instance> instances(ComponentRef component) {
        return pods.of(cluster(component), component);
    }

    @Override
    public Log log(ComponentRef component, Wanted wanted) {
        return pods.log(cluster(component), component, wanted);
    }

    @Override
    public List<Change> preview(Order order) {
        return preview.of(cluster(order.component()), order);
    }

    @Override
    public List<Drift> drift(ComponentRef component) {
        return preview.drift(cluster(component), component.id());
    }

    @Override
    public List<SpecProblem> buildProblems(Map<String, Object> spec) {
        return BuildSpec.of(spec).problems();
    }

    @Override
    public void build(BuildOrder order) {
        builds.begin(cluster(order.environmentId()), order);
    }

    @Override
    public Progress lookAtBuild(BuildOrder order, long from, Consumer<String> log) {
        return builds.look(cluster(order.environmentId()), order, from, log);
    }

    @Override
    public void cancelBuild(BuildOrder order) {
        builds.cancel(cluster(order.environmentId()), order);
    }

    private Cluster cluster(ComponentRef component) {
        return cluster(component.environmentId());
    }

    private Cluster cluster(UUID environment) {
        requireEnabled();
        return clusters.of(environment);
    }

    private void requireEnabled() {
        if (!config.enabled()) {
            throw new TargetProblem(
                    "Kubernetes is switched off here; whoever runs Slipway can allow it with slipway.target.kubernetes.enabled.");
        }
    }
}
