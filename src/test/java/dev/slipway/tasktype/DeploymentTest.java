package dev.slipway.tasktype;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Artifacts;
import dev.slipway.execution.Status;
import dev.slipway.target.Progress;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.ScriptedTarget;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded when a version never becomes healthy, and the version before doesn't either. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DeploymentTest {

    @Inject
    Artifacts artifacts;

    @Inject
    ScriptedTarget target;

    @BeforeEach
    void releaseTheFirstVersion() {
        var environment = Given.environment("staging", "scripted");
        artifacts.record(new Artifacts.Built(environment, "cart", "1.0", "/artifacts/cart", 1));
        Given.application("shop");
        assertThat(Releaser.end(deploy("1.0.0"))).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void aVersionThatCannotBePutBackIsStillTheOneThatIsToRun() {
        target.let("2.0.0", new Progress.Broken("It answers 500."));
        target.let("1.0.0", new Progress.Broken("It crashed."));

        var execution = deploy("2.0.0");

        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.step(execution, "deploy").message())
                .isEqualTo("It answers 500. Putting version 1.0.0 back failed too: It crashed.");
        assertThatNobodyHasStopped("1.0.0");
    }

    @Test
    void saysWhyTheTargetRefusesToPutAVersionBack() {
        target.let("2.0.0", new Progress.Broken("It answers 500."));
        target.refuse("1.0.0", "Its artifact was deleted.");

        var execution = deploy("2.0.0");

        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.step(execution, "deploy").message())
                .isEqualTo("It answers 500. Putting version 1.0.0 back failed too: Its artifact was deleted.");
        assertThatNobodyHasStopped("1.0.0");
    }

    @Test
    void theNextReleaseGoesBackToItToo() {
        target.let("2.0.0", new Progress.Broken("It answers 500."));
        target.let("1.0.0", new Progress.Broken("It crashed."));
        assertThat(Releaser.end(deploy("2.0.0"))).isEqualTo(Status.RELEASE_FAILED);
        target.let("1.0.0", new Progress.Ready("http://localhost/"));

        assertThat(Releaser.end(deploy("2.0.0"))).isEqualTo(Status.RELEASE_FAILED);

        assertThat(target.running("cart")).isEqualTo("1.0.0");
    }

    private static void assertThatNobodyHasStopped(String version) {
        assertThat(Rows.values(
                        "select v.version from component c join component_version v on v.id = c.running_version_id"))
                .isEqualTo(List.of(version));
        assertThat(Rows.audited("component_stopped")).isZero();
        assertThat(Rows.number("select count(*) from component where held_by is not null"))
                .isZero();
    }

    private static long deploy(String version) {
        var input = Map.of(
                "application",
                "shop",
                "component",
                "cart",
                "environment",
                "staging",
                "version",
                version,
                "artifact",
                "cart",
                "run",
                Map.of("command", List.of("cart"), "port", 9050, "health", "/health"));
        var release = Given.release("deploy-" + version + "-" + Rows.number("select count(*) from release_task"));
        return Releaser.execute(
                release.phase(group(task("deploy", "create_component", input))).create());
    }
}
