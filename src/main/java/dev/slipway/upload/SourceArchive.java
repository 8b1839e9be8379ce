package dev.slipway.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What an archive of source is, by its first bytes: BuildKit unpacks tar, also compressed with gzip, bzip2 or xz
 * (github.com/moby/buildkit, frontend/dockerui/context.go).
 */
enum SourceArchive {
    ZIP("504b0304"),
    GZIP("1f8b08"),
    BZIP2("425a68"),
    XZ("fd377a585a00"),
    TAR("");

    private static final String NONE =
            "The file is no archive, or a damaged one. Pack the source as ZIP, or as tar with gzip, bzip2 or xz.";

    // The first file of an archive begins within it, also with a long name. A hostile one unpacks to more than anybody
    // has.
    private static final int HEAD = 64 * 1024;

    private static final int LONGEST_SIGNATURE = 6;

    /** How it begins, in hexadecimal digits. */
    private final String signature;

    SourceArchive(String signature) {
        this.signature = signature;
    }

    /**
     * What a file is.
     *
     * @throws RefusedUpload if it is no archive of these
     */
    static SourceArchive of(Path file) {
        try {
            var kind = byHead(head(Files.newInputStream(file), LONGEST_SIGNATURE));
            if ((kind == GZIP || kind == BZIP2 || kind == TAR) && !kind.hasFiles(file)) {
                throw new RefusedUpload(NONE);
            }
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceArchive byHead(byte[] head) {
        var digits = HexFormat.of().formatHex(head);
        return Arrays.stream(values())
                .filter(kind -> digits.startsWith(kind.signature))
                .findFirst()
                .orElse(TAR);
    }

    private boolean hasFiles(Path file) {
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(head(unpacked(file), HEAD)))) {
            var first = tar.getNextEntry();
            return first != null && first.isCheckSumOK();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private InputStream unpacked(Path file) throws IOException {
        var content = new BufferedInputStream(Files.newInputStream(file));
        return switch (this) {
            case GZIP -> new GzipCompressorInputStream(content);
            case BZIP2 -> new BZip2CompressorInputStream(content);
            default -> content;
        };
    }

    private static byte[] head(InputStream source, int bytes) throws IOException {
        try (source) {
            return source.readNBytes(bytes);
        }
    }
}
