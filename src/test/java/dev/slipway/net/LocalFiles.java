package dev.slipway.net;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of a server on this machine, from which Slipway may download for the rest of a test. */
public final class LocalFiles implements AutoCloseable {

    private final FileServer server;

    private LocalFiles(FileServer server) {
        this.server = server;
    }

    /** Serves files by their paths. */
    public static LocalFiles serve(Map<String, byte[]> files) {
        var vertx = Arc.container().instance(Vertx.class).get();
        QuarkusMock.installMockForType(new Download(vertx, new Allowing()), Download.class);
        return new LocalFiles(new FileServer(files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> FileServer.file(file.getValue())))));
    }

    /** The address of a file. */
    public String address(String path) {
        return server.address(path);
    }

    /** What was asked for, with the credentials. */
    public List<String> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Allowing implements NetConfig {

        @Override
        public Optional<List<String>> allowedNetworks() {
            return Optional.of(List.of("127.0.0.1/32"));
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(10);
        }
    }
}
