package dev.slipway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Says what has changed, to all nodes, right after the commit that changed it. Not with the commit: PostgreSQL lets those
 * who notify commit one after another, and each would wait for the disk alone. What a node could not say any more before
 * it died is found by the others, who look after a while whether what they show is still true: see {@link Announcements}.
 */
@ApplicationScoped
public class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    // Nobody sees this, and where much happens a change costs no transaction more.
    private static final Duration GATHERING = Duration.ofMillis(10);

    // Has nothing to lose, so it waits for no disk, and nobody waits for it.
    private static final String ANNOUNCE =
            """
            select pg_notify('slipway_change', topic)
            from (select set_config('synchronous_commit', 'off', true)) at_once, unnest(?) topic
            """;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final BlockingQueue<String> topics = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::sayUntilInterrupted, "announcer");

    Announcer(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
        thread.setDaemon(true);
    }

    /**
     * Announces a change as soon as the current transaction has committed; with a rollback there was none.
     *
     * @param changed what {@link LiveView#announcement} calls it
     */
    public void announce(String... changed) {
        transaction.registerInterposedSynchronization(new AfterCommit(topics, List.of(changed)));
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    /** After the engine, which has last words of its own. */
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent stopping) throws InterruptedException {
        thread.interrupt();
        thread.join(LAST_WORDS.toMillis());
    }

    private void sayUntilInterrupted() {
        try {
            while (true) {
                say(topics.take());
                Thread.sleep(GATHERING.toMillis());
            }
        } catch (InterruptedException stopped) {
            var last = topics.poll();
            if (last != null) {
                say(last);
            }
        }
    }

    /** Whatever came while the one before was said is said together. */
    private void say(String first) {
        Set<String> together = new HashSet<>();
        together.add(first);
        topics.drainTo(together);
        try (var connection = database.getConnection();
                var announce = connection.prepareStatement(ANNOUNCE)) {
            announce.setArray(1, connection.createArrayOf("text", together.toArray()));
            announce.execute();
        } catch (SQLException | RuntimeException e) {
            // The next changes are to be said all the same.
            LOG.warnf("Pages may show %d changes some seconds late: %s", together.size(), e.getMessage());
        }
    }

    /** Hands over what was changed once it is. */
    private record AfterCommit(BlockingQueue<String> topics, List<String> changed) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing has changed before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                topics.addAll(changed);
            }
        }
    }
}
