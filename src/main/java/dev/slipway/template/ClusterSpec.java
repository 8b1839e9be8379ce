package dev.slipway.template;

import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlValues;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Kubernetes resources of a component, as manifests for a cluster. */
final class ClusterSpec {

    private ClusterSpec() {}

    /**
     * What its tasks ask for, once its placeholders have values.
     *
     * @throws dev.slipway.yaml.BadYaml if a value doesn't fit where it is put
     */
    static ProcessSpec.Inputs read(TemplatePackage.Component component, Placeholders placeholders) {
        var objects = component.objects().stream()
                .map(object -> YamlValues.of(placeholders.fill(object.content())))
                .toList();
        var spec = new LinkedHashMap<String, Object>();
        spec.put("manifests", YamlValues.write(objects));
        if (!component.kinds().isEmpty()) {
            spec.put("order", "CUSTOM");
            spec.put("customOrders", component.kinds());
        }
        var name = name(component, placeholders);
        return new ProcessSpec.Inputs(name, Map.of("component", name, PackageDefinition.KUBERNETES, spec), Map.of());
    }

    /** The name that a file of ServiceStage gives it, or that of its directory. */
    private static String name(TemplatePackage.Component component, Placeholders placeholders) {
        var document = component.document();
        return document.kind().equals(ProcessSpec.KIND)
                        && document.content().fields().get("spec") instanceof Tree.Fields spec
                        && spec.fields().get("name") instanceof Tree.Scalar name
                        && placeholders.fill(name) instanceof Tree.Scalar filled
                        && !filled.text().isBlank()
                ? filled.text()
                : component.title();
    }
}
