package dev.slipway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, in the transaction of the deed. */
@ApplicationScoped
public class AuditTrail {

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records a deed; it is kept only if the caller's transaction commits.
     *
     * @param actor the user name, or {@code slipway} where the engine acted
     * @param projectId null where the deed belongs to no project, such as signing in
     * @param kind past tense in snake case: {@code release_task_executed}
     * @param detail what else is worth knowing, without secrets; becomes JSON
     */
    @Transactional(TxType.MANDATORY)
    public void record(
            String actor, @Nullable String projectId, String kind, AuditSubject subject, Map<String, Object> detail) {
        new AuditEvent(clock.instant(), actor, kind, subject, detail)
                .in(projectId)
                .persist();
    }
}
