package dev.slipway.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that were started, as they themselves wrote it down: each order once, and only orders of attempts. */
record ProcessCheck(History history, Path root, Path journal, Findings findings) {

    void check() throws IOException {
        List<String[]> lines = Files.exists(journal)
                ? Files.readAllLines(journal).stream()
                        .map(line -> line.split(" ", -1))
                        .toList()
                : List.of();
        Map<String, Long> starts =
                lines.stream().collect(Collectors.groupingBy(words -> words[1], Collectors.counting()));
        starts.forEach((order, count) ->
                findings.expect(count == 1, "The order in %s was carried out %d times", order, count));
        var orders = history.attempts().stream()
                .collect(Collectors.toMap(History.Attempt::order, Function.identity(), (one, same) -> one));
        for (var words : lines) {
            var order = order(words[0], Path.of(words[1]));
            findings.expect(
                    orders.containsKey(order.replaceFirst("-back$", "")), "%s was started for no attempt", order);
        }
        checkClaims(starts.keySet());
    }

    private static String order(String kind, Path directory) throws IOException {
        return kind.equals("service")
                ? Files.readString(directory.resolve("order"))
                : directory.getFileName().toString().substring("order-".length());
    }

    /** Whatever was closed before it began must not have begun, and no order has two turns. */
    private void checkClaims(Set<String> started) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (var claim : files.filter(file -> file.endsWith("claim")).toList()) {
                var directory = String.valueOf(claim.getParent());
                findings.expect(
                        Files.readString(claim).startsWith("run ") || !started.contains(directory),
                        "%s was closed, and started all the same",
                        directory);
            }
        }
        try (Stream<Path> files = Files.walk(root.resolve("components"))) {
            var twice = files.filter(file -> file.endsWith("order"))
                    .collect(Collectors.groupingBy(ProcessCheck::read, Collectors.counting()));
            twice.forEach((order, count) -> findings.expect(count == 1, "%s had %d turns", order, count));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
