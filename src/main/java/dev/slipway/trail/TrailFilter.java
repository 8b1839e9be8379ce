package dev.slipway.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the audit trail, as they wrote it; an empty text leaves nothing out.
 *
 * @param ofSlipway what belongs to no project, such as signing in, instead of the current project
 * @param person a user name
 * @param type a type of object
 * @param object a part of an object's name or, with its type, its id
 * @param action a kind of event
 * @param from a day or a time in UTC, itself included
 * @param to a day or a time in UTC, itself included
 */
public record TrailFilter(
        boolean ofSlipway, String person, String type, String object, String action, String from, String to) {

    static TrailFilter of(TrailAddress address) {
        return new TrailFilter(
                "slipway".equals(address.of),
                clean(address.person).toLowerCase(Locale.ROOT),
                clean(address.type),
                clean(address.object),
                clean(address.action),
                clean(address.from),
                clean(address.to));
    }

    // PostgreSQL has no text with a zero in it.
    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\0", "");
    }

    Optional<TimeSpan> findFrom() {
        return TimeSpan.read(from);
    }

    Optional<TimeSpan> findTo() {
        return TimeSpan.read(to);
    }

    /** Whether a time is written that is none. */
    boolean hasBadFrom() {
        return !from.isEmpty() && findFrom().isEmpty();
    }

    /** Whether an end is written that is no time. */
    boolean hasBadTo() {
        return !to.isEmpty() && findTo().isEmpty();
    }

    /** Whether the end lies before the start. */
    boolean isBackwards() {
        return findFrom()
                .flatMap(start -> findTo().map(last -> !last.end().isAfter(start.start())))
                .orElse(false);
    }

    /** Whether it leaves anything of the project's trail out. */
    public boolean isFilter() {
        return !parameters().isEmpty();
    }

    /** The address of the page, from its start. */
    public String url() {
        return url("/audit", "");
    }

    /** The address of the export in one of its formats. */
    public String export(String format) {
        return url("/audit/export", "format=" + format);
    }

    String url(String path, String more) {
        var query = parameters();
        var all = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
        return all.isEmpty() ? path : path + "?" + all;
    }

    private String parameters() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("of", ofSlipway ? "slipway" : "");
        parts.put("person", person);
        parts.put("type", type);
        parts.put("object", object);
        parts.put("action", action);
        parts.put("from", from);
        parts.put("to", to);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(TrailFilter::parameter)
                .collect(Collectors.joining("&"));
    }

    private static String parameter(Map.Entry<String, String> part) {
        return part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8);
    }
}
