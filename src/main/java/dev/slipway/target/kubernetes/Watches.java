package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster tells about the objects of components, or about builds: one watch for each kind and namespace, however many
 * rollouts there are. A watch that is lost begins again by itself.
 */
final class Watches implements AutoCloseable {

    private static final String BY_OWNER = "owner";

    private final KubernetesClient client;
    private final Kinds kinds;
    private final Owner owner;
    private final Consumer<String> changed;
    private final Map<Place, Watch> watches = new ConcurrentHashMap<>();

    /** Takes who is told of each owner of which an object changes. */
    Watches(KubernetesClient client, Kinds kinds, Owner owner, Consumer<String> changed) {
        this.client = client;
        this.kinds = kinds;
        this.owner = owner;
        this.changed = changed;
    }

    /** By which label of an object it is told whose it is. */
    enum Owner {
        COMPONENT(Labels.COMPONENT_ID),
        BUILD(BuildJob.LABEL);

        private final String label;

        Owner(String label) {
            this.label = label;
        }

        /** Whose an object is; empty if nobody's. */
        private String of(GenericKubernetesResource object) {
            var labels = object.getMetadata().getLabels();
            var value = labels == null ? "" : Objects.requireNonNullElse(labels.get(label), "");
            return this == COMPONENT ? Canary.component(value) : value;
        }
    }

    /** What one watch is about; the namespace is empty for kinds in none. */
    record Place(String apiVersion, String kind, String namespace) {}

    /** The watch of a place, begun where there is none yet. */
    Watch of(String apiVersion, String kind, String namespace) {
        return watches.computeIfAbsent(new Place(apiVersion, kind, namespace), this::begin);
    }

    private Watch begin(Place place) {
        var all = client.genericKubernetesResources(kinds.of(place.apiVersion(), place.kind()));
        var informer = (place.namespace().isEmpty() ? all : all.inNamespace(place.namespace()))
                .withLabel(owner.label)
                .runnableInformer(0);
        var watch = new Watch(place, informer);
        informer.addIndexers(Map.of(BY_OWNER, object -> List.of(owner.of(object))));
        informer.addEventHandler(new Teller());
        informer.exceptionHandler((started, problem) -> watch.failed(problem));
        informer.start();
        return watch;
    }

    private final class Teller implements ResourceEventHandler<GenericKubernetesResource> {

        @Override
        public void onAdd(GenericKubernetesResource object) {
            changed.accept(owner.of(object));
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
            changed.accept(owner.of(after));
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean unknown) {
            changed.accept(owner.of(object));
        }
    }

    /** One watch, and what it has told so far. */
    static final class Watch {

        private final Place place;
        private final SharedIndexInformer<GenericKubernetesResource> informer;
        private volatile @Nullable Throwable problem;

        private Watch(Place place, SharedIndexInformer<GenericKubernetesResource> informer) {
            this.place = place;
            this.informer = informer;
        }

        /** Remembers why it was lost; it begins again whatever that was. */
        private boolean failed(Throwable why) {
            problem = why;
            return true;
        }

        /** Whether it has told everything at least once, and still listens. */
        boolean isUpToDate() {
            return informer.hasSynced() && informer.isWatching();
        }

        /** Why it was lost the last time; null if it never was. */
        @Nullable
        Throwable problem() {
            return problem;
        }

        /** An object; null if there is none of this name. */
        @Nullable
        GenericKubernetesResource find(String name) {
            var key = place.namespace().isEmpty() ? name : place.namespace() + "/" + name;
            return informer.getStore().getByKey(key);
        }

        /** The objects of an owner: of a component by its id, of a build by its order. */
        List<GenericKubernetesResource> of(String id) {
            return informer.getIndexer().byIndex(BY_OWNER, id);
        }
    }

    @Override
    public void close() {
        watches.values().forEach(watch -> watch.informer.stop());
        watches.clear();
    }
}
