package dev.slipway.tasktype;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far a deployment is, and what it remembers there. */
enum Stage {
    BEGIN,
    STARTING,
    PUTTING_BACK;

    static Stage of(Ticket<?> ticket) {
        return ticket.remembered("stage")
                .map(stage -> valueOf(stage.toString()))
                .orElse(BEGIN);
    }

    /** When the version that is started must be healthy. */
    static Instant deadline(Ticket<?> ticket) {
        return Instant.parse(ticket.remembered("deadline").orElseThrow().toString());
    }

    static Map<String, Object> starting(UUID version, Optional<UUID> before, boolean created, Instant deadline) {
        var memo = new HashMap<String, Object>();
        memo.put("stage", STARTING.name());
        memo.put("version", version.toString());
        memo.put("deadline", deadline.toString());
        memo.put("created", created);
        before.ifPresent(running -> memo.put("before", running.toString()));
        return memo;
    }

    static Map<String, Object> puttingBack(Ticket<?> ticket, String why, Instant deadline) {
        var memo = new HashMap<>(ticket.memo());
        memo.put("stage", PUTTING_BACK.name());
        memo.put("why", why);
        memo.put("deadline", deadline.toString());
        return memo;
    }
}
