package dev.slipway.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers with which a package is downloaded: what a user wrote, one per line, and user and password. */
final class Headers {

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]{1,4096}");

    // With these a request would mean something else than its first line says.
    private static final Set<String> NOT_ALLOWED = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive");

    private Headers() {}

    /** What is wrong with the headers; empty if nothing is. */
    static Optional<String> problem(String lines) {
        var written = lines.lines().filter(line -> !line.isBlank()).toList();
        if (written.size() > MOST) {
            return Optional.of("%d headers are too many, at most %d.".formatted(written.size(), MOST));
        }
        return written.stream()
                .filter(line -> !isHeader(line))
                .findFirst()
                .map(
                        line ->
                                "Write each header on a line of its own, such as X-Token: abc. Names that steer the connection are not allowed.");
    }

    private static boolean isHeader(String line) {
        var colon = line.indexOf(':');
        return colon > 0
                && NAME.matcher(line.substring(0, colon).strip()).matches()
                && VALUE.matcher(line.substring(colon + 1).strip()).matches()
                && !isNotAllowed(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isNotAllowed(String name) {
        return NOT_ALLOWED.contains(name) || name.startsWith("proxy-");
    }

    /** The headers to send; where there is a user name, with basic authentication. */
    static Map<String, String> of(String lines, String username, String password) {
        var headers = new LinkedHashMap<String, String>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        if (!username.isEmpty()) {
            var both = "%s:%s".formatted(username, password).getBytes(UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        return headers;
    }
}
