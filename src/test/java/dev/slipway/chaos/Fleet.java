package dev.slipway.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** All nodes. */
record Fleet(List<Node> nodes) implements AutoCloseable {

    /** Starts them side by side, as after a loss of power. */
    void start() {
        var problems = nodes.parallelStream().flatMap(Fleet::start).toList();
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("\n", problems));
        }
    }

    private static Stream<String> start(Node node) {
        try {
            node.start(true);
            return Stream.empty();
        } catch (IOException e) {
            return Stream.of("%s: %s".formatted(node.name(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of(node.name() + " was given up");
        }
    }

    /** Any of them, whether it is well or not. */
    Node any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** The names of those that died by themselves. */
    List<String> lost() {
        return nodes.stream().filter(Node::isLost).map(Node::name).toList();
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
    }
}
