package dev.slipway.api;

import dev.slipway.template.RemotePackages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template package that a body names [servicestage_06_0263].
 *
 * @param values what its variables are to be, by their names
 * @param environment our extension: where to deploy; empty: the only one there is
 */
record SourceBody(RemotePackages.Source source, Map<String, String> values, String environment) {

    private static final String HTTP = "http";

    /** The only source of a body. */
    static SourceBody only(Node root) {
        var sources = root.get("sources").mandatory();
        var all = all(sources);
        if (all.size() != 1 && sources.json().isArray()) {
            sources.wrong("This must be one package.");
        }
        var first = all.isEmpty()
                ? new SourceBody(new RemotePackages.Source("", List.of(), "", ""), Map.of(), "")
                : all.get(0);
        return new SourceBody(
                first.source, first.values, root.get("environment").text());
    }

    static List<SourceBody> all(Node sources) {
        return sources.objects().stream().map(SourceBody::of).toList();
    }

    private static SourceBody of(Node node) {
        var source = node.get("template_source").mandatory();
        source.map();
        var storage = source.get("storage").mandatory();
        if (!storage.isMissing() && !storage.text().equals(HTTP)) {
            storage.wrong("This must be http: this Slipway has no other storage.");
        }
        var values = new LinkedHashMap<String, String>();
        var given = node.get("input_values");
        given.map().keySet().forEach(name -> values.put(name, given.get(name).text()));
        return new SourceBody(
                new RemotePackages.Source(
                        source.get("url").mandatory().text(),
                        source.get("http_headers").objects().stream()
                                .map(header -> new RemotePackages.Header(
                                        header.get("key").mandatory().text(),
                                        header.get("value").mandatory().text()))
                                .toList(),
                        source.get("http_username").text(),
                        source.get("http_password").text()),
                values,
                "");
    }
}
