package dev.slipway.target.process;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A JVM of its own that gives one order and then waits to be killed. */
final class AnotherSlipway {

    private AnotherSlipway() {}

    /** Arguments: directory, then for a component its id, order and port, or for a build its order. */
    public static void main(String... args) throws InterruptedException {
        var target = Sandbox.target(Path.of(args[0]));
        if (args.length == 2) {
            target.build(Sandbox.build(
                    args[1],
                    "thing",
                    "1.0",
                    Map.of("source", "thing", "command", List.of("sh", "build.sh"), "output", "out")));
        } else {
            var component =
                    new ComponentRef(UUID.fromString(args[1]), "payments", "ledger", "local", UUID.randomUUID());
            Map<String, Object> spec = Map.of("command", Sandbox.JAVA_LEDGER, "port", Integer.valueOf(args[3]));
            target.apply(new Order(args[2], component, "1.0", "a test", "ledger/1.0", spec, Duration.ofSeconds(60)));
        }
        System.out.println("ordered");
        Thread.currentThread().join();
    }

    /** Starts one, waits until it has given its order, and kills it as kill -9 does. */
    static void ordersAndIsKilled(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherSlipway.class.getName()));
        command.addAll(List.of(args));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                var said = new StringBuilder();
                for (var line = reader.readLine(); !"ordered".equals(line); line = reader.readLine()) {
                    if (line == null) {
                        throw new AssertionError(said);
                    }
                    said.append(line).append('\n');
                }
                process.destroyForcibly().waitFor();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
