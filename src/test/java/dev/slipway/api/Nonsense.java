package dev.slipway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Makes something wrong of what is right; the same seed makes the same. */
final class Nonsense {

    private static final String PLACE = "a place for nonsense";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-0",
            "NaN",
            "Infinity",
            "9".repeat(30),
            "9".repeat(2000),
            "2147483648",
            "-9223372036854775809",
            "\"\"",
            "\"NaN\"",
            "\"1e999\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u202egnirts\"",
            "\"\u202e\u05d0\u05d1\"",
            "\"\ud83d\ude80\"",
            "\"" + "x".repeat(100_000) + "\"",
            "\"'; drop table release_task; --\"",
            "\"../../etc/passwd\"",
            "\"<script>\"",
            "\"{0} %s ${x}\"",
            "\"\\n\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\":{}}",
            "{\"__proto__\":1,\"$ref\":\"#\"}",
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(60) + "1" + "}".repeat(60));

    private static final List<String> SEGMENTS = List.of(
            "%00",
            "%ff",
            "%2e%2e",
            "..%2f..",
            "%E2%80%AE",
            "%F0%9F%9A%80",
            "%27%20or%201=1",
            "a;b=c",
            "-1",
            "0x10",
            "99999999999999999999",
            "null",
            "%7B%7D",
            "x".repeat(3000));

    private static final List<String> HEADERS = List.of(
            "", "*", "\"", "W/\"\"", "\"1.1.1\", *", "\"99999999999.0.0\"", "x".repeat(3000), "\u00e9", "a b", ",,,");

    private final Random random;

    Nonsense(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String value() {
        return oneOf(VALUES);
    }

    String segment() {
        return oneOf(SEGMENTS);
    }

    String header() {
        return oneOf(HEADERS);
    }

    /** The path with nonsense in place of one of these parts, as far as it has them. */
    String inOneSegmentOf(String path, List<String> parts) {
        var part = oneOf(parts.stream().filter(path::contains).toList());
        var instead = part.startsWith("/") ? "/" + segment() + "/" : segment();
        return path.replaceFirst(part, quoted(instead));
    }

    /** A body with one thing that is wrong in it. */
    String body(JsonNode right) {
        var text = right.toString();
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text.replaceFirst("[{]", "{\"name\":1,\"name\":%s,".formatted(quoted(value())));
            case 2 -> missing(right);
            case 3 -> value();
            default -> replaced(right);
        };
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private String missing(JsonNode right) {
        var changed = right.deepCopy();
        var place = oneOf(places(changed));
        place.remove();
        return changed.toString();
    }

    private String replaced(JsonNode right) {
        var changed = right.deepCopy();
        oneOf(places(changed)).put(PLACE);
        return changed.toString().replace("\"%s\"".formatted(PLACE), value());
    }

    /** A member of an object or an array. */
    private record Place(JsonNode around, String name, int index) {

        void remove() {
            if (around instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) around).remove(index);
            }
        }

        void put(String text) {
            if (around instanceof ObjectNode object) {
                object.put(name, text);
            } else {
                ((ArrayNode) around).set(index, text);
            }
        }
    }

    private static List<Place> places(JsonNode around) {
        var places = new ArrayList<Place>();
        around.properties().forEach(field -> {
            places.add(new Place(around, field.getKey(), 0));
            places.addAll(places(field.getValue()));
        });
        if (around.isArray()) {
            for (int index = 0; index < around.size(); index++) {
                places.add(new Place(around, "", index));
                places.addAll(places(around.get(index)));
            }
        }
        return places;
    }
}
