package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.release.ReleaseTask;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import dev.slipway.testing.Database;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a browser receives for a page: with an empty cache, and when it comes back. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(PageWeightBench.Demo.class)
class PageWeightBench {

    private static final String FAVICON =
            "() => fetch(document.querySelector('link[rel=icon]').href).then(icon => icon.arrayBuffer())";

    @Test
    void weighsThePagesOfTheDemo() throws Exception {
        var release = release("release-shop");
        var execution = Releaser.execute(release);
        await().atMost(Duration.ofMinutes(3)).until(() -> Rows.status(execution) == Status.TO_BE_APPROVED);

        try (var wire = Wire.to(RestAssured.port)) {
            var session = signIn(wire);
            weigh(wire, session, "releases", "/releases");
            weigh(wire, session, "process_view", "/releases/" + release);
            weigh(wire, session, "task", "/releases/%s/executions/1/steps/build-storefront".formatted(release));
        }
        Releaser.reject(execution, "approve-go-live");
        Releaser.end(execution);
    }

    private static List<Cookie> signIn(Wire wire) {
        try (var browser = Browser.newContext()) {
            var page = browser.newPage();
            page.navigate(wire.address().resolve("/sign-in").toString());
            page.fill("#username", Accounts.aUser(Role.ADMIN));
            page.fill("#password", Accounts.PASSWORD);
            page.press("#password", "Enter");
            page.waitForURL("**/releases");
            return browser.cookies();
        }
    }

    private static void weigh(Wire wire, List<Cookie> session, String name, String path) {
        try (var browser = Browser.newContext()) {
            browser.addCookies(session);
            print(name + "_first_visit", visit(wire, browser, path), "empty cache");
            print(name + "_later_visit", visit(wire, browser, path), "after the first visit, in a new tab");
        }
    }

    /** Includes the icon of the tab, which a browser without a window doesn't ask for by itself. */
    private static long visit(Wire wire, BrowserContext browser, String path) {
        var before = wire.received();
        try (Page page = browser.newPage()) {
            page.navigate(wire.address().resolve(path).toString());
            page.evaluate(FAVICON);
            var last = new long[] {before};
            await("silence on the wire")
                    .pollInterval(Duration.ofMillis(100))
                    .during(Duration.ofSeconds(1))
                    .until(() -> last[0] == (last[0] = wire.received()));
            return wire.received() - before;
        }
    }

    private static void print(String name, long bytes, String cache) {
        new Figure(
                        name,
                        bytes / 1000.0,
                        "kB",
                        "all bytes of the console with headers, %s; page of the demo, signed in as admin"
                                .formatted(cache))
                .print();
    }

    private static UUID release(String name) {
        return QuarkusTransaction.requiringNew().call(() -> ReleaseTask.<ReleaseTask>find("name", name)
                .singleResult()
                .id());
    }

    /** With the releases of the demo. */
    public static class Demo implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("slipway.demo", "true");
        }
    }
}
