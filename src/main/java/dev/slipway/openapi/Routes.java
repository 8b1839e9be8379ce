package dev.slipway.openapi;

import dev.slipway.openapi.ApiDocument.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which operation is at which address of the API. */
public final class Routes {

    private final List<Route> routes;

    Routes(List<Operation> operations) {
        this.routes = operations.stream()
                .map(operation -> new Route(operation, List.of(operation.path().split("/", -1))))
                .toList();
    }

    private record Route(Operation operation, List<String> parts) {

        boolean leadsTo(List<String> address) {
            if (address.size() != parts.size()) {
                return false;
            }
            for (int index = 0; index < parts.size(); index++) {
                var given = address.get(index);
                if (isParameter(parts.get(index))
                        ? given.isEmpty()
                        : !parts.get(index).equals(given)) {
                    return false;
                }
            }
            return true;
        }

        long parameters() {
            return parts.stream().filter(Route::isParameter).count();
        }

        private static boolean isParameter(String part) {
            return part.startsWith("{");
        }
    }

    /**
     * The methods that an address takes; empty if nothing is there.
     *
     * @param path without a query
     */
    public SortedSet<String> methods(String path) {
        return at(path).stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The operation of a method at an address.
     *
     * @param path without a query
     */
    public Optional<Operation> find(String method, String path) {
        return at(path).stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    /** Where several routes lead to an address, those with the fewest parameters count, as for Quarkus. */
    private List<Operation> at(String path) {
        var address = Arrays.asList(path.split("/", -1));
        var found = routes.stream().filter(route -> route.leadsTo(address)).toList();
        var fewest = found.stream().mapToLong(Route::parameters).min().orElse(0);
        return found.stream()
                .filter(route -> route.parameters() == fewest)
                .map(Route::operation)
                .toList();
    }
}
