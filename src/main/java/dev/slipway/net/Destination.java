package dev.slipway.net;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where a call goes: the address that was looked up and checked once, and to which it then connects, whatever a name server
 * says a moment later.
 *
 * @param target path and query
 */
record Destination(boolean secure, String host, int port, String target, InetAddress address) {

    /**
     * Reads, looks up and checks an address.
     *
     * @throws RefusedCall if it may not be called, or is none
     */
    static Destination of(URI uri, AddressRules rules) {
        var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
            throw new RefusedCall("Enter an address that begins with http:// or https:// and names a host.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new RefusedCall("Take user and password out of the address: it is shown and logged.");
        }
        var secure = scheme.equals("https");
        var port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new RefusedCall("Port %d does not exist. Enter one from 1 to 65535.".formatted(port));
        }
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new Destination(secure, host, port, target(uri), lookUp(host, rules));
    }

    /** @throws RefusedCall if a text is no address at all */
    static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new RefusedCall("This is no address. Enter one such as https://example.com/path.");
        }
    }

    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static InetAddress lookUp(String host, AddressRules rules) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new RefusedCall("There is no host %s. Check the address.".formatted(host));
        }
        // One internal address among others is a trap rather than a server.
        if (!Arrays.stream(addresses).allMatch(rules::allows)) {
            throw new RefusedCall(
                    "%s is in an internal network, which may not be called. An administrator can allow it with %s."
                            .formatted(host, rules.setting()));
        }
        return Arrays.stream(addresses)
                .min(Comparator.comparing(address -> address.getAddress().length))
                .orElseThrow();
    }

    /** What all calls have in common: each has a connection of its own, and nobody is led anywhere else unseen. */
    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout(5_000)
                .setKeepAlive(false)
                .setMaxRedirects(0)
                .setDecompressionSupported(false);
    }

    /** A request that connects to the address that was checked, and tells the server the name it was asked by. */
    RequestOptions request(HttpMethod method) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host)
                .setPort(port)
                .setSsl(secure)
                .setURI(target);
    }

    boolean isSameOriginAs(Destination other) {
        return secure == other.secure && port == other.port && host.equalsIgnoreCase(other.host);
    }
}
