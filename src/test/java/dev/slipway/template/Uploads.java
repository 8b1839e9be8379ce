package dev.slipway.template;

import dev.slipway.testing.PlainBrowser;
import io.restassured.response.Response;
import java.util.Map;

/** Sends packages as the form of the import does. */
public final class Uploads {

    private Uploads() {}

    /** Sends a package that is taken, and gives the address of the page about it. */
    public static String upload(PlainBrowser browser, byte[] archive) {
        return take(browser, "package.zip", archive, Map.of())
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^http://[^/]+", "");
    }

    static Response take(PlainBrowser browser, String name, byte[] archive, Map<String, String> fields) {
        var token = browser.page("/releases/import", 200)
                .expectFirst("form#import-form input[name=csrf-token]")
                .attr("value");
        var request = browser.request().multiPart("csrf-token", token).multiPart("file", name, archive);
        fields.forEach(request::multiPart);
        return request.post("/releases/import");
    }
}
