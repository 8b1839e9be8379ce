package dev.slipway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without script: keeps cookies, sends the form token, and does not follow redirects. */
public final class PlainBrowser {

    private final Map<String, String> cookies = new HashMap<>();

    /** A browser whose user has signed in. */
    public static PlainBrowser of(String username) {
        var browser = new PlainBrowser();
        browser.get("/sign-in");
        browser.signIn(username, Accounts.PASSWORD);
        return browser;
    }

    /** Fills in the sign-in form. */
    public Response signIn(String username, String password) {
        return keepCookies(request()
                .contentType(ContentType.URLENC)
                .formParam("j_username", username)
                .formParam("j_password", password)
                .post("/j_security_check"));
    }

    /** Opens an address. */
    public Response get(String path) {
        return keepCookies(request().accept("text/html").get(path));
    }

    /** Opens an address that must answer with this status, and reads the page. */
    public Document page(String path, int status) {
        return Jsoup.parse(get(path).then().statusCode(status).extract().asString());
    }

    /** Sends a form with its token; a field may have a list of values. */
    public Response post(String path, Map<String, ?> form) {
        if (!cookies.containsKey("csrf-token")) {
            get("/sign-in");
        }
        return postWithoutToken(path, with(form, "csrf-token", cookies.getOrDefault("csrf-token", "")));
    }

    /** Sends a form in several parts, with its token. */
    public Response postMultipart(String path, Map<String, ?> form) {
        if (!cookies.containsKey("csrf-token")) {
            get("/sign-in");
        }
        var request = request().multiPart("csrf-token", cookies.getOrDefault("csrf-token", ""));
        form.forEach((name, value) -> request.multiPart(name, String.valueOf(value)));
        return keepCookies(request.post(path));
    }

    /** Sends a form as another site would make it do. */
    public Response postWithoutToken(String path, Map<String, ?> form) {
        return keepCookies(
                request().contentType(ContentType.URLENC).formParams(form).post(path));
    }

    /** A request with the cookies of this browser, for headers of one's own. */
    public RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies);
    }

    private static Map<String, ?> with(Map<String, ?> form, String name, String value) {
        var all = new HashMap<String, Object>(form);
        all.put(name, value);
        return all;
    }

    private Response keepCookies(Response response) {
        response.detailedCookies().asList().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return response;
    }
}
