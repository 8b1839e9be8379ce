package dev.slipway.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PageScriptsTest {

    @Inject
    ProbeView probe;

    @Inject
    StreamCount streams;

    private final String id = UUID.randomUUID().toString();
    private Tabs tabs;

    @BeforeEach
    void signIn() {
        tabs = new Tabs(Accounts.aUser(Role.VIEWER), id);
    }

    @AfterEach
    void close() {
        tabs.close();
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
        tabs.goOffline();
        page.click("#broken");

        assertThat(page.locator("#problem")).containsText("Slipway does not answer");
    }

    @Test
    void whatDidNotWorkIsSeenFromFarBelow() {
        var page = open();
        Tabs.scrollFarDown(page);

        page.click("#broken");

        assertThat(page.locator("#problem .notice")).isInViewport();
    }

    @Test
    void whatDidNotWorkIsSeenFromTheEndOfADialog() {
        var page = open();
        page.evaluate(
                """
                () => {
                  const space = document.createElement('div');
                  space.style.height = '300vh';
                  const told = document.createElement('div');
                  told.dataset.problem = '';
                  const dialog = document.createElement('dialog');
                  dialog.append(told, space, broken);
                  document.body.append(dialog);
                  dialog.showModal();
                }
                """);

        page.click("#broken");

        assertThat(page.locator("dialog .notice")).isInViewport();
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
        var page = tabs.open();
        await().until(() -> streams.open(id) == 1);
        return page;
    }
}
