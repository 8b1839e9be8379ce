package dev.slipway.execution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who let an execution go on past a failed task, why, and when. */
@Embeddable
public record Waiver(
        @Column(name = "waived_by") String by,
        @Column(name = "waived_because") String reason,
        @Column(name = "waived_at") Instant at) {}
