package dev.slipway.upload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Packs the files of a ZIP archive anew, as tar with gzip. What is unpacked is counted, whatever the archive says about its sizes. */
final class ZipAsTar {

    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 1L << 30;

    private static final int MODES = 07777;
    private static final int FILE = 0644;
    private static final int DIRECTORY = 0755;
    private static final int LONGEST_LINK = 4096;

    // Each file has a header with this signature in the directory of the archive: "PK", 1, 2.
    private static final int SIGNATURE = 0x504B0102;

    private static final Pattern PLAIN = Pattern.compile("[^\\\\\\p{Cntrl}]+");
    private static final List<String> NO_NAMES = List.of("", ".", "..");

    private final TarArchiveOutputStream tar;
    private long unpacked;

    private ZipAsTar(TarArchiveOutputStream tar) {
        this.tar = tar;
    }

    /**
     * Packs it.
     *
     * @param to a file that is written over
     * @throws RefusedUpload if the archive is damaged or hostile
     */
    static void pack(Path zip, Path to) throws IOException {
        // Counted before the directory is read, which would take memory for each entry.
        if (signatures(zip) > MOST_FILES) {
            throw new RefusedUpload("The archive has more than %,d files, which is the most.".formatted(MOST_FILES));
        }
        try (var tar = tar(Files.newOutputStream(to))) {
            new ZipAsTar(tar).add(zip);
        }
    }

    private static TarArchiveOutputStream tar(OutputStream file) throws IOException {
        var tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(file)), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }

    private static int signatures(Path file) throws IOException {
        var count = 0;
        var last = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer.clear()) > 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    last = (last << 8) | (buffer.get() & 0xFF);
                    count += last == SIGNATURE ? 1 : 0;
                }
            }
        }
        return count;
    }

    private void add(Path file) throws IOException {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                add(zip, entry);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new RefusedUpload("The ZIP file is damaged, encrypted, or packed in an unusual way. Pack it again.");
        }
        tar.finish();
    }

    private void add(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var path = path(entry);
        if (entry.isUnixSymlink()) {
            var link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
            link.setLinkName(link(zip, entry));
            tar.putArchiveEntry(link);
        } else {
            var packed = new TarArchiveEntry(path);
            packed.setMode(mode(entry));
            packed.setModTime(Math.max(0, entry.getTime()));
            packed.setSize(entry.isDirectory() ? 0 : entry.getSize());
            tar.putArchiveEntry(packed);
            if (!entry.isDirectory()) {
                copy(zip, entry);
            }
        }
        tar.closeArchiveEntry();
    }

    private static int mode(ZipArchiveEntry entry) {
        var mode = entry.getUnixMode() & MODES;
        return mode != 0 ? mode : entry.isDirectory() ? DIRECTORY : FILE;
    }

    private void copy(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var buffer = new byte[8192];
        try (var content = zip.getInputStream(entry)) {
            for (var count = content.read(buffer); count > 0; count = content.read(buffer)) {
                unpacked += count;
                if (unpacked > MOST_BYTES) {
                    throw new RefusedUpload("The files of the archive are larger than %d MB in all, which is the most."
                            .formatted(MOST_BYTES >> 20));
                }
                tar.write(buffer, 0, count);
            }
        }
    }

    private static String link(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (var content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_LINK), StandardCharsets.UTF_8);
        }
    }

    private static String path(ZipArchiveEntry entry) {
        var name = entry.getName();
        var parts = List.of(name.replaceFirst("/$", "").split("/", -1));
        if (!PLAIN.matcher(name).matches() || parts.stream().anyMatch(NO_NAMES::contains)) {
            throw new RefusedUpload(
                    "The archive has a file with the path \"%s\". Paths are relative, without .. and \\."
                            .formatted(name.substring(0, Math.min(name.length(), 100))
                                    .replaceAll("\\p{Cntrl}", "?")));
        }
        return name;
    }
}
