package dev.slipway.template;

import dev.slipway.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a template package says.
 *
 * @param remarks what is wrong with it, and what is left out
 */
record TemplatePackage(List<Application> applications, List<Remark> remarks) {

    /**
     * An application.
     *
     * @param directory where it is in the package
     */
    record Application(String directory, String name, String description, List<Component> components) {}

    /**
     * A component.
     *
     * @param directory where it is in the package
     * @param document what says its name and, for a process, what to deploy, with placeholders
     * @param objects what to apply to a cluster, with placeholders; empty for a process
     * @param kinds the kinds of these in the order in which they are applied; empty: the usual one
     */
    record Component(
            String directory,
            Map<String, Variable> variables,
            Document document,
            List<Document> objects,
            List<String> kinds) {

        boolean isForClusters() {
            return !objects.isEmpty();
        }

        /** The name of its directory, which tells it from its neighbours before it has a name. */
        String title() {
            return directory.replaceFirst("/$", "").replaceFirst(".*/", "");
        }
    }

    /** A YAML document in a file of a component. */
    record Document(String file, Tree.Fields content) {

        boolean isObject() {
            return content.fields().containsKey("apiVersion");
        }

        String kind() {
            return content.fields().get("kind") instanceof Tree.Scalar kind ? kind.text() : "";
        }
    }

    Stream<Component> components() {
        return applications.stream().flatMap(application -> application.components().stream());
    }
}
