package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a component differ.
 *
 * @param offered the numbers of the versions to choose from, newest first
 * @param from null if the component has no version
 * @param to null if the component has no version
 * @param same how many settings both have alike
 */
public record DiffPage(
        UUID componentId,
        String component,
        List<String> offered,
        @Nullable ComponentVersion from,
        @Nullable ComponentVersion to,
        List<Difference> differences,
        long same) {

    static DiffPage of(
            Component component,
            List<ComponentVersion> offered,
            Optional<ComponentVersion> from,
            Optional<ComponentVersion> to) {
        var all = from.isPresent() && to.isPresent()
                ? Difference.between(Settings.of(from.get()), Settings.of(to.get()))
                : List.<Difference>of();
        var differences = all.stream().filter(Difference::isOne).toList();
        return new DiffPage(
                component.id(),
                component.name(),
                offered.stream().map(ComponentVersion::version).toList(),
                from.orElse(null),
                to.orElse(null),
                differences,
                all.size() - differences.size());
    }

    /** The versions to choose from, of which one is chosen whether it is among the newest or not. */
    public List<String> choose(ComponentVersion chosen) {
        return offered.contains(chosen.version())
                ? offered
                : Stream.concat(offered.stream(), Stream.of(chosen.version())).toList();
    }
}
