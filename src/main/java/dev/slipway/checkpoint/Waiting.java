package dev.slipway.checkpoint;

import static dev.slipway.execution.Status.TO_BE_APPROVED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits for a decision in a project. Both looks read the index of phases in which anything does, however long the history is. */
@ApplicationScoped
class Waiting {

    // Of the text that identifies a question, so that equal inboxes have equal versions; 48 bits, which a script can
    // count.
    private static final String TALLY =
            """
            select count(*), 1 + (coalesce(bit_xor(hashtextextended(s.id || '/' || s.attempt, 0)), 0) & 281474976710655)
            from phase_run p
            join step_run s on s.execution_id = p.execution_id and s.phase_index = p.phase_index
            join execution e on e.id = p.execution_id
            where p.waiting > 0 and s.status = 5 and e.project_id = ?1
            """;

    private static final String LONGEST_FIRST =
            """
            select s.id, s.name, s.displayName, s.taskType, s.facts.startedAt, e.releaseTaskId, e.releaseName, e.no
            from PhaseRun p
            join StepRun s on s.executionId = p.key.executionId and s.phaseIndex = p.key.index
            join Execution e on e.id = p.key.executionId
            where p.waiting > 0 and s.status = ?1 and e.projectId = ?2
            order by s.facts.startedAt, s.id
            """;

    private final EntityManager entities;

    Waiting(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How much waits.
     *
     * @param version the same as long as the same waits
     */
    record Tally(long count, long version) {

        static final Tally NOTHING = new Tally(0, 1);

        /** Has the version that nothing else has, so that a live view catches up. */
        static final Tally UNKNOWN = new Tally(0, 0);
    }

    /** A task that waits. */
    record Row(
            long stepRun,
            String name,
            String title,
            String taskType,
            Instant since,
            UUID releaseId,
            String release,
            int executionNo) {}

    /** How much waits in a project; every page asks this. */
    @Transactional
    Tally tally(String projectId) {
        var found = (Object[]) entities.createNativeQuery(TALLY, Object[].class)
                .setParameter(1, projectId)
                .getSingleResult();
        return new Tally(((Number) found[0]).longValue(), ((Number) found[1]).longValue());
    }

    /** What waits in a project, the longest first. */
    @Transactional
    List<Row> longestFirst(String projectId, int limit) {
        return entities.createQuery(LONGEST_FIRST, Row.class)
                .setParameter(1, TO_BE_APPROVED)
                .setParameter(2, projectId)
                .setMaxResults(limit)
                .getResultList();
    }
}
