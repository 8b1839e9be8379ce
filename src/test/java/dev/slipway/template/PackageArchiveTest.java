package dev.slipway.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageArchiveTest {

    @Test
    void readsFilesAndNoDirectories() {
        var archive = new Zip().add("a/", "").add("a/b.txt", "text").bytes();

        assertThat(PackageArchive.read(archive)).containsOnlyKeys("a/b.txt");
    }

    @Test
    void refusesPathsThatLeadOut() {
        for (var path : new String[] {
            "../x",
            "a/../../x",
            "/etc/passwd",
            "a//b",
            "./a",
            "C:/x",
            "a\\..\\b",
            "a/\u0000b",
            "a/ /b",
            "a".repeat(300),
            "a/".repeat(11) + "b",
            "..",
            "a/..",
            "a\nb"
        }) {
            assertRefused(new Zip().add(path, "x").bytes(), "has a file with the path");
        }
    }

    @Test
    void refusesLinksAndDevices() {
        for (var mode : new int[] {0120777, 0020666, 0060660, 0010644, 0140755}) {
            var archive = new Zip().add("link", "/etc/passwd".getBytes(UTF_8), mode);

            assertRefused(archive.bytes(), "link is a link or a device");
        }
    }

    @Test
    void refusesBombs() {
        var one = new Zip().add("zeros", new byte[50_000_000], 0100644).bytes();
        var many = new Zip();
        for (int no = 0; no < 20; no++) {
            many.add("zeros-" + no, new byte[500_000], 0100644);
        }

        assertThat(one.length).isLessThan(100_000);
        assertRefused(one, "zeros is larger than 512 kB");
        assertRefused(many.bytes(), "larger than 5 MB in all");
    }

    @Test
    void refusesTooManyFilesAndTooLargeArchives() {
        var many = new Zip();
        for (int no = 0; no <= PackageArchive.MOST_FILES; no++) {
            many.add("file-" + no, "");
        }

        assertRefused(many.bytes(), "more than 1,000 files");
        assertRefused(new byte[PackageArchive.MOST_BYTES + 1], "larger than 5 MB");
    }

    @Test
    void refusesTheSamePathTwice() {
        assertRefused(new Zip().add("a/App.yaml", "x").add("a/app.yaml", "y").bytes(), "twice");
    }

    @Test
    void refusesWhatIsNoArchive() {
        for (var bytes : new byte[][] {{}, {1}, "PK".getBytes(UTF_8)}) {
            assertRefused(bytes, "no ZIP archive");
        }
        assertRefused(Zip.of(Map.of()), "has no files");
    }

    /** Methods have their numbers in APPNOTE 4.4.5: 12 is bzip2, 93 Zstandard, 95 xz. */
    @ParameterizedTest
    @ValueSource(bytes = {12, 93, 95})
    void refusesWhatIsPackedInAnUnusualWay(byte method) {
        var bytes = Zip.of(Map.of("app.yaml", "x"));
        for (int at = 0; at < bytes.length - 4; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3) {
                bytes[at + 8] = method;
            } else if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1) {
                bytes[at + 10] = method;
            }
        }

        assertRefused(bytes, "app.yaml is encrypted or packed in an unusual way");
    }

    @Property(tries = 300)
    void randomBytesAreRefused(@ForAll @Size(max = 2_000) byte[] bytes) {
        assertThat(catchThrowable(() -> PackageArchive.read(bytes))).isInstanceOf(RefusedPackage.class);
    }

    @Property(tries = 500)
    void damagedPackagesAreReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int damages) {
        var bytes = Zip.of(Zip.SMALL);
        var random = new Random(seed);
        for (int no = 0; no < damages; no++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }

        var problem = catchThrowable(() -> PackageReader.read(PackageArchive.read(bytes), "0"));

        assertThat(problem == null || problem instanceof RefusedPackage)
                .as("%s", problem)
                .isTrue();
    }

    private static void assertRefused(byte[] archive, String why) {
        assertThatThrownBy(() -> PackageArchive.read(archive))
                .isInstanceOf(RefusedPackage.class)
                .hasMessageContaining(why);
    }
}
