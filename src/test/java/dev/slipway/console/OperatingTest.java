package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.release;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.testing.Given.task;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release that is stopped, continued, retried, skipped past and rolled back, in the browser. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OperatingTest {

    @Inject
    Scripted scripts;

    private UUID release = new UUID(0, 0);

    @BeforeEach
    void define() {
        scripts.fail("build", "The compiler is missing.");
        scripts.fail("check", "The check is broken.");
        release = release("release-shop")
                .phase(group(approval("go-live"), task("shop", "create_application", Map.of("name", "shop"))))
                .phase(group(scripted("build"), scripted("check")))
                .create();
    }

    @Test
    void aReleaseIsOperatedWithoutAReload() {
        try (var person = Person.with(Role.RELEASER, Role.APPROVER)) {
            var page = person.openProcess(release);
            choose(page, "Execute", "Execute Now");
            page.waitForURL("**/releases/*-*");
            page.evaluate("globalThis.neverReloaded = true");
            assertStatus(page, "To be approved");

            choose(page, "Stop", "Stop");
            assertStatus(page, "Paused");
            choose(page, "Continue", "Continue");
            assertStatus(page, "To be approved");
            link(page, "Approve go-live");
            button(page, "Agree");
            assertStatus(page, "Release failed");

            goOnPastTheFailures(page);
            link(page, "Roll Back release-shop");
            assertThat(page.locator("dialog[open]")).containsText("delete the application shop");
            button(page, "Roll Back");
            assertStatus(page, "Rolled back");
        }
    }

    private void goOnPastTheFailures(Page page) {
        scripts.on("build", ticket -> Scripted.succeeded());
        link(page, "Retry build");
        button(page, "Retry");
        assertThat(page.locator("#card-build")).containsText("attempt 2");
        assertThat(page.locator("#failed-check")).isVisible();
        link(page, "Skip check");
        page.getByLabel("Reason").fill("Known to be broken.");
        button(page, "Skip");
        assertStatus(page, "Successful 1 skipped by");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.waitForFunction("globalThis.neverReloaded === true");
    }

    @Test
    void aReleaseIsRetriedAndRolledBackWithoutScript() {
        scripts.on("check", ticket -> Scripted.succeeded());
        var releaser = Accounts.aUser(Role.RELEASER, Role.APPROVER);
        try (var person = Person.anybody(new NewContextOptions().setJavaScriptEnabled(false))) {
            person.signIn(releaser, Accounts.PASSWORD);
            var page = person.openProcess(release);
            link(page, "Execute release-shop");
            button(page, "Execute Now");
            link(page, "Approve go-live");
            button(page, "Agree");
            refreshUntil(page, "Release failed");

            scripts.on("build", ticket -> Scripted.succeeded());
            link(page, "Retry release-shop");
            button(page, "Retry");
            refreshUntil(page, "Successful");
            link(page, "Roll Back release-shop");
            button(page, "Roll Back");
            refreshUntil(page, "Rolled back");
        }
    }

    private static void choose(Page page, String operation, String confirmation) {
        link(page, operation + " release-shop");
        button(page, confirmation);
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private void refreshUntil(Page page, String status) {
        for (int looks = 0; looks < 50; looks++) {
            page.navigate(Person.address("/releases/" + release));
            if (page.locator("#release-status").textContent().contains(status)) {
                return;
            }
            page.waitForTimeout(200);
        }
        assertStatus(page, status);
    }

    private static void assertStatus(Page page, String status) {
        assertThat(page.locator("#release-status")).containsText(status);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
