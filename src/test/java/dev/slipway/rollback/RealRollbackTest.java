package dev.slipway.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.demo.Demo;
import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Puts back real processes of real builds. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RealRollbackTest {

    private static final String STOREFRONT = "http://localhost:9010/";

    @Inject
    Demo demo;

    @Inject
    RollingBack rollingBack;

    @AfterEach
    void stopWhatWasReleased() {
        Services.stop();
    }

    @Test
    void theShopRunsAgainAsItRanBefore() {
        demo.create();
        var shop = (UUID) Rows.values("select id from release_task where name = 'release-shop'")
                .get(0);
        release(shop);
        var before = running();
        var page = Services.get(STOREFRONT).body();
        release(shop);
        assertThat(running()).hasSize(2);
        assertThat(running()).filteredOn(before::contains).isEmpty();
        assertThat(Services.get(STOREFRONT).body()).isNotEqualTo(page);

        var rollback = rollingBack.rollBack(
                Given.actor("releaser", Role.RELEASER), shop, 2, Set.of("create-catalog", "create-storefront"));

        assertThat(end(rollback.id())).isEqualTo(Status.ROLLED_BACK);
        assertThat(running()).isEqualTo(before);
        assertThat(Services.get(STOREFRONT).body()).isEqualTo(page);
    }

    private static void release(UUID shop) {
        var execution = Releaser.execute(
                shop, "build-storefront", "build-catalog", "create-shop", "create-catalog", "create-storefront");
        assertThat(end(execution)).isEqualTo(Status.SUCCESSFUL);
    }

    private static List<?> running() {
        return Rows.values("select running_version_id from component order by name");
    }

    private static Status end(long execution) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !Rows.status(execution).isActive());
        return Rows.status(execution);
    }
}
