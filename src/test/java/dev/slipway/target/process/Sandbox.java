package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process target on directories of its own, which leaves no process behind. */
final class Sandbox implements AutoCloseable {

    static final List<String> JAVA_LEDGER = List.of(
            "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx32m", "-cp", ".", "Ledger");

    final Path directory;
    final ProcessTarget target;
    final ComponentRef ledger = new ComponentRef(UUID.randomUUID(), "payments", "ledger", "local", UUID.randomUUID());

    Sandbox(Path directory) {
        this.directory = directory;
        this.target = target(directory);
        createDirectories(root());
        createDirectories(sources());
    }

    static ProcessTarget target(Path directory) {
        return new ProcessTarget(config(true, directory), Duration.ofSeconds(1));
    }

    static ProcessConfig config(boolean enabled, Path directory) {
        return new ProcessConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public Path root() {
                return directory.resolve("root");
            }

            @Override
            public Path sourceRoot() {
                return directory.resolve("sources");
            }
        };
    }

    Path root() {
        return directory.resolve("root");
    }

    Path sources() {
        return directory.resolve("sources");
    }

    /** An artifact as a build would leave it: the compiled ledger of the samples. */
    Sandbox withLedger() {
        var artifact = createDirectories(root().resolve("artifacts/ledger/1.0"));
        try {
            Files.write(artifact.resolve("Ledger.class"), LedgerSample.CLASS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    Order order(String id, String version, int port, List<String> command, Map<String, String> variables) {
        Map<String, Object> spec = Map.of("command", command, "port", port, "variables", variables);
        return new Order(id, ledger, version, "a test", "ledger/1.0", spec, Duration.ofSeconds(60));
    }

    Order order(String id, String version, int port) {
        return order(id, version, port, JAVA_LEDGER, Map.of());
    }

    /** The same order, with no time for it. */
    static Order overdue(Order order) {
        return new Order(
                order.id(),
                order.component(),
                order.version(),
                order.origin(),
                order.artifact(),
                order.spec(),
                Duration.ZERO);
    }

    /** Makes a version run that has to be killed. */
    void startOneThatDoesNotWantToStop(int port) {
        var stubborn = List.of("sh", "-c", "trap '' TERM; echo started; while true; do sleep 1; done");
        target.apply(order("1", "1.0", port, stubborn, Map.of()));
        until(() -> linesOf(runs().get(0)).contains("started"));
    }

    /** What answers on a port. */
    String get(int port, String path) throws IOException {
        try (var body = URI.create("http://localhost:" + port + path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    BuildOrder build(String id, String... command) {
        return build(id, "thing", "1.0", Map.of("source", "thing", "command", List.of(command), "output", "out"));
    }

    static BuildOrder build(String id, String artifact, String version, Map<String, Object> spec) {
        return new BuildOrder(id, new UUID(0, 0), artifact, version, spec);
    }

    Progress applyAndWait(Order order) {
        target.apply(order);
        return result(() -> target.look(order));
    }

    Progress buildAndWait(BuildOrder order, List<String> lines) {
        target.build(order);
        return result(() -> target.lookAtBuild(order, lines.size(), lines::add));
    }

    static Progress result(Supplier<Progress> look) {
        var seen = new ArrayList<Progress>();
        until(() -> {
            seen.add(look.get());
            return !(seen.get(seen.size() - 1) instanceof Progress.Working);
        });
        return seen.get(seen.size() - 1);
    }

    static String brokenBecause(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Broken.class);
        return ((Progress.Broken) progress).why();
    }

    static void until(BooleanSupplier condition) {
        var end = Instant.now().plusSeconds(40);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("time until the condition holds").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The runs of the ledger, oldest first. */
    List<Run> runs() {
        return turns().all();
    }

    /** The orders of the ledger. */
    Turns turns() {
        return new Turns(root().resolve("components").resolve(ledger.id().toString()), Machine.thisOne());
    }

    List<String> linesOf(Run run) {
        var lines = new ArrayList<String>();
        run.log().read(0, true, lines::add);
        return lines;
    }

    Path source(String file, String text) {
        try {
            var path = sources().resolve("thing").resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Kills whatever was started here, and waits until it is gone. */
    @Override
    public void close() {
        until(() -> {
            var processes = processes();
            processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            return processes.isEmpty();
        });
    }

    /** Those started by this JVM, and those found by their claims. */
    private Set<Long> processes() {
        var processes = ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        var all = Machine.thisOne().processes();
        var components = children(root().resolve("components")).stream().flatMap(each -> children(each).stream());
        Stream.concat(components, children(root().resolve("builds")).stream())
                .map(each -> new Run(each, Machine.thisOne()))
                .forEach(run -> processes.addAll(run.processes(all)));
        return processes;
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path createDirectories(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
