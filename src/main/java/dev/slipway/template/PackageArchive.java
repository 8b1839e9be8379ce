package dev.slipway.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads the files of a ZIP archive into memory, and refuses whatever could harm: nothing is ever written to a disk, and what
 * is unpacked is counted while it is unpacked, whatever the archive says about its sizes.
 */
final class PackageArchive {

    /** How large an archive may be. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    static final int MOST_FILES = 1_000;
    static final int MOST_BYTES_OF_FILE = 512 * 1024;
    static final int MOST_BYTES_IN_ALL = 5 * 1024 * 1024;

    private static final int LONGEST_PATH = 255;
    private static final int DEEPEST = 10;
    private static final Pattern PLAIN = Pattern.compile("[^\\\\\\p{Cntrl}:*?\"<>|]+");
    private static final int FILE_TYPE = 0xF000;
    private static final List<Integer> FILES_AND_DIRECTORIES = List.of(0, 0x8000, 0x4000);
    // Others need libraries that are not there, or are as rare as they are old.
    private static final List<Integer> METHODS = List.of(ZipEntry.STORED, ZipEntry.DEFLATED);
    // Each file has a header with this signature in the directory of the archive.
    private static final byte[] SIGNATURE = {'P', 'K', 1, 2};

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private long unpacked;

    private PackageArchive() {}

    /**
     * The files of an archive by their paths.
     *
     * @throws RefusedPackage if it is none, or a hostile one
     */
    static SortedMap<String, byte[]> read(byte[] archive) {
        if (archive.length > MOST_BYTES) {
            throw new RefusedPackage(
                    "The package is larger than %d MB, which is the most.".formatted(MOST_BYTES >> 20));
        }
        // Counted before the directory is read, which would take memory for each entry.
        if (signatures(archive) > MOST_FILES) {
            throw new RefusedPackage("The package has more than %,d files, which is the most.".formatted(MOST_FILES));
        }
        var reader = new PackageArchive();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                reader.take(zip, entry);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new RefusedPackage("The file is no ZIP archive, or a damaged one. Pack it again.");
        }
        if (reader.files.isEmpty()) {
            throw new RefusedPackage("The package has no files. Pack the directories of the applications.");
        }
        return reader.files;
    }

    private static int signatures(byte[] archive) {
        var count = 0;
        for (int at = 0; at + SIGNATURE.length <= archive.length; at++) {
            if (archive[at] == SIGNATURE[0]
                    && archive[at + 1] == SIGNATURE[1]
                    && archive[at + 2] == SIGNATURE[2]
                    && archive[at + 3] == SIGNATURE[3]) {
                count++;
            }
        }
        return count;
    }

    private void take(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var path = path(entry);
        if (!FILES_AND_DIRECTORIES.contains(entry.getUnixMode() & FILE_TYPE) || entry.isUnixSymlink()) {
            throw new RefusedPackage("%s is a link or a device. Pack files and directories only.".formatted(path));
        }
        if (entry.isDirectory()) {
            return;
        }
        if (!names.add(path.toLowerCase(Locale.ROOT))) {
            throw new RefusedPackage("%s is in the package twice, small and capital letters aside.".formatted(path));
        }
        if (entry.getGeneralPurposeBit().usesEncryption() || !METHODS.contains(entry.getMethod())) {
            throw new RefusedPackage(
                    "%s is encrypted or packed in an unusual way. Pack it as an ordinary ZIP file.".formatted(path));
        }
        files.put(path, unpack(zip, entry, path));
    }

    private byte[] unpack(ZipFile zip, ZipArchiveEntry entry, String path) throws IOException {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (var input = zip.getInputStream(entry)) {
            for (var count = input.read(buffer); count > 0; count = input.read(buffer)) {
                content.write(buffer, 0, count);
                unpacked += count;
                if (content.size() > MOST_BYTES_OF_FILE) {
                    throw new RefusedPackage(
                            "%s is larger than %d kB, which is the most.".formatted(path, MOST_BYTES_OF_FILE >> 10));
                }
                if (unpacked > MOST_BYTES_IN_ALL) {
                    throw new RefusedPackage("The files of the package are larger than %d MB in all, which is the most."
                            .formatted(MOST_BYTES_IN_ALL >> 20));
                }
            }
        }
        return content.toByteArray();
    }

    private static String path(ZipArchiveEntry entry) {
        var name = entry.getName();
        var path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        var parts = path.split("/", -1);
        var safe = path.length() <= LONGEST_PATH && PLAIN.matcher(path).matches() && parts.length <= DEEPEST;
        for (var part : parts) {
            safe &= !part.isBlank() && !part.equals(".") && !part.equals("..");
        }
        if (!safe) {
            throw new RefusedPackage(
                    "The package has a file with the path \"%s\". Paths are relative, without .., up to %d characters long and %d deep."
                            .formatted(shown(name), LONGEST_PATH, DEEPEST));
        }
        return path;
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), 100)).replaceAll("\\p{Cntrl}", "?");
    }
}
