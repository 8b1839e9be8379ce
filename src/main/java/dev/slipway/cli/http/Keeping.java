package dev.slipway.cli.http;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.text.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The files in which {@code slipway login} keeps a server and its token. */
public final class Keeping {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path directory;

    /** Below {@code $XDG_CONFIG_HOME}, or {@code ~/.config} where that is not set [XDG Base Directory Specification]. */
    public Keeping(Terminal terminal) {
        var configured = terminal.variable("XDG_CONFIG_HOME");
        var base = configured.startsWith("/")
                ? Path.of(configured)
                : terminal.home().resolve(".config");
        this.directory = base.resolve("slipway");
    }

    /** Where the token is kept. */
    public Path tokenFile() {
        return directory.resolve("token");
    }

    private Path serverFile() {
        return directory.resolve("server");
    }

    /** The server that was signed in to last; empty: none. */
    public Optional<String> server() {
        return Files.exists(serverFile()) ? Optional.of(read(serverFile()).strip()) : Optional.empty();
    }

    /** The token that is kept; empty: none. */
    public Optional<Token> token() {
        return Files.exists(tokenFile()) ? Optional.of(token(tokenFile())) : Optional.empty();
    }

    /** @throws Problem if there is no such file, or others may read or change it */
    public static Token token(Path file) {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            permissions.retainAll(OF_OTHERS);
            if (!permissions.isEmpty()) {
                throw new Problem(
                        ExitCode.NOT_PERMITTED,
                        "Others may read or change %s. Run: chmod 600 '%s'".formatted(file, file));
            }
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions, as on Windows, can't be asked.
            return Token.of(read(file), file.toString());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return Token.of(read(file), file.toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Problem unreadable(Path file, IOException why) {
        return new Problem(
                ExitCode.NOT_PERMITTED, "%s can't be read: check that it is there and yours.".formatted(file), why);
    }

    /** Keeps a server and its token; nobody else ever sees the file, not even while it is written. */
    public void keep(Address address, Token token) throws IOException {
        Files.createDirectories(directory);
        write(serverFile(), address.server() + "\n");
        write(tokenFile(), token.line());
    }

    private void write(Path file, String text) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(directory, "new-", "", mine);
        Files.writeString(fresh, text);
        Files.move(
                fresh,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
