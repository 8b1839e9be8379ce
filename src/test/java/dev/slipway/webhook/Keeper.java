package dev.slipway.webhook;

import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Answers;
import dev.slipway.testing.PlainBrowser;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** An administrator who looks after the webhooks of the default project. */
record Keeper(PlainBrowser browser, String project) {

    static final List<String> EVERYTHING =
            EventType.offered().stream().map(EventType::name).toList();

    static Keeper ofTheDefaultProject() {
        return new Keeper(PlainBrowser.of(Accounts.aUser(Role.ADMIN)), Project.DEFAULT_ID);
    }

    /** A webhook that somebody has created, with the secret that was shown. */
    record Made(String path, String secret) {}

    /** Creates one that tells everything. */
    Made create(String name, String address) {
        return create(name, address, EVERYTHING);
    }

    Made create(String name, String address, List<String> events) {
        return made(Answers.page(browser.post(path(), Map.of("name", name, "address", address, "event", events)), 200));
    }

    /** Gives one a new secret. */
    Made rotate(Made webhook) {
        return made(Answers.page(browser.post(webhook.path() + "/secret", Map.of()), 200));
    }

    private static Made made(Document page) {
        return new Made(
                page.expectFirst("#done").attr("href"),
                page.expectFirst("#secret").attr("value"));
    }

    /** The page of one. */
    Document page(Made webhook) {
        return browser.page(webhook.path(), 200);
    }

    /** What the newest row of its log says in a column; empty if nothing was sent. */
    String newest(Made webhook, String column) {
        var cell = page(webhook).selectFirst("tbody tr > [data-label='%s']".formatted(column));
        if (cell == null) {
            return "";
        }
        cell.select("details").remove();
        return cell.text();
    }

    /** The answer that the newest row of its log keeps. */
    String newestAnswer(Made webhook) {
        return page(webhook).select("tbody tr:first-child details .prose").text();
    }

    void test(Made webhook) {
        browser.post(webhook.path() + "/deliveries", Map.of()).then().statusCode(303);
    }

    void enable(Made webhook, boolean enabled) {
        browser.post(webhook.path() + "/state", Map.of("enabled", enabled))
                .then()
                .statusCode(303);
    }

    String path() {
        return "/projects/%s/webhooks".formatted(project);
    }
}
