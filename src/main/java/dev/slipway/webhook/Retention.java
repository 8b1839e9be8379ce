package dev.slipway.webhook;

import dev.slipway.retention.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** Deletes what is too old to be of use, a few rows at a time so that nobody waits for it. */
@ApplicationScoped
public class Retention implements Sweep {

    private static final int BATCH = 1_000;

    private static final String DELETE =
            """
            delete from webhook_delivery where id in (
              select id from webhook_delivery where created_at < ?1 order by created_at limit ?2 for update skip locked)
            """;

    private final EntityManager database;
    private final WebhookConfig config;
    private final Clock clock;

    Retention(EntityManager database, WebhookConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "webhook-retention";
    }

    /** Deletes everything that is too old. What is still to be sent never is. */
    @Override
    public int sweep() {
        var age = config.keep().compareTo(config.retryFor()) > 0 ? config.keep() : config.retryFor();
        var oldest = clock.instant().minus(age);
        return Sweep.inBatches(BATCH, () -> deleteSome(oldest));
    }

    private int deleteSome(Instant oldest) {
        return database.createNativeQuery(DELETE)
                .setParameter(1, oldest)
                .setParameter(2, BATCH)
                .executeUpdate();
    }
}
