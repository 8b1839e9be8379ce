package dev.slipway.webhook;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TellingTest extends WithReceiver {

    @Inject
    Scripted scripts;

    @Test
    void tellsASignedStoryInItsOrder() {
        var webhook = keeper.create("ci", receiver.address());
        var release = aReleaseThatAsks();

        var execution = Releaser.execute(release);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        Releaser.agree(execution, "go-live");
        Releaser.end(execution);

        var messages = receiver.awaitMessages(5);
        assertThat(receiver.types())
                .containsExactly(
                        "execution.started",
                        "checkpoint.waiting",
                        "execution.waiting",
                        "execution.resumed",
                        "execution.ended")
                .hasSize(5);
        assertThat(messages).allMatch(message -> message.isSignedBy(webhook.secret()));
        assertThat(messages).noneMatch(message -> message.isSignedBy(Signature.newSecret()));
        assertThat(messages)
                .allMatch(message -> message.header("content-type").equals("application/cloudevents+json"))
                .allMatch(message ->
                        message.header("webhook-id").equals(message.json().getString("id")))
                .allMatch(message -> message.path().equals("/hook?a=b"));
    }

    @Test
    void saysWhatHappenedToWhatAndWhereToLook() {
        keeper.create("ci", receiver.address(), List.of("CHECKPOINT", "ENDED"));
        var release = aReleaseThatAsks();
        var execution = Releaser.execute(release);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        Releaser.reject(execution, "go-live");

        var asked = receiver.awaitMessages(2).get(0).json();
        var ended = receiver.messages().get(1).json();

        var page = "/releases/%s/executions/1".formatted(release);
        assertThat(asked.getString("specversion")).isEqualTo("1.0");
        assertThat(asked.getString("datacontenttype")).isEqualTo("application/json");
        assertThat(asked.getString("source")).matches("http://localhost:\\d+/projects/0");
        assertThat(asked.getString("type")).isEqualTo("dev.slipway.checkpoint.waiting");
        assertThat(asked.getString("subject")).isEqualTo("release-shop/1/go-live");
        assertThat(asked.getString("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(asked.getString("data.project.name")).isEqualTo("default");
        assertThat(asked.getString("data.release_task.id")).isEqualTo(release.toString());
        assertThat(asked.getString("data.release_task.name")).isEqualTo("release-shop");
        assertThat(asked.getInt("data.execution.number")).isOne();
        assertThat(asked.getString("data.execution.started_by")).isEqualTo("somebody");
        assertThat(asked.getString("data.execution.url")).endsWith(page);
        assertThat(asked.getString("data.checkpoint.name")).isEqualTo("go-live");
        assertThat(asked.getString("data.checkpoint.display_name")).isEqualTo("go-live");
        assertThat(asked.getString("data.checkpoint.url")).endsWith(page + "/steps/go-live/decision");
        assertThat(ended.getInt("data.execution.status_code")).isEqualTo(3);
        assertThat(ended.getString("data.execution.status")).isEqualTo("Release failed");
        assertThat(ended.getString("data.execution.message")).isEqualTo("go-live was rejected by somebody.");
        assertThat(ended.getLong("data.execution.change")).isGreaterThan(asked.getLong("data.execution.change"));
        assertThat(ended.getMap("data")).doesNotContainKey("checkpoint");
    }

    @Test
    void tellsWhoStopsAndWhatGoesOn() {
        keeper.create("ci", receiver.address());
        scripts.block("a");
        var release = Given.release("stopped")
                .phase(group(scripted("a"), scripted("b")))
                .create();
        var execution = Releaser.execute(release);
        await().until(() -> scripts.runs("a") == 1);

        Releaser.stop(execution);
        scripts.goOn("a");
        Releaser.awaitStatus(execution, Status.PAUSED);
        scripts.fail("b", "as the test wants it");
        Releaser.goOn(execution);
        Releaser.awaitStatus(execution, Status.RELEASE_FAILED);
        scripts.on("b", ticket -> Scripted.succeeded());
        Releaser.retry(execution);
        Releaser.awaitStatus(execution, Status.SUCCESSFUL);

        receiver.awaitMessages(7);
        assertThat(receiver.types())
                .containsExactly(
                        "execution.started",
                        "execution.stopping",
                        "execution.paused",
                        "execution.resumed",
                        "execution.ended",
                        "execution.resumed",
                        "execution.ended");
    }

    @Test
    void aChangeThatIsRolledBackWasNeverTold() {
        keeper.create("ci", receiver.address());
        var release = aReleaseThatAsks();

        QuarkusTransaction.begin();
        Releaser.execute(release);
        var noted = Delivery.count();
        QuarkusTransaction.rollback();

        assertThat(noted).isEqualTo(3);
        assertThat(Rows.number("select count(*) from webhook_delivery")).isZero();
        // The courier has worked since, and so would have told it.
        Releaser.execute(release);
        assertThat(receiver.awaitMessages(3).get(0).json().getInt("data.execution.number"))
                .isOne();
        assertThat(receiver.types()).containsExactly("execution.started", "checkpoint.waiting", "execution.waiting");
    }

    @Test
    void whoeverCannotBeNotedUndoesTheChange() {
        keeper.create("ci", receiver.address());
        var release = aReleaseThatAsks();
        Rows.change("alter table webhook_delivery add constraint never check (attempts < 0)");
        try {
            assertThatThrownBy(() -> Releaser.execute(release)).hasStackTraceContaining("never");

            assertThat(Rows.number("select count(*) from execution")).isZero();
        } finally {
            Rows.change("alter table webhook_delivery drop constraint never");
        }
    }

    @Test
    void nothingIsForgottenHoweverMuchHappensAtOnce() {
        keeper.create("ci", receiver.address(), List.of("STARTED", "ENDED"));
        var releases = IntStream.range(0, 40)
                .mapToObj(no -> Given.release("release-" + no)
                        .phase(group(scripted("a")))
                        .create())
                .toList();

        var executions = releases.parallelStream().map(Releaser::execute).toList();
        executions.forEach(Releaser::end);

        receiver.awaitMessages(80);
        await().until(() -> Rows.number("select count(*) from webhook_delivery where state = 'DELIVERED'") == 80);
        assertThat(receiver.messages().stream().map(message -> message.header("webhook-id")))
                .hasSize(80)
                .doesNotHaveDuplicates();
        for (var release : releases) {
            assertThat(typesAbout(release)).containsExactly("execution.started", "execution.ended");
        }
    }

    private List<String> typesAbout(UUID release) {
        return receiver.messages().stream()
                .filter(message -> message.body().contains(release.toString()))
                .map(Receiver.Message::type)
                .toList();
    }

    private static UUID aReleaseThatAsks() {
        return Given.release("release-shop")
                .phase(group(approval("go-live"), scripted("after")))
                .create();
    }
}
