package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.demo.Demo;
import dev.slipway.testing.Database;
import dev.slipway.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SceneTest {

    private static final ContainsTextOptions AFTER_REAL_WORK = new ContainsTextOptions().setTimeout(90_000);

    @Inject
    Demo demo;

    @BeforeEach
    void createDemo() {
        demo.create();
    }

    @AfterEach
    void stopWhatWasReleased() {
        Services.stop();
    }

    @Test
    void aReleaseSucceedsWithTheMouse() {
        try (var person = Person.anybody()) {
            var page = person.signIn("admin", "slipway");
            link(page, "Execute release-shop").click();
            assertThat(dialog(page).locator("input[name=task]:checked")).hasCount(9);
            assertThat(dialog(page)).containsText("9 of 9 tasks selected");
            button(page, "Execute Now").click();
            page.waitForURL("**/releases/*-*");
            page.evaluate("globalThis.neverReloaded = true");
            var card = page.locator("#card-approve-go-live");
            assertThat(card).containsText("To be approved", AFTER_REAL_WORK);
            assertThat(page.locator("#card-build-catalog")).containsText("Successful");
            page.mouse().move(0, 0);
            assertThat(link(page, "Approve Approve go-live")).hasCSS("opacity", "0");

            card.hover();
            assertThat(link(page, "Approve Approve go-live")).hasCSS("opacity", "1");
            link(page, "Approve Approve go-live").click();
            page.getByLabel("Comments").fill("Checked with the shop team.");
            button(page, "Agree").click();

            assertThat(dialog(page)).hasCount(0);
            assertThat(page.locator("#release-status")).containsText("Successful", AFTER_REAL_WORK);
            assertThat(page.evaluate("neverReloaded")).isEqualTo(true);
            assertThat(Services.get("http://localhost:9010/").statusCode()).isEqualTo(200);
            theRecordNames(page, "admin", "Checked with the shop team.");
        }
    }

    private static void theRecordNames(Page page, String person, String comments) {
        link(page, "Execution 1").click();
        var decisions = page.locator("section[aria-labelledby=decisions-title] tbody");
        assertThat(decisions).containsText(person);
        assertThat(decisions).containsText(comments);
    }

    @Test
    void aReleaseSucceedsWithTheKeyboardOnly() {
        try (var person = Person.anybody()) {
            var page = person.open("/releases");
            var keyboard = new Keyboard(page);
            keyboard.tabTo(page.getByLabel("User name")).type("admin");
            keyboard.tabTo(page.getByLabel("Password")).type("slipway");
            keyboard.tabTo(button(page, "Sign in")).press("Enter");
            page.waitForURL("**/releases");
            keyboard.tabTo(link(page, "Execute release-shop")).press("Enter");
            assertThat(dialog(page)).isVisible();
            keyboard.tabTo(page.getByLabel("Check catalog")).press("Space");
            assertThat(dialog(page)).containsText("8 of 9 tasks selected");
            keyboard.tabTo(button(page, "Execute Now")).press("Enter");
            page.waitForURL("**/releases/*-*");
            keyboard.tabTo(link(page, "Build storefront"));
            keyboard.watchFocus();
            assertThat(page.locator("#card-approve-go-live")).containsText("To be approved", AFTER_REAL_WORK);

            keyboard.tabTo(link(page, "Approve Approve go-live")).press("Enter");
            keyboard.tabTo(page.getByLabel("Comments")).type("By keyboard.");
            keyboard.tabTo(button(page, "Agree")).press("Enter");

            assertThat(dialog(page)).hasCount(0);
            assertThat(page.locator("#release-status")).containsText("Successful", AFTER_REAL_WORK);
            assertThat(keyboard.lostFocus()).isFalse();
            assertThat(Services.get("http://localhost:9010/").statusCode()).isEqualTo(200);
            assertThat(page.locator("#card-check-catalog")).containsText("Skipped");
        }
    }

    @Test
    void aReleaseSucceedsWithoutScript() {
        try (var person = Person.anybody(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = person.signIn("admin", "slipway");
            link(page, "Execute release-payments").click();
            assertThat(page.locator("input[name=task]:checked")).hasCount(6);
            button(page, "Execute Now").click();
            refreshUntil(page, page.locator("#card-start-update"), "To be approved");

            link(page, "Approve Start the update").click();
            assertThat(page.locator("main")).containsText("Start its update when nobody books.");
            button(page, "Agree").click();

            refreshUntil(page, page.locator("#release-status"), "Successful");
            assertThat(Services.get("http://localhost:9012/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aReleaseThatFailsSaysWhy() {
        try (var person = Person.anybody()) {
            var page = person.signIn("releaser", "slipway");
            link(page, "Execute release-ledger-broken").click();
            button(page, "Execute Now").click();

            var card = page.locator("#card-break-ledger");
            assertThat(card).containsText("did not become healthy in time", AFTER_REAL_WORK);
            assertThat(card).containsText("was put back and is healthy");
            assertThat(page.locator("#release-status")).containsText("Release failed");
            link(page, "Break ledger").click();
            assertThat(page.getByRole(AriaRole.REGION, named("Error of attempt 1")))
                    .containsText("was put back and is healthy");
            assertThat(Services.get("http://localhost:9012/").statusCode()).isEqualTo(200);
        }
    }

    private static void refreshUntil(Page page, Locator place, String text) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .pollInSameThread()
                .untilAsserted(() -> {
                    link(page, "Refresh").click();
                    assertThat(place.textContent()).contains(text);
                });
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }
}
