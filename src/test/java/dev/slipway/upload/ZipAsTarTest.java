package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipAsTarTest {

    private static final int LINK = 0120777;

    @TempDir
    Path directory;

    @Test
    void keepsNamesModesLinksAndContents() throws Exception {
        var longName = "server/" + "a".repeat(120) + "/ü.txt";
        var zip = zip(out -> {
            add(out, "mvnw", 0100755, "#!/bin/sh");
            add(out, "Dockerfile", 0, "FROM scratch");
            add(out, "server/", 0, "");
            add(out, "current", LINK, "server");
            add(out, longName, 0100600, "deep");
        });

        var packed = pack(zip);

        assertThat(packed)
                .containsExactly(
                        "mvnw 755 #!/bin/sh",
                        "Dockerfile 644 FROM scratch",
                        "server/ 755 ",
                        "current -> server",
                        longName + " 600 deep");
        assertThat(SourceArchive.of(zip)).isEqualTo(SourceArchive.ZIP);
        assertThat(SourceArchive.of(directory.resolve("packed"))).isEqualTo(SourceArchive.GZIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/etc/passwd", "a/../../b", "a//b"})
    void refusesPathsThatLeadElsewhere(String path) throws Exception {
        var zip = zip(out -> add(out, path, 0, "x"));

        assertThatThrownBy(() -> pack(zip)).isInstanceOf(RefusedUpload.class).hasMessageContaining("path");
    }

    @Test
    void refusesADamagedOne() throws Exception {
        var zip = zip(out -> add(out, "Dockerfile", 0, "FROM scratch".repeat(100)));
        var bytes = Files.readAllBytes(zip);
        bytes[60] ^= 1;
        Files.write(zip, bytes);

        assertThatThrownBy(() -> pack(zip)).isInstanceOf(RefusedUpload.class).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "PK", "BZh9 no", "\u001f\u008b\u0008 no"})
    void refusesWhatIsNoArchive(String content) throws Exception {
        var file = Files.write(directory.resolve("file"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SourceArchive.of(file)).isInstanceOf(RefusedUpload.class);
    }

    @Test
    void refusesWhatIsCompressedButNoArchive() throws Exception {
        var file = directory.resolve("file");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("hello".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }

        assertThatThrownBy(() -> SourceArchive.of(file)).isInstanceOf(RefusedUpload.class);
    }

    private interface Filling {

        void of(ZipArchiveOutputStream out) throws IOException;
    }

    private Path zip(Filling filling) throws IOException {
        var zip = directory.resolve("source.zip");
        try (var out = new ZipArchiveOutputStream(zip)) {
            filling.of(out);
        }
        return zip;
    }

    private static void add(ZipArchiveOutputStream out, String path, int mode, String content) throws IOException {
        var entry = new ZipArchiveEntry(path);
        if (mode != 0) {
            entry.setUnixMode(mode);
        }
        out.putArchiveEntry(entry);
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }

    private List<String> pack(Path zip) throws IOException {
        var file = directory.resolve("packed");
        ZipAsTar.pack(zip, file);
        var found = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                found.add(said(entry, new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    private static String said(TarArchiveEntry entry, String content) {
        return entry.isSymbolicLink()
                ? entry.getName() + " -> " + entry.getLinkName()
                : "%s %o %s".formatted(entry.getName(), entry.getMode() & 07777, content);
    }
}
