package dev.slipway.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The packed PostgreSQL that Slipway carries for this kind of machine. */
final class Archive {

    private static final Set<String> AMD64 = Set.of("amd64", "x86_64");

    private final byte[] content;

    private Archive(byte[] content) {
        this.content = content;
    }

    static Archive forThisMachine() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        var architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, AMD64.contains(architecture) ? "x86_64" : architecture)) {
            return new Archive(packed.readAllBytes());
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "Slipway carries no PostgreSQL for %s on %s: set quarkus.datasource.jdbc.url to a database of your own."
                            .formatted(system, architecture),
                    e);
        }
    }

    /** Tells one version of PostgreSQL from another, as the name of a directory. */
    String name() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacks aside and renames, so that a crash leaves a whole PostgreSQL or none. */
    void unpackTo(Path home) throws IOException {
        var draft = home.resolveSibling(home.getFileName() + ".new");
        delete(draft);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(content)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        Files.move(draft, home);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var file = root.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        var directory = file.resolve("..").normalize();
        Files.createDirectories(directory);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (directory.endsWith("bin") && !file.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable".formatted(file));
        }
    }
}
