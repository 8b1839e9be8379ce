package dev.slipway.execution;

import dev.slipway.live.Announcer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The logs of attempts, line by line. */
@ApplicationScoped
public class StepLog {

    // The number is given by the insert itself; a second writer of the same line fails on the primary key.
    private static final String APPEND =
            """
            insert into step_log (step_run_id, attempt, line_no, at, text)
            select ?1, ?2, ?3 + line.no, ?4, line.text
            from unnest(cast(?5 as text[])) with ordinality as line(text, no)
            """;

    private static final String READ =
            """
            select line_no, at, text from step_log
            where step_run_id = ?1 and attempt = ?2 and line_no > ?3 order by line_no limit ?4
            """;

    private final EntityManager entities;
    private final Announcer announcer;
    private final Clock clock;

    StepLog(EntityManager entities, Announcer announcer, Clock clock) {
        this.entities = entities;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** One line; numbers start with 1 and have no gaps. */
    public record Line(long no, Instant at, String text) {}

    /** How many lines an attempt has written. */
    @Transactional
    public long lines(long stepRun, int attempt) {
        return ((Number) entities.createNativeQuery(
                                "select coalesce(max(line_no), 0) from step_log where step_run_id = ?1 and attempt = ?2")
                        .setParameter(1, stepRun)
                        .setParameter(2, attempt)
                        .getSingleResult())
                .longValue();
    }

    /** Adds lines after the last one. */
    @Transactional
    public void append(long stepRun, int attempt, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        entities.createNativeQuery(APPEND)
                .setParameter(1, stepRun)
                .setParameter(2, attempt)
                .setParameter(3, lines(stepRun, attempt))
                .setParameter(4, clock.instant())
                .setParameter(5, lines.stream().map(Storable::text).toArray(String[]::new))
                .executeUpdate();
        announcer.announce("log:" + stepRun);
    }

    /** The lines after number {@code after}, in order, at most {@code limit} of them. */
    @Transactional
    public List<Line> read(long stepRun, int attempt, long after, int limit) {
        return entities.unwrap(Session.class)
                .createNativeQuery(READ, Line.class)
                .setParameter(1, stepRun)
                .setParameter(2, attempt)
                .setParameter(3, after)
                .setParameter(4, limit)
                .getResultList();
    }
}
