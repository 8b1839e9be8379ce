package dev.slipway.catalog;

import dev.slipway.identity.Place;
import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up components with their versions and their history. */
@ApplicationScoped
class ComponentPages {

    static final int PAGE_SIZE = 20;
    private static final int OFFERED = 100;

    private final Inventory inventory;
    private final HealthRound healthRound;

    ComponentPages(Inventory inventory, HealthRound healthRound) {
        this.inventory = inventory;
        this.healthRound = healthRound;
    }

    /**
     * One component.
     *
     * @param after the version after which the list of versions goes on; null: from the newest
     * @param before the deployment before which the history goes on; null: from the newest
     * @throws UnknownRecord if it is none of the actor's business
     */
    ComponentPage show(Actor actor, UUID id, @Nullable UUID after, @Nullable UUID before) {
        var page = QuarkusTransaction.requiringNew().call(() -> {
            var component = (Component) PartKind.COMPONENT.seenBy(actor, id);
            return ComponentPage.of(
                    component,
                    inventory.component(id),
                    actor.may(component.projectId(), PartKind.COMPONENT.permission()),
                    versions(component, after),
                    history(component, before));
        });
        // No transaction is open any more, so that a component that hangs keeps no connection.
        return page.with(healthRound.ask(List.of(page.row())).getOrDefault(id, Health.NOTHING));
    }

    private static ComponentPage.Versions versions(Component component, @Nullable UUID after) {
        var found = new ArrayList<>(ComponentVersion.newest(component, after, PAGE_SIZE + 1));
        var rows = new ArrayList<ComponentPage.Version>();
        for (int index = 0; index < Math.min(found.size(), PAGE_SIZE); index++) {
            var earlier = index + 1 < found.size() ? found.get(index + 1).version() : null;
            rows.add(ComponentPage.Version.of(component, found.get(index), earlier));
        }
        var more = found.size() > PAGE_SIZE ? found.get(PAGE_SIZE - 1).id() : null;
        return new ComponentPage.Versions(rows, after != null, more);
    }

    private static ComponentPage.History history(Component component, @Nullable UUID before) {
        var found = ComponentDeployment.newest(component, before, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        var more = found.size() > PAGE_SIZE ? shown.get(PAGE_SIZE - 1).id() : null;
        return new ComponentPage.History(shown, before != null, more);
    }

    /**
     * How two versions of a component differ.
     *
     * @param from the number of one; null: the one before the other
     * @param to the number of the other; null: the newest
     * @throws UnknownRecord if the component has no such version
     */
    @Transactional
    DiffPage compare(Actor actor, UUID id, @Nullable String from, @Nullable String to) {
        var component = (Component) PartKind.COMPONENT.seenBy(actor, id);
        var offered = ComponentVersion.newest(component, null, OFFERED);
        var newer = to == null ? offered.stream().findFirst() : Optional.of(version(component, to));
        var older = from == null
                ? newer.flatMap(version -> ComponentVersion.newest(component, version.id(), 1).stream()
                        .findFirst())
                : Optional.of(version(component, from));
        return DiffPage.of(component, offered, older.or(() -> newer), newer);
    }

    private static ComponentVersion version(Component component, String number) {
        return ComponentVersion.find(component, number.replace("\0", ""))
                .orElseThrow(() -> new UnknownRecord("component version", number));
    }

    /** The applications and environments that a new component can be in. */
    @Transactional
    List<PartPage.Choice> choices(Place here, @Nullable UUID application, @Nullable UUID environment) {
        return List.of(
                choice("application", Application.of(here.projectId()), application),
                choice("environment", Environment.of(here.projectId(), here.region()), environment));
    }

    private static PartPage.Choice choice(String field, List<? extends Part> parts, @Nullable UUID selected) {
        var options = parts.stream()
                .map(part -> new PartPage.Option(
                        part.id().toString(), part.name(), part.id().equals(selected)))
                .toList();
        return new PartPage.Choice(field, options);
    }
}
