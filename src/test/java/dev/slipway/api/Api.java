package dev.slipway.api;

import dev.slipway.project.Project;
import dev.slipway.testing.Contract;
import dev.slipway.testing.Program;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Addresses and bodies that tests of the API send. */
final class Api {

    /** The release tasks of the default project. */
    static final String PIPELINES = "/v3/%s/pipeline/pipelines".formatted(Project.DEFAULT_ID);

    /** The body of the documentation of the API, with tasks that a test can play. */
    static final String DOCUMENTED =
            """
            {"name":"release-gn7mre","description":"","model_version":2,"config_mode":"ui","fail_mode":"stop",
             "enterprise_project_id":"0",
             "stages":[
               {"name":"75foki","display_name":"Build","tasks":[
                 {"name":"bkdi55","display_name":"Build storefront","task_type":"scripted","group_index":"0",
                  "order_index":0,"input":{"name":"bkdi55"}},
                 {"name":"a7sk2p","display_name":"Build catalog","task_type":"scripted","group_index":"1",
                  "order_index":0,"input":{"name":"a7sk2p"}}]},
               {"name":"p0ws4x","display_name":"Go live","tasks":[
                 {"name":"k2m9zt","display_name":"Approve","task_type":"manual_approval","group_index":"0",
                  "order_index":0,"input":{}},
                 {"name":"u8xq1c","display_name":"Roll out","task_type":"scripted","group_index":"0",
                  "order_index":1,"input":{"name":"u8xq1c"}}]}]}
            """;

    private Api() {}

    /** Creates the documented release task, and gives its id. */
    static String create(Program program) {
        return create(program, "release-gn7mre");
    }

    /** Creates the documented release task under another name, and gives its id. */
    static String create(Program program, String name) {
        return program.post(PIPELINES, DOCUMENTED.replace("release-gn7mre", name))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Does something with a release task, and gives the id of the execution. */
    static long act(Program program, String id, String action, String body) {
        return Long.parseLong(program.post(action(id, action), body)
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
    }

    static String pipeline(Object id) {
        return PIPELINES + "/" + id;
    }

    static String action(Object id, String action) {
        return "%s/action?action_id=%s".formatted(pipeline(id), action);
    }

    static String approval(String task, String type) {
        return "{\"task_name\":\"%s\",\"approval_type\":\"%s\",\"message\":\"by the book\"}".formatted(task, type);
    }

    /** A request of whoever has no token; its answer has to be as the API's document says. */
    static RequestSpecification anybody() {
        return RestAssured.given().filter(Contract.KEPT);
    }

    /** An id that nothing has. */
    static String nobody() {
        return UUID.randomUUID().toString();
    }
}
