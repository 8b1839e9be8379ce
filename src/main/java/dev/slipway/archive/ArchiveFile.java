package dev.slipway.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One execution as a file: lines of JSON, compressed with gzip (RFC 1952). Each line has one row and says of which table:
 * {@code {"table": "step_log", "row": {...}}}.
 */
final class ArchiveFile {

    // The row is for PostgreSQL to read: parsed here, its numbers could change.
    private static final Pattern LINE = Pattern.compile("\\{\"table\":\"([a-z_]+)\",\"row\":(.*)}");

    private final Path directory;
    private final Path path;
    private final String name;

    private ArchiveFile(Path directory, String file) {
        this.directory = directory;
        this.path = directory.resolve(file);
        this.name = "%s/%s".formatted(directory.getFileName(), file);
    }

    /** The file of an execution in the directory of the archive, whether it is there or not. */
    static ArchiveFile of(Path directory, UUID releaseTask, int no) {
        return new ArchiveFile(directory.resolve(releaseTask.toString()), "%d.ndjson.gz".formatted(no));
    }

    /** Gives rows to a file, or takes them from one; those of one table follow each other. */
    interface Rows {

        /** @param row a JSON object, the names of its columns and their values */
        void next(String table, String row) throws IOException;
    }

    /** Writes rows as they come. */
    interface Source {

        void writeTo(Rows rows) throws IOException;
    }

    /** Writes the whole file, or leaves the one that is there: when this is done it survives a loss of power. */
    void write(Source source) throws IOException {
        Files.createDirectories(directory);
        var unfinished = directory.resolve(path.getFileName() + ".tmp");
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(unfinished)), StandardCharsets.UTF_8))) {
            source.writeTo((table, row) -> {
                out.write("{\"table\":\"%s\",\"row\":%s}".formatted(table, row));
                out.newLine();
            });
        }
        force(unfinished, StandardOpenOption.WRITE);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** @throws Unreadable if it is not there, or broken */
    void read(Rows rows) {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new Unreadable(name, "is broken");
                }
                rows.next(parts.group(1), parts.group(2));
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable(name, "is not there");
        } catch (IOException e) {
            throw new Unreadable(name, "can't be read (%s)".formatted(e.getMessage()));
        }
    }
}
