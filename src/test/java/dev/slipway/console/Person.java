package dev.slipway.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import io.restassured.RestAssured;
import java.util.UUID;

/** Somebody at a browser of their own. */
record Person(BrowserContext browser) implements AutoCloseable {

    /** Somebody who has not signed in. */
    static Person anybody() {
        return anybody(new NewContextOptions());
    }

    /** Somebody who has not signed in, at a browser with these options. */
    static Person anybody(NewContextOptions options) {
        var browser = Browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        browser.setDefaultTimeout(20_000);
        return new Person(browser);
    }

    /** A new member of the default project, signed in. */
    static Person with(Role... roles) {
        var person = anybody();
        person.signIn(Accounts.aUser(roles), Accounts.PASSWORD);
        return person;
    }

    /** Fills in the sign-in form and sends it with Enter. */
    Page signIn(String username, String password) {
        var page = open("/sign-in");
        page.fill("#username", username);
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForURL("**/releases");
        return page;
    }

    /** A new tab with this page. */
    Page open(String path) {
        var page = browser.newPage();
        page.navigate(address(path));
        return page;
    }

    /** The process view of a release task, in a new tab. */
    Page openProcess(UUID release) {
        return open("/releases/" + release);
    }

    static String address(String path) {
        return "http://localhost:%d%s".formatted(RestAssured.port, path);
    }

    @Override
    public void close() {
        browser.close();
    }
}
