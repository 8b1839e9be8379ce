package dev.slipway.target.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The spec of a version that comes after another. Pure functions. */
final class NextSpec {

    private static final List<String> MANIFESTS = List.of("manifests", "order", "customOrders");

    // They are meant for one release, and not for all that come after it.
    private static final List<String> ONCE = List.of("conflicts", Canary.WEIGHT);

    private NextSpec() {}

    /** Manifests say everything; what is left of an image before them is gone, and the other way round. */
    static Map<String, Object> of(Map<String, Object> before, Map<String, Object> wanted) {
        var merged = new HashMap<String, Object>();
        if (!wanted.containsKey("manifests")) {
            merged.putAll(before);
            if (wanted.containsKey("image")) {
                MANIFESTS.forEach(merged::remove);
            }
        }
        ONCE.forEach(merged::remove);
        merged.putAll(wanted);
        return Canary.beside(before, merged, wanted);
    }

    /** The same with an image that was built; later versions that say nothing of an image run it, too. */
    static Map<String, Object> running(Map<String, Object> spec, String image) {
        var running = new HashMap<>(spec);
        MANIFESTS.forEach(running::remove);
        running.put("image", image);
        return running;
    }
}
