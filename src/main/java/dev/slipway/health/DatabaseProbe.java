package dev.slipway.health;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database whether it is there, one question at a time and on a thread of its own: whoever wants to know waits for
 * a moment only, even if the database never answers.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int SECONDS_TO_ANSWER = 5;

    private final AgroalDataSource database;
    private final Flyway flyway;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(DatabaseProbe::daemon);
    private @Nullable CompletableFuture<Seen> question;
    private volatile long troubleAt = System.nanoTime();
    // These two are the asker's own.
    private boolean answered = true;
    private boolean upToDate;

    DatabaseProbe(AgroalDataSource database, Flyway flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    /**
     * What was seen of the database.
     *
     * @param answers whether it answers
     * @param upToDate whether it has every migration that this Slipway knows, and perhaps those of a newer one
     */
    public record Seen(boolean answers, boolean upToDate, long nanos) {

        static Seen nothing() {
            return new Seen(false, false, System.nanoTime());
        }

        boolean isOld() {
            return System.nanoTime() - nanos > FRESH.toNanos();
        }
    }

    /** What there is to see now, or was a second ago; after two seconds without an answer, nothing. */
    public Seen look() {
        var seen = ask().copy()
                .completeOnTimeout(Seen.nothing(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (!seen.answers()) {
            troubleAt = System.nanoTime();
        }
        return seen;
    }

    /** For how long the database has answered everybody who looked; since the start at most. */
    public Duration answering() {
        return Duration.ofNanos(System.nanoTime() - troubleAt);
    }

    void stop(@Observes ShutdownEvent stopping) {
        asker.shutdownNow();
    }

    private synchronized CompletableFuture<Seen> ask() {
        var asked = question;
        if (asked == null || (asked.isDone() && asked.join().isOld())) {
            asked = CompletableFuture.supplyAsync(this::see, asker);
            question = asked;
        }
        return asked;
    }

    private Seen see() {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("the connection is dead");
            }
            // Migrations are never undone, so nobody has to look for them again.
            upToDate = upToDate || flyway.info().pending().length == 0;
            tell(true, "The database answers again");
            return new Seen(true, upToDate, System.nanoTime());
        } catch (SQLException | RuntimeException e) {
            tell(false, "The database does not answer: " + e.getMessage());
            return Seen.nothing();
        }
    }

    /** Says it once: somebody looks every few seconds. */
    private void tell(boolean answers, String what) {
        if (answers != answered) {
            LOG.warn(what);
        }
        answered = answers;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "database probe");
        thread.setDaemon(true);
        return thread;
    }
}
