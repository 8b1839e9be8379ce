package dev.slipway.template;

import dev.slipway.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads the directory of a component: its specification, its variables, and the files that say what to deploy. */
final class ComponentReader {

    private static final String VERSION = "v1.0.0";
    private static final List<String> FIXED = List.of("spec.yaml", "variables.yaml", "values.yaml", "README.md");

    private final Remarks remarks;
    private final SortedMap<String, byte[]> files;
    private final String directory;
    private final List<String> kinds = new ArrayList<>();
    private int ordered;

    ComponentReader(Remarks remarks, SortedMap<String, byte[]> files, String directory) {
        this.remarks = remarks;
        this.files = files;
        this.directory = directory;
    }

    static void modelVersion(Remarks remarks, String file, Tree.Fields spec) {
        var version =
                remarks.text(file, spec, "model_version").map(Tree.Scalar::text).orElse("");
        if (!version.equals(VERSION)) {
            remarks.wrong(file, spec.line(), "model_version must be %s, but is \"%s\".".formatted(VERSION, version));
        }
    }

    /** The component; empty if nothing of it can be deployed. */
    Optional<TemplatePackage.Component> read() {
        var inner = componentDirectory();
        var variables = new VariablesReader(remarks, files, directory).read();
        var documents = new ArrayList<TemplatePackage.Document>();
        files.subMap(directory, directory + Character.MAX_VALUE).forEach((path, content) -> {
            var yaml = path.endsWith(".yaml") || path.endsWith(".yml");
            if (path.startsWith(inner) && yaml) {
                documents.addAll(documents(path, content));
            } else if (!FIXED.contains(path.substring(directory.length()))) {
                remarks.leftOut(
                        path,
                        0,
                        path.startsWith(inner)
                                ? "Only YAML files are read here."
                                : "This file is not understood here.");
            }
        });
        var objects = objects(documents);
        var deployable = deployable(documents, objects);
        deployable.forEach(document -> declared(document, variables));
        objects.forEach(document -> declared(document, variables));
        return deployable.isEmpty()
                ? Optional.empty()
                : Optional.of(new TemplatePackage.Component(directory, variables, deployable.get(0), objects, kinds));
    }

    /** The objects for a cluster; none where the component runs as a process. */
    private static List<TemplatePackage.Document> objects(List<TemplatePackage.Document> documents) {
        return documents.stream().anyMatch(ProcessSpec::isDeployable)
                ? List.of()
                : documents.stream().filter(TemplatePackage.Document::isObject).toList();
    }

    private String componentDirectory() {
        var file = directory + "spec.yaml";
        var spec = Optional.ofNullable(files.get(file)).flatMap(content -> remarks.map(file, content));
        spec.ifPresent(fields -> {
            remarks.unknown(file, fields, "model_version", "model_type", "component", "k8s_resources");
            modelVersion(remarks, file, fields);
            remarks.map(file, fields, "k8s_resources").ifPresent(order -> order(file, order));
        });
        var named = spec.flatMap(fields -> remarks.map(file, fields, "component"))
                .flatMap(component -> {
                    remarks.unknown(file, component, "component_dir");
                    return remarks.text(file, component, "component_dir");
                });
        var name = named.map(Tree.Scalar::text).orElse("component/").replaceFirst("^\\./", "");
        var inner = directory + (name.endsWith("/") ? name : name + "/");
        if (files.subMap(inner, inner + Character.MAX_VALUE).isEmpty()) {
            remarks.wrong(
                    file, named.map(Tree.Scalar::line).orElse(0), "The directory %s has no files.".formatted(name));
        }
        return inner;
    }

