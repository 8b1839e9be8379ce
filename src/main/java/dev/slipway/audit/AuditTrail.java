package dev.slipway.audit;

import static dev.slipway.sql.RoundTrip.each;

import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, in the transaction of the deed. */
@ApplicationScoped
public class AuditTrail {

    /** The actor where nobody but Slipway itself acts; no user may be called so. */
    public static final String SLIPWAY = "slipway";

    // The sequence gives the first of 50 ids, all of which entities use (pooled-lo); here it is the only one.
    private static final String RECORD =
            """
            insert into audit_event
              (id, at, project_id, actor, kind, object_type, object_id, object_name, detail, channel, address)
            select nextval('audit_event_seq'), ?, project_id, actor, kind, object_type, object_id, object_name, detail::jsonb, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as deed (project_id, actor, kind, object_type, object_id, object_name, detail)
            """;

    private final Clock clock;
    private final Origins origins;

    AuditTrail(Clock clock, Origins origins) {
        this.clock = clock;
        this.origins = origins;
    }

    /**
     * Records a deed; it is kept only if the caller's transaction commits.
     *
     * <p>From where it was done comes with it, see {@link Origins}.
     *
     * @param actor the user name, or {@link #SLIPWAY}
     * @param projectId null where the deed belongs to no project, such as signing in
     * @param kind past tense in snake case: {@code release_task_executed}
     * @param detail what else is worth knowing, without secrets; becomes JSON. A value that changed is a {@link Change}
     */
    @Transactional(TxType.MANDATORY)
    public void record(
            String actor, @Nullable String projectId, String kind, AuditSubject subject, Map<String, Object> detail) {
        new AuditEvent(clock.instant(), actor, kind, subject, detail)
                .in(projectId)
                .from(origins.current())
                .persist();
    }

    /**
     * What somebody did in a project.
     *
     * @param actor the user name, or {@link #SLIPWAY}
     * @param kind past tense in snake case
     * @param detail what else is worth knowing, without secrets
     */
    public record Deed(String actor, String projectId, String kind, AuditSubject subject, Map<String, Object> detail) {}

    /** The same for several deeds, in their order: as a statement of a round trip. */
    public void record(RoundTrip trip, List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        var origin = origins.current();
        trip.change(
                RECORD,
                clock.instant(),
                origin.channel().name(),
                origin.address(),
                each(deeds, Deed::projectId, String[]::new),
                each(deeds, Deed::actor, String[]::new),
                each(deeds, Deed::kind, String[]::new),
                each(deeds, deed -> deed.subject().type(), String[]::new),
                each(deeds, deed -> deed.subject().id(), String[]::new),
                each(deeds, deed -> deed.subject().name(), String[]::new),
                each(deeds, deed -> Json.text(deed.detail()), String[]::new));
    }
}
