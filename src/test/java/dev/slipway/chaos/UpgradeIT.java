package dev.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first Slipway that could release has left in the middle of it, taken up by this one. */
class UpgradeIT {

    private static final String FIRST_SCHEMA = "8";
    private static final String SHOP = "00000000-0000-0000-0000-000000000001";
    private static final String PAYMENTS = "00000000-0000-0000-0000-000000000002";
    private static final String BROKEN = "00000000-0000-0000-0000-000000000003";

    private final Random random = new Random(0);
    private final Arena arena =
            Arena.of(Path.of("target", "upgrade-it", UUID.randomUUID().toString()), 1, Duration.ofMillis(500));

    @BeforeEach
    void leaveReleasesInTheMiddle() throws IOException, SQLException {
        try (var connection = arena.postgres.connect();
                var statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(arena.postgres.dataSource())
                    .target(FIRST_SCHEMA)
                    .load()
                    .migrate();
            statement.execute(rows().replace("${endpoint}", arena.recorder.address("/ok")));
        }
    }

    @AfterEach
    void close() throws IOException {
        arena.close();
    }

    @Test
    void whatWaitsCanBeDecidedAndWhatRunsGoesOn() throws SQLException {
        arena.fleet.start();

        decide(SHOP, "approve", "agree");
        decide(PAYMENTS, "go", "refuse");
        arena.client.act(random, BROKEN, "retry", Map.of());

        awaitStatus(SHOP, 2);
        awaitStatus(PAYMENTS, 3);
        awaitStatus(BROKEN, 2);
        assertThat(arena.postgres.texts(
                        "select name || ' ' || status || ' ' || attempt from step_run order by execution_id, id"))
                .containsExactly(
                        "create-shop 2 1",
                        "approve 2 1",
                        "settle 2 1",
                        "call 2 1",
                        "left-out 9 0",
                        "check 2 1",
                        "go 3 1",
                        "check 2 2",
                        "after 2 1");
        assertThat(arena.postgres.texts("select message from step_attempt"))
                .containsExactly("GET endpoint answered nothing.");
        assertThat(arena.recorder.calls().stream().map(Recorder.Call::key).map(UpgradeIT::attempt))
                .containsExactlyInAnyOrder("4-1", "6-1", "8-2");
        var findings = new Findings();
        new StateCheck(History.read(arena.postgres, List.of()), arena.postgres, findings).check();
        assertThat(findings.wrong()).isEmpty();
    }

    private void decide(String release, String task, String verdict) {
        var answer = arena.client.act(
                random, release, verdict, Map.of("task_name", task, "approval_type", verdict, "message", ""));

        assertThat(answer.status()).isEqualTo(200);
    }

    private void awaitStatus(String release, int status) {
        await(release)
                .atMost(Duration.ofSeconds(30))
                .until(() -> arena.client.latest(random, release).path("status").asInt() == status);
    }

    private static String attempt(String order) {
        return order.substring(0, order.lastIndexOf('-'));
    }

    private static String rows() throws IOException {
        try (var file = UpgradeIT.class.getResourceAsStream("/upgrade/version-8.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
