package dev.slipway.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The directory where Slipway keeps what must outlive it, held by one Slipway at a time. */
public final class DataDirectory implements AutoCloseable {

    // pg_ctl hands the path to a shell, in double quotes.
    private static final Pattern UNSAFE_IN_SHELL = Pattern.compile("[\"$`\\\\\n]");

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the directory where it is missing and holds it until it is closed or the process ends. */
    public static DataDirectory open(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        if (UNSAFE_IN_SHELL.matcher(path.toString()).find()) {
            throw new CannotStart(
                    "The path of the data directory %s has a quote, dollar, backslash or line break: choose another with -Dslipway.data-dir=DIR."
                            .formatted(path));
        }
        try {
            var real = create(path);
            return new DataDirectory(real, lock(real));
        } catch (IOException e) {
            throw new CannotStart(
                    "Slipway cannot write to its data directory %s (%s): make it writable or choose another with -Dslipway.data-dir=DIR."
                            .formatted(path, reason(e)),
                    e);
        }
    }

    /** The absolute path, without symbolic links. */
    public Path path() {
        return path;
    }

    /** Gives the secret of that name, a long random word made up on first use and readable by the owner alone. */
    public String secret(String name) {
        return new Secret(path.resolve(name)).readOrCreate();
    }

    /** Says whether the secret of that name has been made up before. */
    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** Lets another Slipway have the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CannotStart("Slipway cannot release its data directory %s.".formatted(path), e);
        }
    }

    private static Path create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(path, ownerOnly);
        }
        return path.toRealPath();
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("slipway.lock"), CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "The data directory %s is in use by another Slipway: stop that one or choose another directory with -Dslipway.data-dir=DIR."
                            .formatted(path));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String reason(IOException e) {
        var said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName().replace("Exception", "") : said;
    }
}
