package dev.slipway.isolation;

import static dev.slipway.isolation.Case.nothing;
import static dev.slipway.isolation.Case.unknown;

import dev.slipway.identity.Actors;
import dev.slipway.project.Project;
import dev.slipway.testing.Rows;
import dev.slipway.token.Scope;
import dev.slipway.token.Tokens;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** How the routes of the API and of tokens are asked for what belongs to a project, and to a member of it. */
record ApiSecrecy(UUID release, long execution, String member) {

    private static final String PIPELINES = "/v3/{project_id}/pipeline/pipelines";
    private static final String PIPELINE = PIPELINES + "/{pipeline_id}";
    private static final String OURS = Project.DEFAULT_ID;

    List<Case> cases() {
        return Stream.of(ofPipelines(), ofOnePipeline(), ofTokens())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> ofPipelines() {
        return List.of(
                unknown("GET " + PIPELINES, OURS),
                unknown("POST " + PIPELINES, OURS),
                unknown("POST " + PIPELINES + "/parse-template-package", OURS),
                nothing("POST " + PIPELINES + "/uploads", OURS));
    }

    private List<Case> ofOnePipeline() {
        var action = unknown("POST " + PIPELINE + "/action", OURS, release);
        return List.of(
                unknown("GET " + PIPELINE, OURS, release),
                unknown("PUT " + PIPELINE, OURS, release),
                unknown("DELETE " + PIPELINE, OURS, release),
                new Case(action.route(), action.path() + "?action_id=stop", Map.of(), action.expected()),
                unknown("POST " + PIPELINE + "/clone", OURS, release),
                unknown("GET " + PIPELINE + "/file", OURS, release),
                unknown("GET " + PIPELINE + "/hooks", OURS, release),
                unknown("POST " + PIPELINE + "/hooks", OURS, release),
                unknown("PUT " + PIPELINE + "/hooks", OURS, release),
                unknown("GET " + PIPELINE + "/records", OURS, release),
                unknown("GET " + PIPELINE + "/records/{record_id}", OURS, release, execution),
                unknown(
                        "GET " + PIPELINE + "/records/{record_id}/tasks/{task_name}/log",
                        OURS,
                        release,
                        execution,
                        Secrecy.TASK));
    }

    private List<Case> ofTokens() {
        var token = aToken();
        return List.of(
                nothing("GET /tokens"),
                nothing("POST /tokens"),
                unknown("GET /tokens/{id}/revoke", token),
                unknown("POST /tokens/{id}/revoke", token));
    }

    private long aToken() {
        var owner = Arc.container().instance(Actors.class).get().find(member).orElseThrow();
        var wish = new Tokens.Wish(Secrecy.MARK + "token", Scope.READ, 1);
        Arc.container().instance(Tokens.class).get().create(owner, wish);
        return Rows.number("select max(id) from api_token");
    }
}
