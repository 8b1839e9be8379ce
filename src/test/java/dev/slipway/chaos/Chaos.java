package dev.slipway.chaos;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Breaks one thing after the other, and leaves everything whole. */
final class Chaos {

    private static final List<Fault.Kind> BAG = List.of(
            Fault.Kind.KILL,
            Fault.Kind.KILL,
            Fault.Kind.KILL,
            Fault.Kind.KILL,
            Fault.Kind.KILL_ALL,
            Fault.Kind.PAUSE,
            Fault.Kind.PAUSE,
            Fault.Kind.PAUSE,
            Fault.Kind.BLINK,
            Fault.Kind.CUT,
            Fault.Kind.CUT,
            Fault.Kind.RESTART,
            Fault.Kind.CRASH,
            Fault.Kind.EXHAUST,
            Fault.Kind.LOCK);

    private final Random random;
    private final Settings settings;
    private final Fleet fleet;
    private final Postgres postgres;
    private final Takeovers takeovers;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    Chaos(Random random, Settings settings, Fleet fleet, Postgres postgres) {
        this.random = random;
        this.settings = settings;
        this.fleet = fleet;
        this.postgres = postgres;
        this.takeovers = new Takeovers(postgres);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How long it took until others had the work of each killed node that had some. */
    List<Duration> takeovers() {
        return takeovers.measured();
    }

    /** Breaks something after a while, and puts it right. */
    void strike() throws IOException, InterruptedException, SQLException {
        sleep(200, 4000);
        var kind = BAG.get(random.nextInt(BAG.size()));
        var node = fleet.any(random);
        var from = Instant.now();
        System.out.printf("%s %s %s%n", from, kind, node.name());
        switch (kind) {
            case KILL -> kill(node);
            case KILL_ALL -> killAll();
            case PAUSE -> pause(node, settings.lease().plusMillis(random.nextInt(3000)));
            case BLINK -> pause(node, settings.heartbeat().multipliedBy(1 + random.nextInt(3)));
            case CUT -> postgres.cut(random.nextBoolean() ? node.name() : "node|slipway");
            case RESTART -> postgres.restart("fast", Duration.ofMillis(random.nextInt(5000)));
            case CRASH -> postgres.restart("immediate", Duration.ofMillis(random.nextInt(5000)));
            case EXHAUST -> exhaust();
            case LOCK -> lock();
        }
        faults.add(new Fault(kind, node.name(), from, Instant.now()));
    }

    private void kill(Node node) throws IOException, InterruptedException, SQLException {
        var alone = fleet.nodes().size() == 1;
        var watches = !alone && random.nextInt(3) > 0;
        if (watches) {
            takeovers.watch(node);
        } else {
            node.kill();
            sleep(0, 3000);
        }
        node.start(random.nextInt(3) > 0);
    }

    private void killAll() {
        fleet.nodes().forEach(Node::kill);
        fleet.start();
    }

    private void pause(Node node, Duration length) throws IOException, InterruptedException {
        node.pause();
        try {
            Thread.sleep(length.toMillis());
        } finally {
            node.resume();
        }
    }

    private void exhaust() throws InterruptedException, SQLException {
        var taken = new ArrayList<Connection>();
        var end = Instant.now().plusMillis(1000 + random.nextInt(5000));
        try {
            // What a node lets go is taken at once.
            while (Instant.now().isBefore(end)) {
                take(taken);
                Thread.sleep(20);
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private void take(List<Connection> taken) {
        try {
            taken.add(postgres.connect());
        } catch (SQLException noneLeft) {
            // That is what it is about.
        }
    }

    private void lock() throws InterruptedException, SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table %s in access exclusive mode"
                    .formatted(random.nextBoolean() ? "execution" : "scheduled_tasks"));
            sleep(500, 8000);
            connection.rollback();
        }
    }

    private void sleep(int from, int to) throws InterruptedException {
        Thread.sleep(from + random.nextInt(to - from));
    }
}
