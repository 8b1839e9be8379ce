package dev.slipway.target.kubernetes;

import dev.slipway.target.Previewing.Line;
import dev.slipway.target.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How two states of an object differ, field by field, for people. A pure function; secrets are compared, but not shown. */
final class ObjectDiff {

    private static final int LONGEST = 600;
    private static final String CUT = "…";

    private ObjectDiff() {}

    /** What changes from one state to the other; null: there is no object. */
    static List<Line> between(@Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        return between(before, after, path -> "");
    }

    /** The same, with who is known to have changed it. */
    static List<Line> between(
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Function<Leaves.Path, String> who) {
        var isSecret = isSecret(before) || isSecret(after);
        var old = Leaves.of(before);
        var now = Leaves.of(after);
        var paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        var lines = new ArrayList<Line>();
        for (var path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                lines.add(line(path, isSecret, old.get(path), now.get(path), who.apply(path)));
            }
        }
        return lines;
    }

    private static boolean isSecret(@Nullable Map<String, Object> object) {
        return object != null && "Secret".equals(object.get("kind"));
    }

    private static Line line(
            Leaves.Path path, boolean isSecret, @Nullable String before, @Nullable String after, String by) {
        return new Line(
                path.toString(), shown(path, isSecret, before, after), shown(path, isSecret, after, before), by);
    }

    private static @Nullable String shown(
            Leaves.Path path, boolean isSecret, @Nullable String value, @Nullable String other) {
        if (value == null) {
            return null;
        }
        if (isSecret && List.of("data", "stringData").contains(path.parts().get(0))) {
            return Secrets.HIDDEN;
        }
        var part = other == null ? value : differing(value, other);
        var hidden = Objects.requireNonNull(Secrets.hidden(named(path), part));
        return hidden.length() <= LONGEST ? hidden : hidden.substring(0, LONGEST) + CUT;
    }

    /** The value of a variable goes by the name of the variable: only those and the entries of maps have free names. */
    private static String named(Leaves.Path path) {
        var parts = path.parts();
        if (path.last().equals("value") && parts.size() > 1) {
            return parts.get(parts.size() - 2);
        }
        var isFree = parts.get(0).equals("data") || parts.contains("annotations") || parts.contains("stringData");
        return isFree ? path.last() : "";
    }

    /** The lines of a text that the other doesn't begin and end with, too: of a long file, what is different in it. */
    private static String differing(String text, String other) {
        var lines = text.lines().toList();
        var others = other.lines().toList();
        var most = Math.min(lines.size(), others.size());
        if (most < 2 && lines.size() + others.size() < 4) {
            return text;
        }
        var start = 0;
        while (start < most && lines.get(start).equals(others.get(start))) {
            start++;
        }
        var end = 0;
        while (end < most - start && lines.get(lines.size() - 1 - end).equals(others.get(others.size() - 1 - end))) {
            end++;
        }
        var middle = String.join("\n", lines.subList(start, lines.size() - end));
        return (start > 0 ? CUT + "\n" : "") + middle + (end > 0 ? "\n" + CUT : "");
    }
}
