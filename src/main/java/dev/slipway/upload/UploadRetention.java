package dev.slipway.upload;

import dev.slipway.retention.Sweep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Deletes uploads that no task and no draft names any more and no build has used for a while. */
@ApplicationScoped
public class UploadRetention implements Sweep {

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
    private final Clock clock;

    UploadRetention(EntityManager database, UploadConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "upload-retention";
    }

    @Override
    public int sweep() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(DELETE)
                .setParameter(1, clock.instant().minus(config.keep()))
                .executeUpdate());
    }
}
