package dev.slipway.testing;

import static io.restassured.RestAssured.given;

import dev.slipway.identity.Actors;
import dev.slipway.project.Role;
import dev.slipway.token.Scope;
import dev.slipway.token.Tokens;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A program that uses the API with a token of a user. */
public record Program(String token) {

    /** The content type that ServiceStage's clients send. */
    public static final String JSON = "application/json;charset=utf8";

    /** A program of a new user with these roles in the default project. */
    public static Program with(Role... roles) {
        return of(Accounts.aUser(roles));
    }

    /** A program that may do whatever the user may. */
    public static Program of(String username) {
        return of(username, Scope.FULL);
    }

    /** A program of a user. */
    public static Program of(String username, Scope scope) {
        var actor = bean(Actors.class).find(username).orElseThrow();
        return new Program(bean(Tokens.class).create(actor, new Tokens.Wish("a test", scope, 1)));
    }

    /** A request with the token, for headers of one's own; its answer has to be as the API's document says. */
    public RequestSpecification request() {
        return given().filter(Contract.KEPT).redirects().follow(false).header("X-Auth-Token", token);
    }

    /** Asks for something. */
    public Response get(String path) {
        return request().get(path);
    }

    /** Sends JSON. */
    public Response post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends JSON. */
    public Response put(String path, String json) {
        return send("PUT", path, json);
    }

    /** Sends JSON. */
    public Response send(String method, String path, String json) {
        return request().contentType(JSON).body(json).request(method, path);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
