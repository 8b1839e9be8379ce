package dev.slipway.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.audit.AuditEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an exported trail is written. */
enum TrailFormat {
    /** RFC 4180, one event per record. */
    CSV("text/csv; charset=utf-8; header=present") {
        @Override
        String head() {
            return Csv.line(List.of(
                    "time",
                    "person",
                    "action",
                    "object_type",
                    "object_id",
                    "object_name",
                    "channel",
                    "address",
                    "detail"));
        }

        @Override
        String line(AuditEvent event, ObjectMapper json) throws JsonProcessingException {
            var subject = event.subject();
            return Csv.line(List.of(
                    event.at().toString(),
                    event.actor(),
                    event.kind(),
                    subject.type(),
                    subject.id(),
                    subject.name(),
                    lower(event.origin().channel()),
                    orEmpty(event.origin().address()),
                    json.writeValueAsString(event.detail())));
        }
    },
    /** One JSON object per line. */
    JSONL("application/jsonl; charset=utf-8") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(AuditEvent event, ObjectMapper json) throws JsonProcessingException {
            var subject = event.subject();
            var line = new LinkedHashMap<String, Object>();
            line.put("time", event.at().toString());
            line.put("person", event.actor());
            line.put("action", event.kind());
            line.put("object", Map.of("type", subject.type(), "id", subject.id(), "name", subject.name()));
            line.put("channel", lower(event.origin().channel()));
            line.put("address", orEmpty(event.origin().address()));
            line.put("detail", event.detail());
            return json.writeValueAsString(line) + "\n";
        }
    };

    private final String mediaType;

    TrailFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format that an address names, by its file extension. */
    static Optional<TrailFormat> named(@Nullable String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }

    String key() {
        return lower(this);
    }

    String mediaType() {
        return mediaType;
    }

    /** What stands before the first event. */
    abstract String head();

    /** One event. */
    abstract String line(AuditEvent event, ObjectMapper json) throws JsonProcessingException;

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
