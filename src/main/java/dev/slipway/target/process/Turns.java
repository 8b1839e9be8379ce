package dev.slipway.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The orders of one component in the order they came in: one numbered directory each.
 *
 * <p>The number is what lets a latecomer, such as a node that was paused in the middle of an old order, do no harm: an
 * order only ever stops those before it.
 */
final class Turns {

    private final Path directory;
    private final Machine machine;

    Turns(Path directory, Machine machine) {
        this.directory = directory;
        this.machine = machine;
    }

    /** The run of an order, if it had its turn. */
    Optional<Run> find(String order) {
        return numbers().stream()
                .filter(number -> orderAt(number).equals(order))
                .findFirst()
                .map(this::run);
    }

    /** The run of an order, which gets the next turn unless it has one. */
    Run take(String order) {
        var run = find(order);
        while (run.isEmpty()) {
            var numbers = numbers();
            tryToTake(order, numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1);
            run = find(order);
        }
        return run.get();
    }

    List<Run> all() {
        return numbers().stream().map(this::run).toList();
    }

    List<Run> before(Run run) {
        return numbers().stream()
                .filter(number -> number < number(run))
                .map(this::run)
                .toList();
    }

    boolean isLast(Run run) {
        return numbers().stream().noneMatch(number -> number > number(run));
    }

    private void tryToTake(String order, long number) {
        try {
            Files.createDirectories(directory);
            var staged = Files.createTempDirectory(directory, ".next");
            Files.writeString(staged.resolve(Run.ORDER), order);
            try {
                // A directory with something in it is never replaced, so exactly one order gets a number.
                Files.move(staged, directory.resolve(String.valueOf(number)), StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                Files.delete(staged.resolve(Run.ORDER));
                Files.delete(staged);
                if (!Files.exists(directory.resolve(String.valueOf(number)))) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> numbers() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String orderAt(long number) {
        try {
            return Files.readString(directory.resolve(String.valueOf(number)).resolve(Run.ORDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(long number) {
        return new Run(directory.resolve(String.valueOf(number)), machine);
    }

    private static long number(Run run) {
        return Long.parseLong(run.directory().getFileName().toString());
    }
}
