package dev.slipway.target.kubernetes;

/** Where a component can be reached, as far as its objects tell it. */
final class Address {

    private Address() {}

    /** An address for browsers where there is an Ingress with a host, else the Service, else the namespace. */
    static String of(Cluster cluster, Ledger.Entry entry) {
        for (var object : entry.objects()) {
            if (object.is("networking.k8s.io", "Ingress")) {
                for (var rule : Values.maps(Values.at(object.content(), "spec", "rules"))) {
                    var host = Values.text(rule.get("host"));
                    if (!host.isEmpty() && !host.contains("*")) {
                        var secure = !Values.maps(Values.at(object.content(), "spec", "tls"))
                                .isEmpty();
                        return (secure ? "https://" : "http://") + host;
                    }
                }
            }
        }
        for (var object : entry.objects()) {
            if (object.is("", "Service")) {
                var port = Values.maps(Values.at(object.content(), "spec", "ports")).stream()
                        .map(found -> ":" + found.get("port"))
                        .findFirst()
                        .orElse("");
                var namespace = cluster.placed(object).namespace();
                return "%s.%s%s".formatted(object.name(), namespace, port);
            }
        }
        return entry.objects().stream()
                .findFirst()
                .map(object -> "%s in %s".formatted(object.title(), cluster.name()))
                .orElse(cluster.name());
    }
}
