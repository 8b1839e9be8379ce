package dev.slipway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/** Hears what the database announces, on a connection of its own: one that listens is lost for a pool. */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final LiveConfig.Database database;
    private final Duration lookAgain;
    private final LiveViews views;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private Duration pause = FIRST_PAUSE;

    Announcements(LiveConfig config, LiveViews views) {
        this.database = config.database();
        this.lookAgain = config.lookAgain();
        this.views = views;
    }

    void start(@Observes StartupEvent started) {
        var thread = new Thread(this::listenUntilStopped, "announcements");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws SQLException {
        stopped.countDown();
        var current = connection;
        if (current != null) {
            // Closing would wait for the thread that listens.
            current.abort(Runnable::run);
        }
    }

    private void listenUntilStopped() {
        try {
            do {
                listen();
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (var current = connect()) {
            connection = current;
            try (var listen = current.createStatement()) {
                listen.execute("listen slipway_change");
            }
            pause = FIRST_PAUSE;
            views.anythingMayHaveChanged();
            hear(current);
        } catch (SQLException e) {
            if (!isStopped()) {
                LOG.warnf("Pages are not live until the database can be listened to again: %s", e.getMessage());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void hear(Connection current) throws SQLException {
        var ear = current.unwrap(PGConnection.class);
        var looked = System.nanoTime();
        while (!isStopped()) {
            var left = lookAgain.toNanos() - (System.nanoTime() - looked);
            if (left <= 0) {
                lookAgain(current);
                looked = System.nanoTime();
                left = lookAgain.toNanos();
            }
            // Zero would be for ever.
            for (var announcement : ear.getNotifications((int) TimeUnit.NANOSECONDS.toMillis(left) + 1)) {
                views.announced(announcement.getParameter());
            }
        }
    }

    /** A node that died between a commit and its announcement is as silent as a connection that a firewall has dropped. */
    private void lookAgain(Connection current) throws SQLException {
        if (!current.isValid(5)) {
            throw new SQLException("the connection is dead");
        }
        views.anythingMayHaveChanged();
    }

    private Connection connect() throws SQLException {
        var settings = new Properties();
        database.username().ifPresent(name -> PGProperty.USER.set(settings, name));
        database.password().ifPresent(password -> PGProperty.PASSWORD.set(settings, password));
        PGProperty.APPLICATION_NAME.set(settings, "slipway announcements");
        PGProperty.TCP_KEEP_ALIVE.set(settings, true);
        PGProperty.LOGIN_TIMEOUT.set(settings, 10);
        var opened = new Driver().connect(database.url(), settings);
        if (opened == null) {
            throw new SQLException("%s is no address of a PostgreSQL".formatted(database.url()));
        }
        return opened;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
