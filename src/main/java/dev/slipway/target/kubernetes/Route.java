package dev.slipway.target.kubernetes;

import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The HTTPRoute by which a gateway sends requests to a component (gateway-api.sigs.k8s.io, v1). */
final class Route {

    static final String API = "gateway.networking.k8s.io/v1";
    static final String KIND = "HTTPRoute";
    private static final int ALL = 100;

    private Route() {}

    /** All requests go to a component. */
    static Map<String, Object> to(String name, Workload workload) {
        return route(name, workload, List.of(backend(name, workload)));
    }

    /** A share of the requests goes to a canary. */
    static Map<String, Object> split(String name, Workload stable, Workload canary, int weight) {
        var most = backend(name, stable);
        most.put("weight", ALL - weight);
        var some = backend(Canary.name(name), canary);
        some.put("weight", weight);
        return route(name, canary, List.of(most, some));
    }

    private static Map<String, Object> backend(String service, Workload workload) {
        var backend = new LinkedHashMap<String, Object>();
        backend.put("name", service);
        backend.put("port", workload.portList().get(0).service());
        return backend;
    }

    private static Map<String, Object> route(String name, Workload workload, List<Map<String, Object>> backends) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("parentRefs", List.of(parent(Objects.requireNonNull(workload.gateway()))));
        var hosts = Objects.requireNonNullElse(workload.hosts(), List.<String>of());
        if (!hosts.isEmpty()) {
            spec.put("hostnames", new ArrayList<>(hosts));
        }
        spec.put("rules", List.of(Map.of("backendRefs", backends)));
        var route = new LinkedHashMap<String, Object>();
        route.put("apiVersion", API);
        route.put("kind", KIND);
        route.put("metadata", Map.of("name", name));
        route.put("spec", spec);
        return route;
    }

    /** Whether an object of an order sends requests to what was applied before it, and so waits until that is ready. */
    static boolean waits(Order order, Manifest manifest) {
        return order.spec().containsKey("gateway") && manifest.is("gateway.networking.k8s.io", KIND);
    }

    /** {@code public}, or {@code gateways/public} where it is in another namespace. */
    private static Map<String, Object> parent(String gateway) {
        var slash = gateway.indexOf('/');
        return slash < 0
                ? Map.of("name", gateway)
                : Map.of("namespace", gateway.substring(0, slash), "name", gateway.substring(slash + 1));
    }

    /** @throws TargetProblem if an order needs the Gateway API, and the cluster has none; nothing was applied then */
    static void requireGateways(Cluster cluster, Order order) {
        if (order.spec().containsKey("gateway") && !Trouble.asking(cluster.name(), () -> cluster.knows(API, KIND))) {
            throw new TargetProblem(
                    ("%s has no Gateway API (%s in %s), so nothing there could split requests. Leave out"
                                    + " gateway and canaryWeight, or have it installed.")
                            .formatted(cluster.name(), KIND, API));
        }
    }
}