    private void order(String file, Tree.Fields order) {
        ordered = order.line();
        remarks.unknown(file, order, "order_type", "custom_orders");
        var type =
                remarks.text(file, order, "order_type").map(Tree.Scalar::text).orElse("SYSTEM");
        if (type.equals("CUSTOM") && order.fields().get("custom_orders") instanceof Tree.Items items) {
            items.items().stream()
                    .filter(Tree.Scalar.class::isInstance)
                    .forEach(kind -> kinds.add(((Tree.Scalar) kind).text()));
        }
        if (!type.equals("SYSTEM") && kinds.isEmpty()) {
            remarks.wrong(file, order.line(), "order_type must be SYSTEM, or CUSTOM with a list custom_orders.");
        }
    }

    private List<TemplatePackage.Document> documents(String file, byte[] content) {
        return remarks.documents(file, content).stream()
                .flatMap(tree -> remarks.asMap(file, tree, "A document").stream())
                .map(fields -> new TemplatePackage.Document(file, fields))
                .toList();
    }

    /** What says how to deploy the component, or for objects what says its name; empty if nothing is deployed. */
    private List<TemplatePackage.Document> deployable(
            List<TemplatePackage.Document> documents, List<TemplatePackage.Document> objects) {
        documents.stream()
                .filter(document -> !ProcessSpec.isDeployable(document) && !objects.contains(document))
                .forEach(this::leaveOut);
        if (!objects.isEmpty()) {
            return List.of(documents.stream()
                    .filter(document -> document.kind().equals(ProcessSpec.KIND))
                    .findFirst()
                    .orElse(objects.get(0)));
        }
        var deployable = documents.stream().filter(ProcessSpec::isDeployable).toList();
        if (deployable.isEmpty()) {
            remarks.leftOut(
                    directory,
                    0,
                    "Nothing in this component can be deployed, so it is left out. It needs a file with kind: %s, or Kubernetes resources."
                            .formatted(ProcessSpec.KIND));
        } else if (ordered > 0) {
            remarks.leftOut(
                    directory + "spec.yaml", ordered, "k8s_resources orders Kubernetes files, and none is deployed.");
        }
        single(deployable);
        return deployable;
    }

    private void single(List<TemplatePackage.Document> deployable) {
        deployable.stream()
                .skip(1)
                .forEach(other -> remarks.wrong(
                        other.file(),
                        other.content().line(),
                        "The component has more than one %s. Give each a directory of its own."
                                .formatted(ProcessSpec.KIND)));
        deployable.forEach(document -> ProcessSpec.outline(remarks, document));
    }

    private void leaveOut(TemplatePackage.Document document) {
        var kind = document.kind();
        var line = document.content().line();
        if (document.isObject()) {
            remarks.leftOut(
                    document.file(),
                    line,
                    "%s is a Kubernetes resource. It is not deployed: the component runs as a process."
                            .formatted(kind));
        } else if (kind.equals(ProcessSpec.KIND)) {
            remarks.leftOut(
                    document.file(),
                    line,
                    "This %s has neither artifact nor run, so it is not deployed.".formatted(kind));
        } else {
            remarks.leftOut(
                    document.file(),
                    line,
                    "The kind \"%s\" is not understood. Understood is %s.".formatted(kind, ProcessSpec.KIND));
        }
    }

    private void declared(TemplatePackage.Document document, Map<String, Variable> variables) {
        var found = new LinkedHashMap<String, Integer>();
        collect(document.content(), found);
        found.forEach((name, line) -> {
            if (!variables.containsKey(name)) {
                remarks.wrong(
                        document.file(),
                        line,
                        "${%s} names no variable. Declare it in variables.yaml, or write $${ for the characters themselves."
                                .formatted(name));
            }
        });
    }

    private static void collect(Tree tree, Map<String, Integer> found) {
        if (tree instanceof Tree.Scalar scalar) {
            Placeholders.names(scalar.text()).forEach(name -> found.putIfAbsent(name, scalar.line()));
        } else if (tree instanceof Tree.Items list) {
            list.items().forEach(item -> collect(item, found));
        } else if (tree instanceof Tree.Fields map) {
            map.fields().forEach((key, value) -> {
                Placeholders.names(key).forEach(name -> found.putIfAbsent(key, value.line()));
                collect(value, found);
            });
        }
    }
}
