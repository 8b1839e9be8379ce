package dev.slipway.console;

import dev.slipway.project.Project;
import dev.slipway.testing.Rows;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook that has sent something with every outcome, one that is paused, and one whose receiver is gone. */
record Switchboard(UUID busy, UUID paused, UUID gone) {

    private static final String LONG = "https://hooks.example.com/services/" + "T024BE7LD/".repeat(12);

    /** Fills the default project. */
    static Switchboard open() {
        var room = new Switchboard(webhook("ci", "ENABLED"), webhook("chat", "PAUSED"), webhook("old", "GONE"));
        for (int more = 0; more < 20; more++) {
            room.log("DELIVERED", 1, 204, "");
        }
        room.log("DELIVERED", 2, 200, "{\"ok\": true, \"message\": \"" + "taken".repeat(180) + "\"}");
        room.log("GIVEN_UP", 37, 503, "Out of order");
        room.log("GIVEN_UP", 37, null, "hooks.example.com could not be reached: Connection refused");
        room.log("PENDING", 3, 500, "Not now");
        room.log("PENDING", 0, null, null);
        return room;
    }

    private static UUID webhook(String name, String state) {
        var id = UUID.randomUUID();
        Rows.change(
                """
                insert into webhook (id, project_id, name, address, events, secret, previous_secret, previous_until,
                  state, edition, created_by, created_at)
                values (?1, ?2, ?3, ?4, '["STARTED", "CHECKPOINT", "ENDED"]', 'whsec_AAAA', 'whsec_AAAB',
                  now() + interval '1 day', ?5, 1, 'Ada', now())
                """,
                id,
                Project.DEFAULT_ID,
                name,
                LONG,
                state);
        return id;
    }

    private void log(String state, int attempts, @Nullable Integer status, @Nullable String answer) {
        Rows.change(
                """
                insert into webhook_delivery (id, webhook_id, event_id, type, subject, body, created_at, state, due_at,
                  attempts, attempted_at, duration_ms, status, answer)
                values (nextval('webhook_delivery_seq'), ?1, gen_random_uuid(), 'dev.slipway.checkpoint.waiting',
                  'release-with-a-name-of-some-length/12/approve-go-live', '{}', now(), ?2,
                  case when ?2 = 'PENDING' then now() + interval '1 hour' end, ?3, now(), 412, ?4, ?5)
                """,
                busy,
                state,
                attempts,
                status,
                answer);
    }

    String path() {
        return path(busy);
    }

    private static String path(UUID webhook) {
        return "/projects/0/webhooks/" + webhook;
    }

    /** The pages about them that an admin sees. */
    List<Sight> sights() {
        return List.of(
                Sight.page("webhooks", "/projects/0/webhooks"),
                Sight.page("new webhook", "/projects/0/webhooks/new"),
                Sight.refused("webhook refused", "/projects/0/webhooks/new", "#problems"),
                Sight.page("webhook with a log", path()),
                Sight.page("paused webhook without a log", path(paused)),
                Sight.page("webhook that is gone", path(gone)),
                Sight.page("edit webhook", path() + "/edit"),
                Sight.page("delete webhook", path() + "/delete"),
                Sight.dialog("webhook deletion dialog", path(), "Delete ci"),
                Sight.page("new secret", path() + "/secret"),
                new Sight("secret", path() + "/secret", page -> {
                    page.locator("#rotate-now").click();
                    page.locator("#secret").waitFor();
                }),
                new Sight("answer", path(), page -> page.locator("tbody details summary")
                        .nth(2)
                        .press("Enter")));
    }
}
