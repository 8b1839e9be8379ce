package dev.slipway.target.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The file that takes everything a command prints. */
final class Log {

    private static final int LAST_LINES = 10;
    private static final int LAST_BYTES = 8 * 1024;

    private final Path file;

    Log(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Hands out the complete lines from number {@code from} on; with {@code ended} also a last one without its end. */
    void read(long from, boolean ended, Consumer<String> lines) {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            long number = 0;
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                if (number++ >= from) {
                    lines.accept(text(line));
                }
                line.reset();
            }
            if (ended && line.size() > 0 && number >= from) {
                lines.accept(text(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines as a sentence for people, with a space before it; nothing where nothing was printed. */
    String lastLines() {
        if (!Files.exists(file)) {
            return "";
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(LAST_BYTES, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            var last = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
            return last.isBlank() ? "" : "\nLast lines of its log:\n" + last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
