package dev.slipway.api;

import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.act;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.slipway.catalog.Artifacts;
import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.ScriptedTarget;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RollbackActionTest {

    private static final String SHOP =
            """
            {"name":"release-shop","model_version":2,"config_mode":"ui","stages":[{"name":"deploy","tasks":[
              {"name":"app","task_type":"create_application","input":{"name":"shop"}},
              {"name":"cart","task_type":"create_component","input":{"application":"shop","component":"cart",
                "environment":"staging","version":"1.0.0","artifact":"cart","run":{"command":["cart"]}}}]}]}
            """;

    @Inject
    Artifacts artifacts;

    @Inject
    ScriptedTarget target;

    @Test
    void whatAReleaseCreatedIsGoneAfterARollback() {
        var environment = Given.environment("staging", "scripted");
        artifacts.record(new Artifacts.Built(environment, "cart", "1.0.0", "/artifacts/cart", 1));
        var program = Program.with(Role.ADMIN);
        var id = program.post(PIPELINES, SHOP).then().statusCode(200).extract().<String>path("id");
        assertThat(Releaser.end(act(program, id, "start", "{}"))).isEqualTo(Status.SUCCESSFUL);
        assertThat(target.running("cart")).isEqualTo("1.0.0");

        var rollback = act(program, id, "rollback", "{}");

        assertThat(Releaser.end(rollback)).isEqualTo(Status.ROLLED_BACK);
        assertThat(target.running("cart")).isEqualTo("nothing");
        assertThat(Rows.values("select name from component")).isEqualTo(List.of());
        assertThat(Rows.values("select name from application")).isEqualTo(List.of());
        program.get(pipeline(id)).then().body("status", equalTo(11));
        program.get(pipeline(id) + "/records/" + rollback)
                .then()
                .body("status", equalTo(11), "rolls_back", equalTo(1))
                .body("stage_states[0].task_states.name", contains("cart", "app"));
    }
}
