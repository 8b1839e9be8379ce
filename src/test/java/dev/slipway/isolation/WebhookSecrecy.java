package dev.slipway.isolation;

import static dev.slipway.isolation.Case.unknown;

import dev.slipway.project.Project;
import dev.slipway.testing.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the routes of webhooks are asked for one of the default project, and for something that it has sent. */
record WebhookSecrecy(UUID webhook, long delivery) {

    static final Map<String, String> TYPED =
            Map.of("name", "stolen", "address", "http://127.0.0.1:1/", "event", "ENDED", "edition", "1");

    static WebhookSecrecy create() {
        var webhook = UUID.randomUUID();
        Rows.change(
                """
                insert into webhook
                  (id, project_id, name, address, events, secret, state, edition, created_by, created_at)
                values (?1, ?2, ?3 || 'hook', 'http://127.0.0.1:1/' || ?3, '["ENDED"]', ?3, 'ENABLED', 1, ?3, now())
                """,
                webhook,
                Project.DEFAULT_ID,
                Secrecy.MARK);
        Rows.change(
                """
                insert into webhook_delivery
                  (id, webhook_id, event_id, type, subject, body, created_at, state, attempts, answer)
                values (1, ?1, ?1, 'a.type', ?2, ?2, now(), 'DELIVERED', 1, ?2)
                """,
                webhook,
                Secrecy.MARK);
        return new WebhookSecrecy(webhook, 1);
    }

    List<Case> cases() {
        var all = "/projects/{project}/webhooks";
        var one = all + "/{id}";
        var project = Project.DEFAULT_ID;
        return List.of(
                unknown("GET " + all, project),
                unknown("GET " + all + "/new", project),
                unknown("POST " + all, project).with(TYPED),
                unknown("GET " + one, project, webhook),
                unknown("GET " + one + "/edit", project, webhook),
                unknown("POST " + one + "/edit", project, webhook).with(TYPED),
                unknown("POST " + one + "/state", project, webhook).with(Map.of("enabled", "false")),
                unknown("GET " + one + "/secret", project, webhook),
                unknown("POST " + one + "/secret", project, webhook),
                unknown("POST " + one + "/deliveries", project, webhook),
                unknown("POST " + one + "/deliveries/{delivery}", project, webhook, delivery),
                unknown("GET " + one + "/delete", project, webhook),
                unknown("POST " + one + "/delete", project, webhook));
    }

    /** The same through a project that the stranger administers. */
    List<String> detours(String project) {
        var one = "/projects/%s/webhooks/%s".formatted(project, webhook);
        return List.of(
                one,
                one + "/edit",
                one + "/state",
                one + "/secret",
                one + "/delete",
                one + "/deliveries",
                one + "/deliveries/" + delivery);
    }
}
