package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.identity.DemoUser;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.SlipwayProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KillRecoveryIT {

    private final SlipwayProcess slipway =
            new SlipwayProcess(Path.of("target", "kill-it", UUID.randomUUID().toString()));

    @AfterEach
    void close() throws IOException {
        slipway.close();
    }

    @Test
    void aReleaseEndsRightHoweverOftenSlipwayIsKilledInTheMiddleOfIt() throws Exception {
        slipway.start();
        execute("release-shop");
        killOnce(
                "a build runs",
                "select 1 from step_run where task_type = 'build' and status = 4 and message is not null");
        killOnce("the approval waits", "select 1 from step_run where name = 'approve-go-live' and status = 5");
        agree("release-shop", "approve-go-live");
        killOnce("a component starts", starting("create-storefront"));
        await("the end of the shop").atMost(Duration.ofMinutes(3)).until(() -> hasEnded("release-shop"));

        execute("release-payments");
        killOnce("the ledger starts", starting("create-ledger"));
        killOnce("the trigger waits", "select 1 from step_run where name = 'start-update' and status = 5");
        agree("release-payments", "start-update");
        killOnce("the ledger is updated", starting("update-ledger"));
        await("the end of the payments").atMost(Duration.ofMinutes(3)).until(() -> hasEnded("release-payments"));

        assertThat(slipway.query("select message from step_run where status <> 2"))
                .isEmpty();
        assertThat(slipway.query("select status from execution")).containsExactly("2", "2");
        assertEverythingWasDoneOnce();
        for (var port : List.of(9010, 9011, 9012)) {
            assertThat(get(port)).isEqualTo(200);
        }
    }

    private void assertEverythingWasDoneOnce() throws IOException {
        assertThat(slipway.query("select distinct attempt from step_run")).containsExactly("1");
        assertThat(slipway.orders("builds")).hasSize(3);
        assertThat(slipway.query("select name from artifact"))
                .containsExactlyInAnyOrder("storefront", "catalog", "ledger");
        assertThat(slipway.orders("components")).hasSize(4);
        assertThat(
                        slipway.query(
                                "select c.name from component_version join component c on c.id = component_version.component_id"))
                .containsExactlyInAnyOrder("storefront", "catalog", "ledger", "ledger");
        assertThat(slipway.query("select object_name from audit_event where kind = 'component_deployed'"))
                .containsExactlyInAnyOrder("storefront", "catalog", "ledger", "ledger");
        assertThat(slipway.query("select count(*) from audit_event where kind = 'task_succeeded'"))
                .isEqualTo(slipway.query("select count(*) from step_run where not checkpoint"));
        assertThat(slipway.query("select kind from audit_event where kind in ('execution_started', 'execution_ended')"))
                .hasSize(4);
        assertThat(slipway.query("select held_for from component where held_by is not null"))
                .isEmpty();
        assertThat(slipway.query("select task_instance from scheduled_tasks")).isEmpty();
    }

    private void killOnce(String when, String sql) throws IOException {
        await(when)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !slipway.query(sql).isEmpty());
        slipway.kill();
        slipway.start();
    }

    private static String starting(String step) {
        return "select 1 from step_run where name = '%s' and (memo ->> 'stage' = 'STARTING' or status = 2)"
                .formatted(step);
    }

    private void execute(String release) {
        var answer = signedIn()
                .post(
                        "/releases/%s/executions".formatted(id(release)),
                        Map.of(
                                "task",
                                slipway.query(
                                        "select name from step where release_task_id = '%s'".formatted(id(release)))));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private void agree(String release, String step) {
        var answer = signedIn()
                .post(
                        "/releases/%s/executions/1/steps/%s/decision".formatted(id(release), step),
                        Map.of("verdict", "AGREE", "comments", "after a crash", "attempt", "1"));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static PlainBrowser signedIn() {
        var browser = new PlainBrowser();
        browser.get("/sign-in");
        browser.signIn(DemoUser.ADMIN.username(), DemoUser.PASSWORD);
        return browser;
    }

    private String id(String release) {
        return slipway.query("select id from release_task where name = '%s'".formatted(release))
                .get(0);
    }

    private boolean hasEnded(String release) {
        return slipway.query("select 1 from execution where release_name = '%s' and ended_at is not null"
                                .formatted(release))
                        .size()
                == 1;
    }

    private static int get(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/health".formatted(port)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
