package dev.slipway.rollback;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Artifacts;
import dev.slipway.execution.Status;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Role;
import dev.slipway.project.UnknownRecord;
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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Puts back what an execution changed, on a target that does as it is told. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RollbackTest {

    private static final Actor RELEASER = Given.actor("somebody", Role.RELEASER);

    @Inject
    Artifacts artifacts;

    @Inject
    ScriptedTarget target;

    @Inject
    RollingBack rollingBack;

    @BeforeEach
    void prepare() {
        var environment = Given.environment("staging", "scripted");
        List.of("cart", "till")
                .forEach(name ->
                        artifacts.record(new Artifacts.Built(environment, name, "1.0.0", "/artifacts/" + name, 1)));
    }

    @Test
    void restoresEveryVersionAndDeletesWhatTheExecutionCreated() {
        Given.application("shop");
        released("before", deploy("cart", "1.0.0"));
        var release = Given.release("after")
                .phase(group(
                        task("app", "create_application", Map.of("name", "extra")),
                        deploy("cart", "2.0.0"),
                        deploy("till", "1.0.0")))
                .phase(group(task("wait", "wait", Map.of("seconds", 1))))
                .create();
        assertThat(Releaser.end(Releaser.execute(release))).isEqualTo(Status.SUCCESSFUL);

        var preview = rollingBack.preview(RELEASER, release, 1);
        var execution = rollBack(release, 1, "deploy-cart", "deploy-till", "app");

        assertThat(preview.parts())
                .extracting(RollbackPage.Part::what)
                .containsExactly(
                        "till in staging: from version 1.0.0 to nothing; the component is deleted",
                        "cart in staging: from version 2.0.0 back to version 1.0.0",
                        "delete the application extra");
        assertThat(preview.rest()).extracting(RollbackPage.Rest::type).containsExactly("wait");
        assertThat(Releaser.end(execution)).isEqualTo(Status.ROLLED_BACK);
        assertThat(target.running("cart")).isEqualTo("1.0.0");
        assertThat(target.running("till")).isEqualTo("nothing");
        assertThat(Rows.values("select name from component")).isEqualTo(List.of("cart"));
        assertThat(Rows.values("select name from application")).isEqualTo(List.of("shop"));
        assertThat(Rows.values(
                        "select v.version from component c join component_version v on v.id = c.running_version_id"))
                .isEqualTo(List.of("1.0.0"));
        assertThat(Rows.audited("rollback_started")).isOne();
    }

    @Test
    void flagsWhatAnotherReleaseHasChangedSinceAndLeavesItAloneUnlessTold() {
        Given.application("shop");
        var release = released("first", deploy("cart", "1.0.0"), deploy("till", "1.0.0"));
        released("second", deploy("cart", "2.0.0"));

        var preview = rollingBack.preview(RELEASER, release, 1);

        assertThat(preview.parts()).extracting(RollbackPage.Part::selected).containsExactly(true, false);
        assertThat(preview.parts().get(1).changedSince())
                .isEqualTo("second, execution 1, has deployed version 2.0.0 since.");
        var execution = rollBack(release, 1, "deploy-till");
        assertThat(Releaser.end(execution)).isEqualTo(Status.ROLLED_BACK);
        assertThat(target.running("cart")).isEqualTo("2.0.0");
        assertThat(Rows.status(execution, "deploy-cart")).isEqualTo(Status.SKIPPED);
    }

    @Test
    void whatAReleaseHasDeployedTwiceIsNobodyElsesChange() {
        Given.application("shop");
        var release = released("twice", deploy("cart", "1.0.0"), deploy("deploy-cart-again", "cart", "2.0.0"));

        var preview = rollingBack.preview(RELEASER, release, 1);

        assertThat(preview.parts())
                .extracting(RollbackPage.Part::what)
                .containsExactly(
                        "cart in staging: from version 2.0.0 back to version 1.0.0",
                        "cart in staging: from version 1.0.0 to nothing; the component is deleted");
        assertThat(preview.parts()).extracting(RollbackPage.Part::selected).containsOnly(true);
        assertThat(Releaser.end(rollBack(release, 1, "deploy-cart", "deploy-cart-again")))
                .isEqualTo(Status.ROLLED_BACK);
        assertThat(target.running("cart")).isEqualTo("nothing");
        assertThat(Rows.values("select name from component")).isEmpty();
    }

    @Test
    void aRollbackThatFailsPutsBackWhatRanAndCanBeRetried() {
        Given.application("shop");
        released("before", deploy("cart", "1.0.0"));
        var release = released("after", deploy("cart", "2.0.0"));
        target.let("1.0.0", new Progress.Broken("It crashed."));

        var execution = rollBack(release, 1, "deploy-cart");

        assertThat(Releaser.end(execution)).isEqualTo(Status.ROLLBACK_FAILED);
        assertThat(target.running("cart")).isEqualTo("2.0.0");
        target.let("1.0.0", new Progress.Ready("http://localhost/"));
        Releaser.retry(execution);
        assertThat(Releaser.end(execution)).isEqualTo(Status.ROLLED_BACK);
        assertThat(target.running("cart")).isEqualTo("1.0.0");
    }

    @Test
    void aTerminatedDeploymentStartsTheVersionBeforeAgainAndLetsTheComponentGo() {
        Given.application("shop");
        released("before", deploy("cart", "1.0.0"));
        target.let("2.0.0", new Progress.Working("starting"));
        var execution = Releaser.execute(
                Given.release("stuck").phase(group(deploy("cart", "2.0.0"))).create());
        await().until(() -> target.running("cart").equals("2.0.0"));

        Releaser.terminate(execution);

        await().until(() -> target.running("cart").equals("1.0.0"));
        await().until(() -> Rows.number("select count(*) from component where held_by is not null") == 0);
    }

    @Test
    void refusesWhatCantBeRolledBack() {
        Given.application("shop");
        var release = released("done", deploy("cart", "1.0.0"));
        var waiting = Given.release("waiting").phase(group(approval("go"))).create();
        Releaser.execute(waiting);

        assertThatThrownBy(() -> rollingBack.preview(RELEASER, waiting, 1)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> rollingBack.preview(Given.actor("dev", Role.DEVELOPER), release, 1))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> rollingBack.preview(new Actor(2, "mallory", "Mallory", Map.of()), release, 1))
                .isInstanceOf(UnknownRecord.class);
        Releaser.end(rollBack(release, 1, "deploy-cart"));
        assertThatThrownBy(() -> rollingBack.preview(RELEASER, release, 1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("executed again since");
    }

    private long rollBack(UUID release, int no, String... tasks) {
        return rollingBack.rollBack(RELEASER, release, no, Set.of(tasks)).id();
    }

    private static UUID released(String name, Given.Task... tasks) {
        var release = Given.release(name).phase(group(tasks)).create();
        assertThat(Releaser.end(Releaser.execute(release))).isEqualTo(Status.SUCCESSFUL);
        return release;
    }

    private static Given.Task deploy(String component, String version) {
        return deploy("deploy-" + component, component, version);
    }

    private static Given.Task deploy(String name, String component, String version) {
        return task(
                name,
                "create_component",
                Map.of(
                        "application",
                        "shop",
                        "component",
                        component,
                        "environment",
                        "staging",
                        "version",
                        version,
                        "artifact",
                        component,
                        "run",
                        Map.of("command", List.of(component), "port", 9050, "health", "/health")));
    }
}
