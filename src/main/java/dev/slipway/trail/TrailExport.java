package dev.slipway.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.audit.AuditEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Writes events to a file while it is read: however many there are, only some hundred are in memory. */
@ApplicationScoped
class TrailExport {

    static final int AT_ONCE = 500;

    private final Trail trail;
    private final ObjectMapper json;

    TrailExport(Trail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    StreamingOutput of(Trail.Scope scope, TrailFilter filter, TrailFormat format) {
        return output -> {
            var writer = new BufferedWriter(new OutputStreamWriter(output, UTF_8));
            writer.write(format.head());
            for (var events = next(scope, filter, List.of()); !events.isEmpty(); events = next(scope, filter, events)) {
                write(events, format, writer);
            }
            writer.flush();
        };
    }

    /** What follows some events, or the first ones; nothing where those were the last. */
    private List<AuditEvent> next(Trail.Scope scope, TrailFilter filter, List<AuditEvent> before) {
        if (before.isEmpty()) {
            return trail.find(scope, filter, null, AT_ONCE);
        }
        return before.size() < AT_ONCE
                ? List.of()
                : trail.find(scope, filter, TrailCursor.at(before.get(before.size() - 1), false), AT_ONCE);
    }

    private void write(List<AuditEvent> events, TrailFormat format, Writer writer) throws IOException {
        for (var event : events) {
            writer.write(format.line(event, json));
        }
        writer.flush();
    }
}
