package dev.slipway.console;

import com.microsoft.playwright.Page;
import java.util.List;

/** The pages on which programs get their tokens and accounts. */
final class TokenSights {

    private TokenSights() {}

    /** What an administrator sees, in an order in which one makes what the next ones show. */
    static List<Sight> all() {
        return List.of(
                Sight.refused("token refused", "/tokens", "#problems"),
                new Sight("new token", "/tokens", TokenSights::createToken),
                Sight.page("tokens", "/tokens"),
                new Sight("revoke token", "/tokens", TokenSights::askToRevoke),
                Sight.page("no service accounts", "/projects/0/accounts"),
                Sight.refused("service account refused", "/projects/0/accounts", "#problems"),
                new Sight("service account", "/projects/0/accounts", TokenSights::createAccount),
                Sight.page("service accounts", "/projects/0/accounts"));
    }

    private static void createToken(Page page) {
        page.locator("#name").fill("continuous integration");
        page.locator("#save").click();
        page.locator("#made").waitFor();
    }

    private static void createAccount(Page page) {
        page.locator("#name").fill("ci-" + System.nanoTime());
        page.locator("#save").click();
        createToken(page);
    }

    /** Asks about the token that an earlier sight has made. */
    private static void askToRevoke(Page page) {
        page.locator("a[href$=revoke]").first().click();
        page.locator("#revoke").waitFor();
    }
}
