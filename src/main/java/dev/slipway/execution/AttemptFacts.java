package dev.slipway.execution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt of a task: the present one, or one that is kept beside it. */
@Embeddable
class AttemptFacts {

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String message;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> memo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> output;

    /** What undoing it would need to know. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> undo;

    protected AttemptFacts() {}

    static AttemptFacts none() {
        return new AttemptFacts();
    }

    /** What the attempt reported at its end. */
    void report(@Nullable String said, Map<String, Object> gave, Map<String, Object> undoNeeds) {
        message = said == null ? null : Storable.text(said);
        output = gave.isEmpty() ? null : Storable.values(gave);
        undo = undoNeeds.isEmpty() ? null : Storable.values(undoNeeds);
    }
}
