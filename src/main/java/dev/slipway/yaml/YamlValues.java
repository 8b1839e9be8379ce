package dev.slipway.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Trees as the values that Java has for them: maps, lists, texts, numbers and truths; and such values as YAML. */
public final class YamlValues {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private YamlValues() {}

    /**
     * What a piece of YAML 1.1 means: {@code 0644} is 420.
     *
     * @throws BadYaml if a number can't be read
     */
    public static @Nullable Object of(Tree tree) {
        if (tree instanceof Tree.Fields fields) {
            var map = new LinkedHashMap<String, Object>();
            fields.fields().forEach((name, value) -> map.put(name, of(value)));
            return map;
        }
        if (tree instanceof Tree.Items items) {
            var list = new ArrayList<Object>();
            items.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return of((Tree.Scalar) tree);
    }

    private static @Nullable Object of(Tree.Scalar scalar) {
        var text = scalar.text();
        try {
            return switch (scalar.means()) {
                case TEXT, QUOTED -> text;
                case NOTHING -> null;
                case TRUTH -> TRUE.contains(text.toLowerCase(Locale.ROOT));
                case WHOLE_NUMBER -> whole(text.replace("_", ""));
                case FRACTION -> new BigDecimal(text.replace("_", ""));
            };
        } catch (NumberFormatException e) {
            throw new BadYaml(scalar.line(), "The number \"%s\" can't be read. Put a text in quotes.".formatted(text));
        }
    }

    private static Object whole(String text) {
        var sign = text.startsWith("-") ? "-" : "";
        var digits = text.replaceFirst("^[+-]", "");
        BigInteger number;
        if (digits.startsWith("0x")) {
            number = new BigInteger(sign + digits.substring(2), 16);
        } else if (digits.startsWith("0b")) {
            number = new BigInteger(sign + digits.substring(2), 2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            number = new BigInteger(sign + digits.substring(1), 8);
        } else {
            number = new BigInteger(sign + digits);
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** Documents of a file, each from its value; {@link YamlReader} reads the same values from it again. */
    public static String write(List<?> documents) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dumpAll(documents.iterator());
    }
}
