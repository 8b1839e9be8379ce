package dev.slipway.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
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
    private Tabs tabs;

    @BeforeEach
    void signIn() {
        tabs = new Tabs(Accounts.aUser(Role.VIEWER), id);
    }

    @AfterEach
    void close() {
        streams.refuse(false);
        tabs.close();
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
        var pages = IntStream.range(0, 20).mapToObj(no -> open()).toList();

        probe.change(id, 2, CARD.formatted("changed", APPROVE, "A waits"));

        for (var tab : pages) {
            assertThat(tab.locator("#card-a")).containsText("changed");
        }
        assertThat(streams.open(id)).isEqualTo(1);
        pages.get(0).reload();
        assertThat(pages.get(0).locator("h1")).containsText("Probe");
    }

    @Test
    void aBrowserWithoutSharedWorkersFollowsToo() {
        tabs.forgetSharedWorkers();
        var page = open();

        probe.change(id, 2, CARD.formatted("changed", APPROVE, ""));

        assertThat(page.locator("#card-a")).containsText("changed");
    }

    @Test
    void hiddenTabsKeepNoStreamAndCatchUp() {
        var page = open();
        Tabs.show(page, "hidden");
        await().until(() -> streams.open(id) == 0);

        probe.changeUnheard(id, 2, CARD.formatted("missed", APPROVE, ""));
        Tabs.show(page, "visible");

        assertThat(page.locator("#card-a")).containsText("missed");
        assertThat(streams.open(id)).isEqualTo(1);
    }

    @Test
    void theFocusedControlStaysTheSameNode() {
        var page = open();
        page.focus("#approve-a");
        page.evaluate("globalThis.focused = document.activeElement; focused.onblur = () => focused.lost = true; null");

        probe.change(id, 2, CARD.formatted("changed", APPROVE, ""));

        assertThat(page.locator("#card-a")).containsText("changed");
        assertThat(page.locator("#approve-a")).hasClass("late");
        assertThat(page.evaluate("document.activeElement === focused && !focused.lost"))
                .isEqualTo(true);
    }

    @Test
    void theFocusStaysWhereOthersChangePlaces() {
        var page = open();
        page.focus("#approve-a");
        page.evaluate("globalThis.focused = document.activeElement; focused.onblur = () => focused.lost = true; null");

        probe.change(id, 2, "<li id=\"card-a\">%s<p id=\"title-a\">now last</p></li>".formatted(APPROVE));

        assertThat(page.locator("#card-a > :last-child")).hasText("now last");
        assertThat(page.locator("#card-a > *")).hasCount(2);
        assertThat(page.evaluate("document.activeElement === focused && !focused.lost"))
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

        route.letGo();
        probe.change(id, 2, CARD.formatted("changed", APPROVE, ""));

        assertThat(page.locator("#card-a")).containsText("changed");
        assertThat(streams.opened(id)).isGreaterThan(before);
        assertThat(page.locator("#live-notice")).isHidden();
    }

    @Test
    void aPageThatIsNotLiveSaysSo() {
        var page = open();
        probe.changeUnheard(id, 2, CARD.formatted("missed", APPROVE, ""));
        Tabs.scrollFarDown(page);

        streams.refuse(true);
        route.letGo();
        // It appears four seconds after the stream has gone, which a busy machine notices late.
        assertThat(page.locator("#live-notice")).isVisible(new IsVisibleOptions().setTimeout(20_000));
        assertThat(page.locator("#live-notice")).isInViewport();
        streams.refuse(false);

        // The longer it lasts, the more the attempts are apart.
        assertThat(page.locator("#live-notice")).isHidden(new IsHiddenOptions().setTimeout(40_000));
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

    private Page open() {
        var page = tabs.open();
        await().until(() -> streams.open(id) == 1);
        return page;
    }
}
