package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void refusesASecondSlipwayInTheSameDirectory() throws IOException {
        try (var other = OtherSlipway.in(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "The data directory %s is in use by another Slipway: "
                                    + "stop that one or choose another directory with -Dslipway.data-dir=DIR.",
                            temporary);
            assertThat(other.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
        new Cluster(temporary.toRealPath().resolve("cluster"), Database.programs()).stop();
    }

    @Test
    void isFreeAgainOnceItIsClosed() {
        DataDirectory.open(temporary).close();

        DataDirectory.open(temporary).close();
    }

    @Test
    void saysWhatToDoWhereItCannotBeCreated() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Slipway cannot write to its data directory %s/data", file)
                .hasMessageEndingWith("make it writable or choose another with -Dslipway.data-dir=DIR.");
    }

    @Test
    void givesTheSameSecretAgain() {
        try (var directory = DataDirectory.open(temporary)) {
            assertThat(directory.secret("key")).hasSize(43).isEqualTo(directory.secret("key"));
        }
    }
}
