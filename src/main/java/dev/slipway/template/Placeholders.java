package dev.slipway.template;

import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values where a file names variables: a name in braces after a dollar sign, or in two pairs of braces. Values go into
 * the texts of a tree that is read already, so none of them can become structure; only a text that is nothing but one
 * placeholder of a list or a map becomes that. Two dollar signs before a brace stand for one, and for no placeholder.
 */
final class Placeholders {

    /** How a variable may be called. */
    static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,63}";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\$\\{|\\$\\{\\s*([^{}]{0,200}?)\\s*}|\\{\\{\\s*([^{}]{0,200}?)\\s*}}");
    private static final int LONGEST = 100_000;

    private final Map<String, Variable> variables;
    private final Map<String, String> values;

    /** Takes the declared variables, and a value for each of them. */
    Placeholders(Map<String, Variable> variables, Map<String, String> values) {
        this.variables = variables;
        this.values = values;
    }

    /** The names in a text, in alphabetical order. */
    static Set<String> names(String text) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(found -> {
            var name = found.group(1) == null ? found.group(2) : found.group(1);
            if (name != null) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * The tree with values instead of placeholders.
     *
     * @throws BadYaml if a text becomes too long
     */
    Tree fill(Tree tree) {
        if (tree instanceof Tree.Items list) {
            return new Tree.Items(list.items().stream().map(this::fill).toList(), list.line());
        }
        if (tree instanceof Tree.Fields map) {
            var fields = new LinkedHashMap<String, Tree>();
            map.fields().forEach((key, value) -> fields.put(key, fill(value)));
            return new Tree.Fields(fields, map.line());
        }
        return fill((Tree.Scalar) tree);
    }

    private Tree fill(Tree.Scalar scalar) {
        var whole = PLACEHOLDER.matcher(scalar.text().strip());
        if (whole.matches()) {
            var variable = variables.get(String.valueOf(whole.group(1) == null ? whole.group(2) : whole.group(1)));
            if (variable != null && Variable.isCollection(variable.type())) {
                return YamlReader.read(value(variable.name())).get(0);
            }
        }
        var text = new StringBuilder();
        var matcher = PLACEHOLDER.matcher(scalar.text());
        UnaryOperator<String> value = this::value;
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement(matcher, value)));
            if (text.length() > LONGEST) {
                throw new BadYaml(scalar.line(), "With its values this text is too long.");
            }
        }
        return new Tree.Scalar(matcher.appendTail(text).toString(), meaning(scalar), scalar.line());
    }

    /** A text without quotes that is nothing but a number or a truth becomes one. */
    private Tree.Kind meaning(Tree.Scalar scalar) {
        var whole = PLACEHOLDER.matcher(scalar.text().strip());
        if (scalar.means() != Tree.Kind.TEXT || !whole.matches()) {
            return scalar.means();
        }
        var variable = variables.get(String.valueOf(whole.group(1) == null ? whole.group(2) : whole.group(1)));
        return switch (variable == null ? "" : variable.type()) {
            case "integer" -> Tree.Kind.WHOLE_NUMBER;
            case "double" -> Tree.Kind.FRACTION;
            case "bool" -> Tree.Kind.TRUTH;
            default -> scalar.means();
        };
    }

    private static String replacement(Matcher found, UnaryOperator<String> value) {
        if (found.group(1) == null && found.group(2) == null) {
            return "${";
        }
        return value.apply(found.group(1) == null ? found.group(2) : found.group(1));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
