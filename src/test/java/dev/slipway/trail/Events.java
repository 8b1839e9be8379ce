package dev.slipway.trail;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.testing.Rows;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts events into the trail. */
final class Events {

    private static final String MANY =
            """
            insert into audit_event (id, at, project_id, actor, kind, object_type, object_id, object_name, channel, detail)
            select nextval('audit_event_seq') * 100000 + n, timestamptz '2026-05-01 00:00Z' + n * interval '1 second',
              ?1, 'user-' || n % 7, 'kind_' || n % 5, 'thing', 'id-' || n % 100, 'Thing ' || n % 100, 'CONSOLE',
              jsonb_build_object('no', n)
            from generate_series(1, ?2) n
            """;

    private Events() {}

    static void record(@Nullable String project, String actor, String kind, AuditSubject subject) {
        record(project, actor, kind, subject, Map.of());
    }

    static void record(
            @Nullable String project, String actor, String kind, AuditSubject subject, Map<String, Object> detail) {
        var audit = Arc.container().instance(AuditTrail.class).get();
        QuarkusTransaction.requiringNew().run(() -> audit.record(actor, project, kind, subject, detail));
    }

    static AuditSubject thing(String name) {
        return new AuditSubject("thing", "id-" + name, name);
    }

    /** As many as would be too slow to record one by one; number n is n seconds after May began. */
    static void many(String project, int count) {
        Rows.change(MANY, project, count);
    }
}
