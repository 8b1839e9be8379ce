package dev.slipway.cli.http;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a Slipway is.
 *
 * @param server its address, without a slash at the end
 */
public record Address(URI server) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1]");

    /** @throws Problem if it is no address that a token could be sent to */
    public static Address of(String text) {
        var stripped = text.strip().replaceAll("/+$", "");
        try {
            var uri = URI.create(stripped);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return new Address(uri);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(stripped);
        }
        throw wrong(stripped);
    }

    private static Problem wrong(String text) {
        return new Problem(
                ExitCode.USAGE,
                "'%s' is no address of a Slipway. Write it as https://slipway.example.com in --server or SLIPWAY_SERVER."
                        .formatted(text));
    }

    /** Whether others on the way could read what is sent; the names are taken literally, so that no resolver decides. */
    public boolean canBeOverheard() {
        return server.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.matcher(server.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** An address on this server; the path is encoded already. */
    public URI at(String path) {
        return URI.create(server + path);
    }

    /** A text as one segment or value of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
