package dev.slipway;

import dev.slipway.database.CannotStart;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/** Where the console will listen, tried before anything else starts. */
record HttpPort(InetSocketAddress address, boolean used) {

    private static final int DEFAULT_PORT = 8080;

    static HttpPort of(Config config) {
        var host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        var port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(DEFAULT_PORT);
        var plain = config.getOptionalValue("quarkus.http.insecure-requests", String.class);
        var enabled = config.getOptionalValue("quarkus.http.host-enabled", Boolean.class);
        return new HttpPort(
                new InetSocketAddress(host, port),
                enabled.orElse(true) && !plain.orElse("enabled").equalsIgnoreCase("disabled"));
    }

    void mustBeFree() {
        if (!used) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw new CannotStart(sentence(e));
        }
    }

    private String sentence(IOException e) {
        var said = String.valueOf(e.getMessage());
        if (e instanceof BindException && said.contains("in use")) {
            return "Port %d on %s is already taken by another program: stop it or choose another port with -Dquarkus.http.port=%d."
                    .formatted(address.getPort(), address.getHostString(), address.getPort() + 1);
        }
        return "Slipway cannot listen on port %d of %s (%s): choose others with -Dquarkus.http.port and -Dquarkus.http.host."
                .formatted(address.getPort(), address.getHostString(), said);
    }
}
