package dev.slipway.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The private copy of the sources that one build works in. */
final class Workspace {

    private final Path sourceRoot;

    Workspace(Path sourceRoot) {
        this.sourceRoot = sourceRoot;
    }

    /** Copies a source directory, as a whole or not at all. Does nothing where the copy is there. */
    void create(String source, Path workspace) {
        if (Files.exists(workspace)) {
            return;
        }
        var from = Names.existing(sourceRoot, "the source directory", source);
        try {
            var staged = Files.createTempDirectory(workspace.getParent(), ".copy");
            try {
                copy(from, staged);
                Files.move(staged, workspace, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(workspace)) {
                    throw e;
                }
                // Another node made the same copy at the same time.
            } finally {
                delete(staged);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Names.checkStaysIn(sourceRoot, "the source", path);
                var copy = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
