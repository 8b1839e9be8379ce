package dev.slipway.template;

import dev.slipway.identity.Place;
import dev.slipway.web.FormProblem;
import dev.slipway.yaml.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what the page about a package shows. */
@ApplicationScoped
class FoundPages {

    private static final int LONGEST_NAME = 64;

    private final Imports imports;

    FoundPages(Imports imports) {
        this.imports = imports;
    }

    /** What somebody has filled in, by the keys of variables, and what is wrong with it. */
    record Filled(FoundPage.Basics basics, Map<String, String> values, List<FormProblem> problems) {}

    /** The page with the defaults of the package. */
    FoundPage first(Place place, Imports.Opened opened) {
        var environments = imports.environments(place);
        var basics =
                new FoundPage.Basics(name(opened.template()), "", environments.size() == 1 ? environments.get(0) : "");
        return page(place, opened, new Filled(basics, Map.of(), List.of()));
    }

    private static String name(TemplatePackage template) {
        var name = template.applications().stream()
                .findFirst()
                .map(application -> "release-" + application.name())
                .orElse("release");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).replaceFirst("[-_]+$", "");
    }

    /** The page with what somebody has filled in. */
    FoundPage page(Place place, Imports.Opened opened, Filled filled) {
        var remarks = opened.template().remarks().stream().collect(Collectors.partitioningBy(Remark::wrong));
        return new FoundPage(
                opened.id(),
                opened.name(),
                applications(opened.template(), filled),
                remarks.getOrDefault(true, List.of()),
                remarks.getOrDefault(false, List.of()),
                imports.environments(place),
                filled.basics(),
                filled.problems());
    }

    private static List<FoundPage.Application> applications(TemplatePackage template, Filled filled) {
        var ids = ids(template);
        return template.applications().stream()
                .map(application -> new FoundPage.Application(
                        application.name(),
                        application.directory(),
                        application.components().stream()
                                .map(component ->
                                        component(component, ids.getOrDefault(component.directory(), ""), filled))
                                .toList()))
                .toList();
    }

    /** The ids that components have on the page, by their directories. */
    static Map<String, String> ids(TemplatePackage template) {
        var ids = new HashMap<String, String>();
        template.components().forEach(component -> ids.put(component.directory(), "component-" + (ids.size() + 1)));
        return ids;
    }

    /** The id of the field of a variable. */
    static String fieldId(String component, Variable variable) {
        return "%s-%s".formatted(component, variable.name());
    }

    /** What tells a variable from those of other components. */
    static String key(TemplatePackage.Component component, Variable variable) {
        return component.directory() + variable.name();
    }

    private static FoundPage.Component component(TemplatePackage.Component component, String id, Filled filled) {
        var values = new HashMap<String, String>();
        var fields = new ArrayList<FoundPage.Field>();
        for (var variable : component.variables().values()) {
            var key = key(component, variable);
            var value = filled.values().getOrDefault(key, variable.value());
            values.put(variable.name(), value);
            fields.add(new FoundPage.Field(
                    fieldId(id, variable),
                    key,
                    variable.name(),
                    variable.type(),
                    value,
                    variable.description(),
                    FormProblem.of(fieldId(id, variable), filled.problems())));
        }
        return new FoundPage.Component(id, name(component, values), component.directory(), fields);
    }

    /** What the component is called with these values; its directory while that can't be told. */
    private static String name(TemplatePackage.Component component, Map<String, String> values) {
        var spec = component.document().content().fields().get("spec");
        if (spec instanceof Tree.Fields fields && fields.fields().get("name") instanceof Tree.Scalar name) {
            var filled = new Placeholders(Map.of(), values).fill((Tree) name);
            return filled instanceof Tree.Scalar scalar && !scalar.text().isBlank()
                    ? scalar.text()
                    : component.directory();
        }
        return component.directory();
    }
}
