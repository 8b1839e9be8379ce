package dev.slipway.target.kubernetes;

import java.util.Map;

/**
 * An object as it is applied.
 *
 * @param content what the API server is sent
 */
record Manifest(String apiVersion, String kind, String namespace, String name, Map<String, Object> content) {

    /** What tells an object of a cluster from all others; the namespace is empty for what is in none. */
    record Key(String apiVersion, String kind, String namespace, String name) {

        /** {@code Deployment web}. */
        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    /** Reads content that has an API version, a kind and a name; the namespace is empty where it names none. */
    static Manifest of(Map<String, Object> content) {
        var metadata = Values.map(content.get("metadata"));
        return new Manifest(
                String.valueOf(content.get("apiVersion")),
                String.valueOf(content.get("kind")),
                Values.text(metadata.get("namespace")),
                Values.text(metadata.get("name")),
                content);
    }

    Key key() {
        return new Key(apiVersion, kind, namespace, name);
    }

    /** The part of the API version before the slash; empty for the core. */
    String group() {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    boolean is(String group, String kind) {
        return group().equals(group) && this.kind.equals(kind);
    }

    /** {@code Deployment web}. */
    String title() {
        return key().toString();
    }

    /** What it holds may be secret. */
    @Override
    public String toString() {
        return title();
    }
}
