package dev.slipway.target.kubernetes;

import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import dev.slipway.yaml.YamlValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads plain manifests: YAML documents, each an object of Kubernetes or a list of them. */
final class Manifests {

    private static final int MOST = 200;

    private Manifests() {}

    /** @throws BadManifest with a sentence about the first thing that is wrong */
    static List<Manifest> read(String text) {
        try {
            var found = new ArrayList<Manifest>();
            for (var document : YamlReader.read(text)) {
                add(found, document);
            }
            check(found);
            return found;
        } catch (BadYaml e) {
            throw new BadManifest("Line %d: %s".formatted(e.line(), e.getMessage()));
        }
    }

    private static void add(List<Manifest> found, Tree document) {
        if (!(document instanceof Tree.Fields)) {
            throw new BadYaml(
                    document.line(), "An object of Kubernetes is a map, but this is " + document.kind() + ".");
        }
        var content = Values.map(YamlValues.of(document));
        if ("List".equals(content.get("kind"))) {
            Values.maps(content.get("items")).forEach(item -> found.add(object(item, document.line())));
        } else {
            found.add(object(content, document.line()));
        }
    }

    private static Manifest object(Map<String, Object> content, int line) {
        for (var key : List.of("apiVersion", "kind")) {
            if (Values.text(content.get(key)).isBlank()) {
                throw new BadYaml(line, "The object has no %s.".formatted(key));
            }
        }
        var metadata = Values.map(content.get("metadata"));
        if (Values.text(metadata.get("name")).isBlank()) {
            throw new BadYaml(
                    line,
                    "The %s has no metadata.name. A name that the cluster makes up can't be applied again."
                            .formatted(content.get("kind")));
        }
        var plain = new LinkedHashMap<>(content);
        // What a cluster says about an object is not to be told to it.
        plain.remove("status");
        var kept = new LinkedHashMap<>(metadata);
        List.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "generateName")
                .forEach(kept::remove);
        plain.put("metadata", kept);
        return Manifest.of(plain);
    }

    private static void check(List<Manifest> found) {
        if (found.isEmpty()) {
            throw new BadManifest("There is no object in it.");
        }
        if (found.size() > MOST) {
            throw new BadManifest("%d objects are too many; %d are the most.".formatted(found.size(), MOST));
        }
        var seen = new HashSet<Manifest.Key>();
        for (var manifest : found) {
            if (!seen.add(manifest.key())) {
                throw new BadManifest("%s is there twice.".formatted(manifest.title()));
            }
        }
    }

    /** Manifests that can't be read; the message is a sentence. */
    static final class BadManifest extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadManifest(String message) {
            super(message);
        }
    }
}
