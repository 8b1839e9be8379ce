package dev.slipway.template;

import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a package leaves open, declared in a component's {@code variables.yaml}.
 *
 * @param type as it is written: {@code string}, {@code list(string)}, {@code cce}
 * @param value the default, from {@code values.yaml} or {@code variables.yaml}; empty if there is none
 */
record Variable(String name, String type, String value, String description) {

    private static final int LONGEST = 4_000;
    private static final Set<String> SIMPLE = Set.of("string", "integer", "double", "bool");
    private static final List<String> COLLECTIONS = List.of("list(", "map(", "object(");

    static final String KNOWN_TYPES = "string, integer, double, bool, list(...), map(...), object(...)";

    /** Whether a type is one that is checked; ServiceStage's own, such as {@code cce}, are taken as text. */
    static boolean isKnown(String type) {
        return SIMPLE.contains(type) || isCollection(type);
    }

    static boolean isCollection(String type) {
        return type.endsWith(")") && COLLECTIONS.stream().anyMatch(type::startsWith);
    }

    /** What is wrong with a value; empty if nothing is. */
    Optional<String> problem(String given) {
        if (given.isBlank()) {
            return Optional.of("Enter a value for %s.".formatted(name));
        }
        if (given.length() > LONGEST) {
            return Optional.of("%s has %d characters, %d are allowed.".formatted(name, given.length(), LONGEST));
        }
        return switch (type) {
            case "integer" -> unless(given.strip().matches("[+-]?\\d{1,18}"), "a whole number");
            case "double" ->
                unless(
                        given.strip().matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?"),
                        "a number");
            case "bool" -> unless(given.strip().matches("true|false"), "true or false");
            default -> isCollection(type) ? collection(given) : Optional.empty();
        };
    }

    private Optional<String> collection(String given) {
        try {
            var read = YamlReader.read(given);
            var list = type.startsWith("list(");
            var fits =
                    read.size() == 1 && (list ? read.get(0) instanceof Tree.Items : read.get(0) instanceof Tree.Fields);
            return unless(fits, list ? "a list such as [a, b]" : "a map such as {a: 1}");
        } catch (BadYaml e) {
            return unless(false, type.startsWith("list(") ? "a list such as [a, b]" : "a map such as {a: 1}");
        }
    }

    private Optional<String> unless(boolean fits, String what) {
        return fits ? Optional.empty() : Optional.of("%s must be %s.".formatted(name, what));
    }
}
