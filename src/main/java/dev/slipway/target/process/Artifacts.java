package dev.slipway.target.process;

import dev.slipway.target.BuildOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What builds made: a directory for each build, below its artifact and version. None is ever replaced, not even by
 * another build of the same version, because a component that goes back to it must find what it ran before.
 */
final class Artifacts {

    private final Path directory;

    Artifacts(Path directory) {
        this.directory = directory;
    }

    /** The directory of an artifact by the location that {@link #location} gave. */
    Path find(String location) {
        return Names.existing(directory, "the artifact", location);
    }

    /** Where the artifact of a build is or will be: {@code storefront/1.4.0/order-12-1}. */
    String location(BuildOrder order) {
        return directory.relativize(path(order)).toString();
    }

    /** Puts what a build made in its place. */
    void publish(BuildOrder order, Path made) {
        var place = path(order);
        try {
            Files.createDirectories(place.getParent());
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(BuildOrder order) {
        var version =
                Names.child(Names.child(directory, "an artifact", order.artifact()), "a version", order.version());
        return Names.order(version, order.id());
    }
}
