package dev.slipway.live;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import io.restassured.RestAssured;

/** The tabs of a browser whose user has signed in, each with the page of {@link ProbePage}. */
final class Tabs implements AutoCloseable {

    private final BrowserContext browser = Browser.newContext();
    private final String id;

    /** Opens a browser for the user, whose tabs show the probe with this id. */
    Tabs(String user, String id) {
        this.id = id;
        var page = browser.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#username", user);
        page.fill("#password", Accounts.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/releases");
        page.close();
    }

    Page open() {
        var page = browser.newPage();
        page.navigate(address("/probe/live/pages/" + id));
        return page;
    }

    /** Makes the tab believe that it can be seen, or cannot. */
    static void show(Page page, String state) {
        page.evaluate(
                """
                state => {
                  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                state);
    }

    /** Makes the page long, and moves to its end, where the button is that gets no answer of Slipway's. */
    static void scrollFarDown(Page page) {
        page.evaluate(
                """
                () => {
                  const space = document.createElement('div');
                  space.style.height = '300vh';
                  document.querySelector('main').append(space, broken);
                  broken.scrollIntoView();
                }
                """);
    }

    /** Makes the browser one of those that have none. */
    void forgetSharedWorkers() {
        browser.addInitScript("delete globalThis.SharedWorker");
    }

    void goOffline() {
        browser.setOffline(true);
    }

    @Override
    public void close() {
        browser.close();
    }

    private static String address(String path) {
        return "http://localhost:%d%s".formatted(RestAssured.port, path);
    }
}
