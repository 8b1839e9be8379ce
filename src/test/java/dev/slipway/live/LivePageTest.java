package dev.slipway.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import dev.slipway.testing.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class LivePageTest {

    private static final String CARD =
            """
            <li id="card-a"><p id="title-a"><a id="task-a" href="#a">Task A</a></p><p class="new">a message</p><p>%s</p>%s</li>
            <p data-announce>%s</p>
            """;
    private static final String APPROVE = "<a id=\"approve-a\" href=\"#approve\" class=\"late\">Approve</a>";

    @Inject
    ProbeView probe;

    @Inject
    StreamCount streams;

    @Inject
    LiveRoute route;

    private final String id = UUID.randomUUID().toString();
    private final BrowserContext browser = Browser.newContext();

    @BeforeEach
    void signIn() {
        var page = browser.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#username", Accounts.aUser(Role.VIEWER));
        page.fill("#password", Accounts.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/releases");
        page.close();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void tabsShareOneStream() {
        var first = open();
        var second = open();

        probe.change(id, 2, CARD.formatted("changed", APPROVE, "A waits"));

        assertThat(first.locator("#card-a")).containsText("changed");
        assertThat(second.locator("#card-a")).containsText("changed");
        assertThat(streams.open(id)).isEqualTo(1);
        assertThat(first.locator("#announcer")).hasText("A waits");
    }

    @Test
    void twentyTabsLoadAndFollow() {
        var tabs = IntStream.range(0, 20).mapToObj(no -> open()).toList();

        probe.change(id, 2, CARD.formatted("changed", APPROVE, "A waits"));

        for (var tab : tabs) {
            assertThat(tab.locator("#card-a")).containsText("changed");
        }
        assertThat(streams.open(id)).isEqualTo(1);
        tabs.get(0).reload();
        assertThat(tabs.get(0).locator("h1")).containsText("Probe");
    }

    @Test
    void hiddenTabsKeepNoStreamAndCatchUp() {
        var page = open();
        show(page, "hidden");
        await().until(() -> streams.open(id) == 0);

        probe.changeUnheard(id, 2, CARD.formatted("missed", APPROVE, ""));
        show(page, "visible");

        assertThat(page.locator("#card-a")).containsText("missed");
        assertThat(streams.open(id)).isEqualTo(1);
    }

    @Test
    void theFocusedControlStaysTheSameNode() {
        var page = open();
        page.focus("#approve-a");
        page.evaluate("globalThis.focused = document.activeElement; focused.onblur = () => focused.lost = true");

        probe.change(id, 2, CARD.formatted("changed", APPROVE, ""));

        assertThat(page.locator("#card-a")).containsText("changed");
        assertThat(page.locator("#approve-a")).hasClass("late");
        assertThat(page.evaluate("document.activeElement === focused && focused.isConnected && !focused.lost"))
                .isEqualTo(true);
    }

    @Test
    void focusGoesToTheTitleWhereTheControlIsGone() {
        var page = open();
        page.focus("#approve-a");

        probe.change(id, 2, CARD.formatted("decided", "", ""));

        assertThat(page.locator("#card-a")).containsText("decided");
        assertThat(page.locator("#task-a")).isFocused();
    }

    @Test
    void whatIsOpenStaysOpen() {
        var page = open();
        page.click("#more-b summary");

        probe.change(
                id, 2, "<li id=\"card-b\"><details id=\"more-b\"><summary>More</summary><p>changed</p></details></li>");

        assertThat(page.locator("#card-b")).containsText("changed");
        assertThat(page.locator("#more-b")).hasAttribute("open", "");
    }

    @Test
    void aShellLendsItsAttributesOnly() {
        var page = open();

        probe.change(id, 2, "<i data-shell=\"card-b\" class=\"done\" aria-current=\"step\"></i>");

        assertThat(page.locator("li#card-b.done[aria-current=step] #text-b")).hasText("as it was");
    }

    @Test
    void aDroppedStreamIsOpenedAgain() {
        var page = open();
        var before = streams.opened(id);

        route.stop(new ShutdownEvent());
        probe.change(id, 2, CARD.formatted("changed", APPROVE, ""));

        assertThat(page.locator("#card-a")).containsText("changed");
        assertThat(streams.opened(id)).isGreaterThan(before);
        assertThat(page.locator("#live-notice")).isHidden();
    }

    @Test
    void aPageThatIsNotLiveSaysSo() {
        var page = open();
        probe.changeUnheard(id, 2, CARD.formatted("missed", APPROVE, ""));

        probe.deny(id);
        route.stop(new ShutdownEvent());
        assertThat(page.locator("#live-notice")).isVisible();
        probe.allow(id);

        assertThat(page.locator("#live-notice")).isHidden();
        assertThat(page.locator("#card-a")).containsText("missed");
    }

    @Test
    void announcementsComeOneAfterTheOther() {
        var page = open();
        page.evaluate(
                """
                globalThis.said = [];
                new MutationObserver(() => said.push(announcer.textContent)).observe(announcer, {childList: true});
                """);

        probe.change(id, 2, "<p data-announce>One.</p><p data-announce>Two.</p>");
        assertThat(page.locator("#announcer")).hasText("One.");
        probe.change(id, 3, "<p data-announce>Three.</p>");

        assertThat(page.locator("#announcer")).hasText("Two. Three.");
        assertThat(page.evaluate("said.join('|')")).isEqualTo("One.|Two. Three.");
    }

    @Test
    void aListAsksForItselfAndKeepsTheFocus() {
        var page = open();
        page.fill("#search", "shop");

        probe.change(id + "-list", 2, "");

        assertThat(page.locator("#rows")).hasText("new rows");
        assertThat(page.locator("#search")).isFocused();
        assertThat(page.locator("#search")).hasValue("shop");
    }

    @Test
    void aLogFollowsAtItsEndOnly() {
        var page = open();
        probe.change(id, 2, lines(1, 40));
        assertThat(page.locator("#line-40")).isInViewport();

        page.evaluate("log.scrollTop = 0");
        assertThat(page.locator("#line-1")).isInViewport();
        probe.change(id, 3, lines(39, 43));
        assertThat(page.locator("#log-new")).hasText("3 new lines");
        assertThat(page.locator("#line-43")).not().isInViewport();
        page.click("#log-new");

        assertThat(page.locator("#line-43")).isInViewport();
        assertThat(page.locator("#log-new")).isHidden();
        assertThat(page.locator("#log-lines li")).hasCount(43);
    }

    @Test
    void aPhaseStandsForItsTasks() {
        var page = open();
        assertThat(page.locator("#count")).hasText("2 of 2 tasks selected");

        page.uncheck("#x");
        assertThat(page.locator("#note")).hasText("1 of 2");
        assertThat(page.evaluate("phase.indeterminate && !phase.checked")).isEqualTo(true);
        page.check("#phase");
        assertThat(page.locator("#x")).isChecked();
        page.click("[data-tree-none]");

        assertThat(page.locator("#count")).hasText("0 of 2 tasks selected");
        assertThat(page.locator("#phase")).not().isChecked();
    }

    @Test
    void anAnswerThatIsNotOursIsTold() {
        var page = open();

        page.click("#broken");
        assertThat(page.locator("#problem")).containsText("Slipway does not answer");
        browser.setOffline(true);
        page.click("#broken");

        assertThat(page.locator("#problem")).containsText("Slipway does not answer");
    }

    @Test
    void whatRunsShowsForHowLong() {
        assertThat(open().locator("#since")).hasText(Pattern.compile("\\d+ h \\d+ min"));
    }

    private static String lines(int first, int last) {
        var text = new StringBuilder();
        IntStream.rangeClosed(first, last)
                .forEach(no ->
                        text.append("<li id=\"line-%d\" data-append-to=\"#log-lines\">line %d</li>".formatted(no, no)));
        return text.toString();
    }

    private Page open() {
        var page = browser.newPage();
        page.navigate(address("/probe/live/pages/" + id));
        page.waitForLoadState(LoadState.LOAD);
        await().until(() -> streams.open(id) == 1);
        return page;
    }

    private static void show(Page page, String state) {
        page.evaluate(
                """
                state => {
                  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                state);
    }

    private static String address(String path) {
        return "http://localhost:%d%s".formatted(RestAssured.port, path);
    }
}
