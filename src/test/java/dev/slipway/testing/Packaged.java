package dev.slipway.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Slipway that the build has packaged, as a JVM of its own runs it: with the archive of its classes, as in the image. */
public final class Packaged {

    private static final String JAR = "target/server/slipway.jar";
    private static final String ARCHIVE = "target/server/slipway.jsa";

    private Packaged() {}

    /**
     * The command that starts it, in the top directory of the repository.
     *
     * @param options of the JVM, and settings as {@code -Dname=value}
     */
    public static List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        command.addAll(options);
        command.addAll(List.of("-jar", JAR));
        return command;
    }

    /** Whether the archive has been made; without it a start takes longer. */
    public static boolean isArchived() {
        return Files.exists(Path.of(ARCHIVE));
    }
}
