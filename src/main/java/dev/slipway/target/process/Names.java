package dev.slipway.target.process;

import dev.slipway.target.TargetProblem;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Turns what people typed into paths, and lets none of them leave the directory it belongs in. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Names() {}

    /** A directory that is named by a user: an artifact or a version. */
    static Path child(Path directory, String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TargetProblem(
                    ("\"%s\" can't be the name of %s; it has up to 100 letters, digits, dots, _ and -, and starts with a"
                                    + " letter or digit.")
                            .formatted(name, what));
        }
        return directory.resolve(name);
    }

    /** The directory of an order; orders are named by Slipway, in any characters. */
    static Path order(Path directory, String id) {
        return directory.resolve("order-" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    /** A directory inside another; it need not exist. */
    static Path inside(Path directory, String what, String relative) {
        try {
            var path = Path.of(relative);
            var inside = directory.resolve(path).normalize();
            if (relative.isBlank() || path.isAbsolute() || !inside.startsWith(directory) || hasParent(path)) {
                throw leaves(what, relative);
            }
            return inside;
        } catch (InvalidPathException e) {
            throw new TargetProblem("\"%s\" is not a path for %s.".formatted(relative, what), e);
        }
    }

    /** A directory inside another which must be there, and not by a link that leads out. */
    static Path existing(Path directory, String what, String relative) {
        var inside = inside(directory, what, relative);
        if (!Files.isDirectory(inside)) {
            throw new TargetProblem(
                    "There is no directory \"%s\" in %s; %s must be there.".formatted(relative, directory, what));
        }
        checkStaysIn(directory, what, inside);
        return inside;
    }

    /** Refuses a path that a symbolic link leads out of a directory. */
    static void checkStaysIn(Path directory, String what, Path path) {
        try {
            if (!path.toRealPath().startsWith(directory.toRealPath())) {
                throw leaves(what, directory.relativize(path).toString());
            }
        } catch (IOException e) {
            throw new TargetProblem("%s can't be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static boolean hasParent(Path path) {
        for (var part : path) {
            if (part.toString().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static TargetProblem leaves(String what, String relative) {
        return new TargetProblem(
                ("\"%s\" can't be used for %s; a relative path without \"..\" is allowed, and no symbolic link on it may"
                                + " lead out.")
                        .formatted(relative, what));
    }
}
