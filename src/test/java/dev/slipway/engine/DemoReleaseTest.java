package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Status;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Actor;
import dev.slipway.project.Role;
import dev.slipway.release.Executing;
import dev.slipway.release.ReleaseTask;
import dev.slipway.testing.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DemoReleaseTest {

    private static final Actor ADMIN = new Actor(1, "admin", "admin", Map.of("0", Set.of(Role.ADMIN)));

    @Inject
    Executing executing;

    @Inject
    Executions executions;

    @Test
    void releasesTheShopForReal() {
        var release = QuarkusTransaction.requiringNew().call(() -> ReleaseTask.<ReleaseTask>find("name", "release-shop")
                .singleResult()
                .id());

        var execution = executing.executeAll(ADMIN, release).id();
        await().atMost(Duration.ofSeconds(60)).until(() -> status(execution) == Status.TO_BE_APPROVED);
        executions.decide(ADMIN, new Executions.Deciding(execution, "approve-go-live", 1, Verdict.AGREE, "Looks good"));
        await().atMost(Duration.ofSeconds(90)).until(() -> !status(execution).isActive());

        QuarkusTransaction.requiringNew().run(() -> Execution.byId(execution)
                .steps()
                .forEach(step -> System.out.println(step.name() + " " + step.status() + " " + step.message())));
        assertThat(status(execution)).isEqualTo(Status.SUCCESSFUL);
    }

    private static Status status(long execution) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Execution.byId(execution).status());
    }
}
