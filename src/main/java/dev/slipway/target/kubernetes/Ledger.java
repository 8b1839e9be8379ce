package dev.slipway.target.kubernetes;

import static java.util.stream.Collectors.toMap;

import dev.slipway.target.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What was asked of clusters and what is in them because of it: all that a restart has to know. */
@ApplicationScoped
class Ledger {

    private final SealedOrders sealed;
    private final Clock clock;

    Ledger(SealedOrders sealed, Clock clock) {
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * An order as it is recorded.
     *
     * @param since when it was entered
     * @param no later orders of a component have higher ones
     * @param restores whether the objects are those of a version that ran before
     * @param applied how many of the objects are applied
     * @param problem why it will not get there; empty: it still may
     * @param last whether no other order of the component came after it
     */
    record Entry(
            String id,
            UUID component,
            Instant since,
            long no,
            List<Manifest> objects,
            boolean restores,
            int applied,
            boolean pruned,
            String problem,
            boolean last) {

        boolean isApplied() {
            return applied == objects.size();
        }

        /** The same with its first objects only. */
        Entry first(int count) {
            return new Entry(
                    id, component, since, no, objects.subList(0, count), restores, applied, pruned, problem, last);
        }
    }

    /** An object that is in a cluster because of us; see {@link AppliedObject}. */
    record Item(Manifest.Key key, boolean created, long generation, long orderNo) {}

    /**
     * The entry of an order, written where it is missing: with the objects of the last time that this version ran, so that
     * it is put back exactly as it was, or else with new ones.
     */
    @Transactional
    Entry enter(Order order, Supplier<List<Manifest>> fresh) {
        var known = AppliedOrder.find(order.id());
        if (known.isPresent()) {
            return entry(known.get());
        }
        var component = order.component().id();
        var before = AppliedOrder.lastOf(component, order.version());
        var objects = before.map(sealed::objects).orElseGet(fresh);
        var entered = AppliedOrder.of(order.id(), component, order.version(), clock.instant())
                .with(sealed.seal(order.id(), objects), before.isPresent());
        entered.persistAndFlush();
        return entry(entered);
    }

    /** The objects that {@link #enter} would take for an order; nothing is written. */
    @Transactional
    List<Manifest> foresee(Order order, Supplier<List<Manifest>> fresh) {
        return AppliedOrder.lastOf(order.component().id(), order.version())
                .map(sealed::objects)
                .orElseGet(fresh);
    }

    /**
     * The entry of an order that is never to be carried out, or no further; written where it is missing, with no objects.
     *
     * @param why what whoever asks for it is told
     */
    @Transactional
    Entry close(String order, UUID component, String why) {
        var closed = AppliedOrder.find(order).orElseGet(() -> enterNothing(order, component));
        if (closed.problem == null) {
            closed.problem = why;
        }
        return entry(closed);
    }

    private AppliedOrder enterNothing(String order, UUID component) {
        var nothing = AppliedOrder.of(order, component, "", clock.instant()).with(sealed.seal(order, List.of()), false);
        nothing.persistAndFlush();
        return nothing;
    }

    @Transactional
    Optional<Entry> find(String order) {
        return AppliedOrder.find(order).map(this::entry);
    }

    /** The last order of a component. */
    @Transactional
    Optional<Entry> last(UUID component) {
        return AppliedOrder.last(component).map(this::entry);
    }

    /** Records that an object was there before us or not, before it is applied: a crash must not forget it. */
    @Transactional
    void expect(Entry order, Manifest.Key key, boolean isThere) {
        if (AppliedObject.find(order.component(), key).isEmpty()) {
            AppliedObject.of(order.component(), key, !isThere).persist();
        }
    }

    /** Records that the next object of an order is applied. */
    @Transactional
    void applied(Entry order, Manifest.Key key, long generation, int count) {
        AppliedObject.find(order.component(), key).ifPresent(object -> {
            object.generation = generation;
            object.orderNo = order.no();
        });
        change(order, found -> found.applied = Math.max(found.applied, count));
    }

    /** Records that what the version before had is gone. */
    @Transactional
    void pruned(Entry order) {
        change(order, found -> found.pruned = true);
    }

    /** Records why an order will not get there. */
    @Transactional
    void failed(Entry order, String why) {
        change(order, found -> found.problem = why);
    }

    private static void change(Entry order, Consumer<AppliedOrder> change) {
        AppliedOrder.find(order.id()).ifPresent(change);
    }

    /** What is in the cluster because of a component. */
    @Transactional
    Map<Manifest.Key, Item> items(UUID component) {
        return AppliedObject.of(component).stream()
                .map(object -> new Item(object.key(), object.created, object.generation, object.orderNo))
                .collect(toMap(Item::key, item -> item, (same, again) -> same, LinkedHashMap::new));
    }

    /** Records that an object is gone, or none of ours any more. */
    @Transactional
    void forget(UUID component, Manifest.Key key) {
        AppliedObject.find(component, key).ifPresent(AppliedObject::delete);
    }

    private Entry entry(AppliedOrder order) {
        var last = AppliedOrder.last(order.componentId)
                .map(newest -> newest.no == order.no)
                .orElse(true);
        return new Entry(
                order.id,
                order.componentId,
                order.createdAt,
                order.no,
                sealed.objects(order),
                order.restores,
                order.applied,
                order.pruned,
                order.problem == null ? "" : order.problem,
                last);
    }
}
