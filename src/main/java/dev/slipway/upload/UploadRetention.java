package dev.slipway.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes uploads that no task and no draft names any more and no build has used for a while. Any node may, at any time. */
@ApplicationScoped
public class UploadRetention {

    private static final Logger LOG = Logger.getLogger(UploadRetention.class);

    private static final long EVERY_MILLIS = Duration.ofHours(1).toMillis();

    private static final String DELETE =
            """
            delete from upload u where u.used_at < ?1
              and not exists (
                select 1 from step s join release_task r on r.id = s.release_task_id
                where s.input #>> '{kubernetes,upload}' = u.reference and r.project_id = u.project_id)
              and not exists (
                select 1 from draft d where d.project_id = u.project_id and jsonb_path_exists(
                  d.definition, '$.phases[*].groups[*].tasks[*].input.kubernetes.upload ? (@ == $wanted)',
                  jsonb_build_object('wanted', u.reference)))
            """;

    private final EntityManager database;
    private final UploadConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private long timer = -1;

    UploadRetention(EntityManager database, UploadConfig config, Vertx vertx, Clock clock) {
        this.database = database;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> vertx.executeBlocking(this::sweep)
                .onFailure(problem -> LOG.warnf(
                        "Old uploads could not be deleted; the next try is in an hour: %s", problem.getMessage())));
    }

    /** Deletes what nobody needs any more, and says how many. */
    public int sweep() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(DELETE)
                .setParameter(1, clock.instant().minus(config.keep()))
                .executeUpdate());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
