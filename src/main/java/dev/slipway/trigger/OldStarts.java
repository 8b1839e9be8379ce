package dev.slipway.trigger;

import dev.slipway.retention.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** Deletes what came of due times long ago, a few rows at a time so that nobody waits for it. */
@ApplicationScoped
public class OldStarts implements Sweep {

    private static final int BATCH = 1_000;

    private static final String DELETE =
            """
            delete from trigger_start where id in (
              select id from trigger_start where recorded_at < ?1 order by recorded_at limit ?2 for update skip locked)
            """;

    private final EntityManager database;
    private final TriggerConfig config;
    private final Clock clock;

    OldStarts(EntityManager database, TriggerConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "trigger-retention";
    }

    /** Deletes everything that is too old. What is due next is known to the policy, not to its history. */
    @Override
    public int sweep() {
        var oldest = clock.instant().minus(config.keep());
        return Sweep.inBatches(BATCH, () -> deleteSome(oldest));
    }

    private int deleteSome(Instant oldest) {
        return database.createNativeQuery(DELETE)
                .setParameter(1, oldest)
                .setParameter(2, BATCH)
                .executeUpdate();
    }
}
