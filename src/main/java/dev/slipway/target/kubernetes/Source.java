package dev.slipway.target.kubernetes;

import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import java.util.List;
import java.util.Map;

/** The objects that an order asks for, labelled, in the order in which they are applied. A pure function. */
final class Source {

    private Source() {}

    /** @throws TargetProblem if the spec can't be used */
    static List<Manifest> objects(Order order) {
        var workload = Workload.of(order.spec());
        SpecRules.problems(order.spec()).stream().findFirst().ifPresent(problem -> {
            throw new TargetProblem("kubernetes.%s: %s".formatted(problem.field(), problem.message()));
        });
        if (!workload.isPlain() && workload.image() == null && order.artifact().isBlank()) {
            throw new TargetProblem("There is neither an image nor are there manifests.");
        }
        Canary.check(workload);
        var contents = workload.isPlain()
                ? Manifests.read(String.valueOf(workload.manifests())).stream()
                        .map(Manifest::content)
                        .toList()
                : Rendering.of(order, workload);
        var objects = contents.stream().map(content -> labelled(content, order)).toList();
        return ApplyOrder.sort(objects, workload.kinds());
    }

    private static Manifest labelled(Map<String, Object> content, Order order) {
        var copy = Labels.copy(content);
        Labels.put(copy, order);
        return Manifest.of(copy);
    }
}
