package dev.slipway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * All style sheets as one, each in the cascade layer that {@code console.css} imports it into.
 *
 * <p>One file that browsers may keep for ever, instead of a dozen that import each other by addresses without a version.
 */
@Named("styleSheet")
@ApplicationScoped
@Path("/style")
public class StyleSheet {

    private static final String FOLDER = "css/";
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([^\"]+)\"\\) layer\\((\\w+)\\);");
    private static final Pattern WEBJAR = Pattern.compile("/webjars/([^/]+)/(.+)");

    private final String content = IMPORT.matcher(Assets.text(FOLDER + "console.css"))
            .replaceAll(found -> Matcher.quoteReplacement(layer(found)));

    /** {@code inject:styleSheet.address}, which changes with the content. */
    public String address() {
        return "/style/%s.css".formatted(Assets.hash(content));
    }

    /** The style sheet, whatever version is asked for: an older page is better served by a newer style than by none. */
    @GET
    @Path("/{version}.css")
    @Produces("text/css")
    public RestResponse<String> read(@RestPath String version) {
        return ResponseBuilder.ok(content)
                .header("Cache-Control", Assets.KEPT_FOR_EVER)
                .build();
    }

    private static String layer(MatchResult found) {
        return "@layer %s {%n%s%n}%n".formatted(found.group(2), imported(found.group(1)));
    }

    private static String imported(String address) {
        var webjar = WEBJAR.matcher(address);
        var text = webjar.matches()
                ? Assets.text(Assets.webjar(webjar.group(1), webjar.group(2)).substring(1))
                : Assets.text(FOLDER + address);
        return text.replace("@charset \"UTF-8\";", "");
    }
}
