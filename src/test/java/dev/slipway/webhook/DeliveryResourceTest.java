package dev.slipway.webhook;

import static dev.slipway.testing.Answers.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.testing.Database;
import dev.slipway.testing.Rows;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DeliveryResourceTest extends WithReceiver {

    @Test
    void nothingIsSentWhileItIsPaused() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.test(webhook);
        await().until(() -> keeper.newest(webhook, "Status").startsWith("Delivered"));

        keeper.enable(webhook, false);
        Rows.change("update webhook_delivery set state = 'PENDING', due_at = now()");

        assertThat(keeper.page(webhook).select("#send-test, tbody form")).isEmpty();
        keeper.browser().post(webhook.path() + "/deliveries", Map.of()).then().statusCode(409);
        assertThat(receiver.messages()).hasSize(1);
        keeper.enable(webhook, true);
        assertThat(receiver.awaitMessages(2).get(1).header("webhook-id"))
                .isEqualTo(receiver.messages().get(0).header("webhook-id"));
    }

    @Test
    void sendsAgainWhatSomebodyWantsAgain() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.test(webhook);
        receiver.awaitMessages(1);
        await().until(() -> keeper.newest(webhook, "Status").startsWith("Delivered"));
        var resend = keeper.page(webhook).expectFirst("tbody form").attr("action");

        assertThat(redirect(keeper.browser().post(resend, Map.of()))).isEqualTo(webhook.path() + "#log");

        var messages = receiver.awaitMessages(2);
        assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
        assertThat(messages.get(1).header("webhook-id"))
                .isEqualTo(messages.get(0).header("webhook-id"));
        assertThat(keeper.page(webhook).select("tbody tr")).hasSize(2);
        keeper.browser()
                .post(webhook.path() + "/deliveries/999999999", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void whatWaitsToBeTriedAgainIsSentAtOnce() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.test(webhook);
        await().until(() -> keeper.newest(webhook, "Status").startsWith("Delivered"));
        Rows.change("update webhook_delivery set state = 'PENDING', due_at = now() + interval '1 hour'");
        var resend = keeper.page(webhook).expectFirst("tbody form").attr("action");

        keeper.browser().post(resend, Map.of()).then().statusCode(303);

        receiver.awaitMessages(2);
        await().until(() -> keeper.newest(webhook, "Status").startsWith("Delivered"));
        assertThat(keeper.page(webhook).select("tbody tr")).hasSize(1);
        assertThat(keeper.newest(webhook, "Attempts")).startsWith("2");
    }

    @Test
    void theLogGoesOnPageByPage() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.enable(webhook, false);
        fill(webhook, 45);

        var first = keeper.page(webhook);
        var second = keeper.browser().page(first.expectFirst("#next").attr("href"), 200);
        var third = keeper.browser().page(second.expectFirst("#next").attr("href"), 200);

        assertThat(first.select("tbody th .table__note").eachText().get(0)).isEqualTo("no 45");
        assertThat(second.select("tbody tr")).hasSize(20);
        assertThat(third.select("tbody tr")).hasSize(5);
        assertThat(third.select("tbody th .table__note").eachText().get(4)).isEqualTo("no 1");
        assertThat(third.select("#next")).isEmpty();
        assertThat(third.expectFirst("#previous").attr("href")).isEqualTo(webhook.path());
        keeper.browser().page(webhook.path() + "?before=nonsense", 200);
    }

    @Test
    void whatIsOldIsDeleted() {
        var webhook = keeper.create("ci", receiver.address());
        keeper.enable(webhook, false);
        fill(webhook, 2_500);
        Rows.change("update webhook_delivery set created_at = now() - interval '31 days' where subject <> 'no 1'");

        Arc.container().instance(Retention.class).get().sweep();

        assertThat(Rows.values("select subject from webhook_delivery")).isEqualTo(List.of("no 1"));
    }

    private static void fill(Keeper.Made webhook, int count) {
        Rows.change(
                """
                insert into webhook_delivery
                  (id, webhook_id, event_id, type, subject, body, created_at, state, attempts)
                select no, ?1, gen_random_uuid(), 'a.type', 'no ' || no, '{}', now() - make_interval(secs => ?2 - no / 2),
                  'DELIVERED', 1
                from generate_series(1, ?2) no
                """,
                UUID.fromString(webhook.path().replaceFirst(".*/", "")),
                count);
    }
}
