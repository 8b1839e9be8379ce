package dev.slipway.target.process;

import dev.slipway.target.BuildOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What builds made: a directory for each version of each artifact. */
final class Artifacts {

    private final Path directory;

    Artifacts(Path directory) {
        this.directory = directory;
    }

    /** The directory of an artifact by the location that {@link #location} gave. */
    Path find(String location) {
        return Names.existing(directory, "the artifact", location);
    }

    /** Where the artifact of a build is or will be: {@code storefront/1.4.0}. */
    String location(BuildOrder order) {
        return directory.relativize(path(order)).toString();
    }

    /** Puts what a build made in its place. Whoever still runs from an earlier artifact of that version keeps it. */
    void publish(BuildOrder order, Path made) {
        var place = path(order);
        try {
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                var aside = Files.createDirectories(directory.resolveSibling("replaced"));
                Files.move(place, Files.createTempDirectory(aside, order.artifact()), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(BuildOrder order) {
        return Names.child(Names.child(directory, "an artifact", order.artifact()), "a version", order.version());
    }
}
