package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Packaged;
import dev.slipway.testing.SlipwayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The packaged Slipway, as it is started where it is used. */
class PackageIT {

    @Test
    void itsLogIsThatOfQuarkus() throws IOException {
        var data = Path.of("target", "package-it", UUID.randomUUID().toString());
        var slipway = new SlipwayProcess(data);
        try {
            slipway.start();
        } finally {
            slipway.close();
        }

        assertThat(Files.readAllLines(data.resolve("console.log")))
                .anyMatch(line -> line.matches("[-0-9]+ [:,0-9]+ INFO +\\[io\\.quarkus] .*slipway .* started in .*"));
    }

    @Test
    void theArchiveOfClassesSuitsIt() throws IOException, InterruptedException {
        var options = List.of("@deploy/java.options", "-Xshare:on", "-XX:+PrintSharedArchiveAndExit");
        var process = new ProcessBuilder(Packaged.command(options))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("archive is valid");
    }
}
