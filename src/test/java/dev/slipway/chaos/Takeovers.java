package dev.slipway.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measures how long the work of a killed node lies idle. */
final class Takeovers {

    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    private final Postgres postgres;
    private final List<Duration> measured = new CopyOnWriteArrayList<>();

    Takeovers(Postgres postgres) {
        this.postgres = postgres;
    }

    List<Duration> measured() {
        return List.copyOf(measured);
    }

    /** Kills a node, and waits until all that it was at is due again or in other hands. */
    void watch(Node node) throws InterruptedException, SQLException {
        node.kill();
        var killed = Instant.now();
        if (left(node) == 0) {
            return;
        }
        while (left(node) > 0) {
            if (Instant.now().isAfter(killed.plus(GIVEN_UP))) {
                throw new AssertionError("Nobody took over what %s was at for %s".formatted(node.name(), GIVEN_UP));
            }
            Thread.sleep(50);
        }
        measured.add(Duration.between(killed, Instant.now()));
    }

    private long left(Node node) throws SQLException {
        return postgres.query(
                        "select (select count(*) from scheduled_tasks where picked_by = '%1$s')".formatted(node.name())
                                + " + (select count(*) from webhook_job where picked_by = '%1$s')"
                                        .formatted(node.name()),
                        row -> row.number(1))
                .get(0);
    }
}
