package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Inventory;
import dev.slipway.demo.Demo;
import dev.slipway.execution.Status;
import dev.slipway.project.Project;
import dev.slipway.release.ReleaseTask;
import dev.slipway.target.Targets;
import dev.slipway.testing.Database;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DemoReleaseTest {

    @Inject
    Demo demo;

    @Inject
    Inventory inventory;

    @Inject
    Targets targets;

    @BeforeEach
    void createDemo() {
        demo.create();
    }

    @AfterEach
    void stopWhatWasReleased() {
        inventory.components(Project.DEFAULT_ID).forEach(component -> targets.of(component.kind())
                .stop(component.ref()));
    }

    @Test
    void releasesTheShopForReal() throws Exception {
        var execution = Releaser.execute(release("release-shop"));
        await().atMost(Duration.ofSeconds(90)).until(() -> Rows.status(execution) == Status.TO_BE_APPROVED);

        Releaser.agree(execution, "approve-go-live");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !Rows.status(execution).isActive());

        assertThat(Rows.statuses(execution).values()).containsOnly(Status.SUCCESSFUL);
        assertThat(Rows.status(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(get("http://localhost:9010/").statusCode()).isEqualTo(200);
    }

    @Test
    void putsTheLedgerBackWhereItsNewVersionNeverBecomesHealthy() throws Exception {
        var execution = Releaser.execute(release("release-ledger-broken"));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !Rows.status(execution).isActive());

        assertThat(Rows.status(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.step(execution, "break-ledger").message())
                .contains("did not become healthy in time")
                .contains("was put back and is healthy.");
        assertThat(get("http://localhost:9012/").statusCode()).isEqualTo(200);
    }

    private static UUID release(String name) {
        return QuarkusTransaction.requiringNew().call(() -> ReleaseTask.<ReleaseTask>find("name", name)
                .singleResult()
                .id());
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
