package dev.slipway.webhook;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a webhook does when its receiver is in trouble. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TroubleTest extends WithReceiver {

    @Test
    void triesAgainUntilTheReceiverTakesIt() {
        var webhook = keeper.create("ci", receiver.address());
        receiver.answers(500, "Out of order").answers(429, "x".repeat(5_000)).answers(201, "Taken");

        keeper.test(webhook);

        var messages = receiver.awaitMessages(3);
        await().until(() -> keeper.newest(webhook, "Status").startsWith("Delivered"));
        assertThat(keeper.newest(webhook, "Status")).isEqualTo("Delivered status 201");
        assertThat(keeper.newest(webhook, "Attempts")).startsWith("3");
        assertThat(keeper.newest(webhook, "Next attempt")).isEqualTo("None");
        assertThat(keeper.newestAnswer(webhook)).isEqualTo("Taken");
        assertThat(messages.stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(messages).allMatch(message -> message.isSignedBy(webhook.secret()));
    }

    @Test
    void keepsTheBeginningOfTheAnswerAndSaysWhenItTriesAgain() {
        var webhook = keeper.create("ci", receiver.address());
        IntStream.range(0, 9).forEach(no -> receiver.answers(503, "é\0".repeat(5_000)));

        keeper.test(webhook);

        await().until(() -> keeper.newest(webhook, "Status").startsWith("To be tried again status 503"));
        assertThat((String) Rows.values("select answer from webhook_delivery").get(0))
                .isEqualTo("é\uFFFD".repeat(500));
        assertThat(keeper.newest(webhook, "Next attempt")).endsWith("UTC");
        assertThat(keeper.newest(webhook, "Attempts")).matches("\\d+ the last took \\d\\.\\d s");
    }

    @Test
    void givesUpAfterADay() {
        var webhook = keeper.create("ci", receiver.address());
        IntStream.range(0, 100).forEach(no -> receiver.answers(500, "Out of order"));
        keeper.test(webhook);
        receiver.awaitMessages(1);

        Rows.change("update webhook_delivery set created_at = created_at - interval '24 hours'");

        await().until(() -> keeper.newest(webhook, "Status").equals("Given up status 500"));
        assertThat(keeper.newest(webhook, "Next attempt")).isEqualTo("None");
    }

    @Test
    void isDisabledByAReceiverThatWantsNothingAnyMore() {
        var webhook = keeper.create("ci", receiver.address());
        receiver.answers(410, "Gone");

        keeper.test(webhook);

        await().until(() ->
                keeper.page(webhook).select(".page-head .status").text().equals("Disabled: gone"));
        assertThat(keeper.newest(webhook, "Status")).isEqualTo("Given up status 410");
        assertThat(Rows.audited("webhook_disabled")).isOne();
        keeper.browser().post(webhook.path() + "/deliveries", Map.of()).then().statusCode(409);
        Releaser.end(Releaser.execute(aRelease("untold")));
        assertThat(receiver.messages()).hasSize(1);
        keeper.enable(webhook, true);
        Releaser.end(Releaser.execute(aRelease("told")));
        receiver.awaitMessages(3);
        assertThat(receiver.types()).containsExactly("webhook.test", "execution.started", "execution.ended");
    }

    @Test
    void neverFollowsARedirect() {
        var webhook = keeper.create("ci", receiver.address());
        receiver.redirects("/elsewhere");

        keeper.test(webhook);

        receiver.awaitMessages(2);
        await().until(() -> keeper.newest(webhook, "Status").equals("Delivered status 204"));
        assertThat(receiver.messages()).allMatch(message -> message.path().equals("/hook?a=b"));
        assertThat(keeper.newest(webhook, "Attempts")).startsWith("2");
    }

    @Test
    void callsNoInternalAddressWhateverItWasWhenSomebodyEnteredIt() {
        var webhook = keeper.create("ci", receiver.address());
        Rows.change("update webhook set address = replace(address, '127.0.0.1', '127.0.0.2')");

        keeper.test(webhook);

        await().until(() -> keeper.newest(webhook, "Status").startsWith("To be tried again"));
        assertThat(keeper.newest(webhook, "Status")).endsWith("no answer");
        assertThat(keeper.newestAnswer(webhook))
                .contains("127.0.0.2 is in an internal network")
                .contains("slipway.webhook.allowed-networks");
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void aDeadReceiverHoldsUpNobodyElse() {
        try (var dead = new Receiver()) {
            dead.isSilent();
            // As many as there are threads, less one.
            for (int no = 0; no < 15; no++) {
                keeper.create("dead-" + no, dead.address());
            }
            var webhook = keeper.create("ci", receiver.address());

            var execution = Releaser.execute(aRelease("release-shop"));

            assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
            receiver.awaitMessages(2);
            assertThat(receiver.messages()).allMatch(message -> message.isSignedBy(webhook.secret()));
            assertThat(dead.awaitMessages(15)).hasSize(15);
            await().until(() -> Rows.number("select count(*) from webhook_delivery where state = 'PENDING'") == 30);
        }
    }

    @Test
    void aReceiverThatDiedIsTriedAgain() {
        var webhook = keeper.create("ci", receiver.address());
        receiver.close();

        keeper.test(webhook);

        await().until(() -> keeper.newest(webhook, "Status").startsWith("To be tried again"));
        assertThat(keeper.newestAnswer(webhook)).contains("127.0.0.1 could not be reached");
    }

    private static UUID aRelease(String name) {
        return Given.release(name).phase(group(scripted("a"))).create();
    }
}
