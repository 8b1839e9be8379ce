package dev.slipway.tasktype;

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

    static Map<String, Object> starting(UUID version, Optional<UUID> before, boolean created) {
        var memo = new HashMap<String, Object>();
        memo.put("stage", STARTING.name());
        memo.put("version", version.toString());
        memo.put("created", created);
        before.ifPresent(running -> memo.put("before", running.toString()));
        return memo;
    }

    static Map<String, Object> puttingBack(Ticket<?> ticket, String why) {
        var memo = new HashMap<>(ticket.memo());
        memo.put("stage", PUTTING_BACK.name());
        memo.put("why", why);
        return memo;
    }
}
