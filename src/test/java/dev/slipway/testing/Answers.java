package dev.slipway.testing;

import io.restassured.response.Response;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads what a form was answered with. */
public final class Answers {

    private Answers() {}

    /** The path, with its fragment, that an answer leads to. */
    public static String redirect(Response answer) {
        var location = URI.create(answer.then().statusCode(303).extract().header("Location"));
        return location.getFragment() == null ? location.getPath() : location.getPath() + "#" + location.getFragment();
    }

    /** The page of an answer that must have this status. */
    public static Document page(Response answer, int status) {
        return Jsoup.parse(answer.then().statusCode(status).extract().asString());
    }

    /** What a refused form says about a field. */
    public static String problem(Response answer, String field) {
        return page(answer, 422).expectFirst("#%s-problem".formatted(field)).text();
    }
}
