package dev.slipway.archive;

import dev.slipway.retention.Sweep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Moves executions to files that ended long ago: first the file is written, and some time later, when nobody can be in
 * the middle of reading them, the rows are deleted.
 */
@ApplicationScoped
public class Archiving implements Sweep {

    private static final Logger LOG = Logger.getLogger(Archiving.class);

    private static final int BATCH = 100;
    private static final Duration UNTIL_NOBODY_READS_THEM = Duration.ofMinutes(10);
    private static final Duration BROUGHT_BACK_FOR = Duration.ofDays(1);

    private static final String OLD =
            """
            select e.id from execution e join release_task r on r.id = e.release_task_id
            where e.archived_at is null and e.ended_at < ?1 and e.id is distinct from r.latest_execution_id
              and e.no <= (select max(n.no) from execution n where n.release_task_id = e.release_task_id) - ?2
              and (e.brought_back_at is null or e.brought_back_at < ?3)
            order by e.ended_at, e.id limit ?4
            """;

    private static final String EMPTY =
            """
            with written as (
              select id from execution where archived_at < ?1 and not emptied
              order by archived_at limit ?2 for update skip locked),
            gone as (delete from step_run where execution_id in (select id from written))
            update execution set emptied = true where id in (select id from written)
            """;

    private final Archive archive;
    private final EntityManager database;
    private final ArchiveConfig config;
    private final Clock clock;

    Archiving(Archive archive, EntityManager database, ArchiveConfig config, Clock clock) {
        this.archive = archive;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "archive";
    }

    /** Archives all that is old enough, if there is a directory for it, and empties what was archived before. */
    @Override
    public int sweep() {
        Sweep.inBatches(BATCH, () -> empty(clock.instant()));
        return config.directory().map(this::archive).orElse(0);
    }

    private int empty(Instant now) {
        return database.createNativeQuery(EMPTY)
                .setParameter(1, now.minus(UNTIL_NOBODY_READS_THEM))
                .setParameter(2, BATCH)
                .executeUpdate();
    }

    private int archive(Path directory) {
        var archived = 0;
        for (var old = old(); !old.isEmpty(); old = old()) {
            old.forEach(execution -> archive.write(execution, directory));
            archived += old.size();
        }
        if (archived > 0) {
            LOG.infof("%d executions were archived to %s", archived, directory.toAbsolutePath());
        }
        return archived;
    }

    private List<Long> old() {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class)
                .createNativeQuery(OLD, Long.class)
                .setParameter(1, now.minus(config.after()))
                .setParameter(2, config.keep())
                .setParameter(3, now.minus(BROUGHT_BACK_FOR))
                .setParameter(4, BATCH)
                .getResultList());
    }
}
