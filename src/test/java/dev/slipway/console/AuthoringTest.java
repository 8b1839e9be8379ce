package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writing release tasks in a browser. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AuthoringTest {

    private static final ContainsTextOptions AFTER_SOME_WAITING = new ContainsTextOptions().setTimeout(60_000);

    @Test
    void aReleaseTaskIsWrittenAndExecutedWithTheKeyboardOnly() {
        try (var person = Person.with(Role.ADMIN)) {
            var page = person.open("/releases/new");
            var keyboard = new Keyboard(page);
            keyboard.tabTo(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .press("Control+A");
            keyboard.type("by-keyboard");
            assertThat(page.locator("#name-state")).containsText("This name is free.");
            keyboard.tabTo(button(page, "Continue to phases and tasks")).press("Enter");
            page.waitForURL("**/drafts/*");

            write(page, keyboard);
            keyboard.tabTo(button(page, "Save")).press("Enter");
            page.waitForURL("**/releases/*-*");
            assertThat(page.locator(".phase")).hasCount(3);
            assertThat(page.locator(".group")).hasCount(4);
            assertThat(page.locator(".card")).hasCount(8);
            execute(page, keyboard);
        }
    }

    private static void write(Page page, Keyboard keyboard) {
        rename(page, keyboard, 1, "Prepare");
        add(page, keyboard, "Group 1 of Prepare", "create_application", Map.of("#input-name", "shop"));
        add(page, keyboard, "Group 1 of Prepare", "wait", Map.of("#input-seconds", "1"));
        keyboard.tabTo(button(page, "Add group (Phase 1: Prepare)")).press("Enter");
        add(page, keyboard, "Group 2 of Prepare", "wait", Map.of("#input-seconds", "1"));
        add(page, keyboard, "Group 2 of Prepare", "wait", Map.of("#input-seconds", "1", "#displayName", "Last"));
        moveUp(page, keyboard, "Last");
        keyboard.tabTo(button(page, "Add phase")).press("Enter");
        rename(page, keyboard, 2, "Go");
        add(page, keyboard, "Group 1 of Go", "manual_trigger", Map.of("#displayName", "Start"));
        var health = "http://localhost:%d/q/health".formatted(RestAssured.port);
        add(page, keyboard, "Group 1 of Go", "http_request", Map.of("#input-url", health));
        keyboard.tabTo(button(page, "Add phase")).press("Enter");
        rename(page, keyboard, 3, "Settle");
        add(page, keyboard, "Group 1 of Settle", "wait", Map.of("#input-seconds", "1"));
        add(page, keyboard, "Group 1 of Settle", "wait", Map.of("#input-seconds", "1"));
    }

    private static void rename(Page page, Keyboard keyboard, int no, String name) {
        var menu = button(page, "Actions for Phase %d: New phase".formatted(no));
        keyboard.tabTo(menu).press("Enter");
        keyboard.tabTo(page.locator(".part-menu:popover-open").getByText("Rename"))
                .press("Enter");
        keyboard.tabTo(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .press("Control+A");
        keyboard.type(name);
        keyboard.press("Enter");
        assertThat(button(page, "Actions for Phase %d: %s".formatted(no, name))).isFocused();
    }

    private static void add(Page page, Keyboard keyboard, String group, String type, Map<String, String> fields) {
        keyboard.tabTo(page.getByRole(AriaRole.LINK, named("Add task (%s)".formatted(group))))
                .press("Enter");
        keyboard.tabTo(page.locator("dialog[open] #type-" + type)).press("Enter");
        assertThat(page.locator("dialog[open] #task-form")).isVisible();
        fields.forEach((field, text) -> {
            keyboard.tabTo(page.locator(field)).press("Control+A");
            keyboard.type(text);
        });
        keyboard.tabTo(button(page, "Done")).press("Enter");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator(".card__title a:focus")).hasCount(1);
    }

    private static void moveUp(Page page, Keyboard keyboard, String task) {
        keyboard.tabTo(button(page, "Actions for " + task)).press("Enter");
        keyboard.tabTo(page.locator(".part-menu:popover-open").getByText("Move up"))
                .press("Enter");
        assertThat(page.locator("#announcer")).containsText("Last is now number 1 of 2 in group 2 of phase Prepare.");
        assertThat(button(page, "Actions for " + task)).isFocused();
    }

    private static void execute(Page page, Keyboard keyboard) {
        keyboard.tabTo(page.locator("#execute")).press("Enter");
        keyboard.tabTo(button(page, "Execute Now")).press("Enter");
        var approve = page.getByRole(AriaRole.LINK, named("Approve Start"));
        approve.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        keyboard.tabTo(approve).press("Enter");
        keyboard.tabTo(button(page, "Agree")).press("Enter");
        assertThat(page.locator("#release-status")).containsText("Successful", AFTER_SOME_WAITING);
    }

    @Test
    void aReleaseTaskIsWrittenAndEditedWithoutScript() {
        try (var person = Person.anybody(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = person.signIn(Accounts.aUser(Role.DEVELOPER), Accounts.PASSWORD);
            page.navigate(Person.address("/releases/new"));
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("without-script");
            button(page, "Continue to phases and tasks").click();
            page.getByText("Add task").click();
            page.locator("#type-wait").click();
            page.locator("#input-seconds").fill("soon");
            button(page, "Done").click();
            assertThat(page.locator("#problems")).containsText("Delay in seconds: Enter a whole number.");
            page.locator("#input-seconds").fill("1");
            button(page, "Done").click();
            button(page, "Add phase").click();
            button(page, "Save").click();
            assertThat(page.locator("#problems"))
                    .containsText("Group 1 of New phase: Add a task, or delete the group.");
            button(page, "Actions for Phase 2: New phase").click();
            page.locator(".part-menu:popover-open").getByText("Delete").click();
            button(page, "Save").click();
            assertThat(page.locator("h1")).hasText("without-script");

            page.navigate(page.url() + "/edit");
            button(page, "Actions for Wait").click();
            page.locator(".part-menu:popover-open").getByText("Duplicate").click();
            button(page, "Save").click();

            assertThat(page.locator(".card")).hasCount(2);
        }
    }

    @Test
    void aLostSessionLosesNothing() {
        var user = Accounts.aUser(Role.DEVELOPER);
        try (var person = Person.anybody()) {
            var page = person.signIn(user, Accounts.PASSWORD);
            aTask(page);
            var task = page.locator(".card__title a").getAttribute("href");
            page.navigate(Person.address(task));
            page.fill("#displayName", "Kept");
            page.press("#displayName", "Tab");
            assertThat(page.locator("#task-state")).containsText("Kept at");
            person.browser().clearCookies(new ClearCookiesOptions().setName("slipway-session"));

            page.fill("#displayName", "Kept all the same");
            page.press("#displayName", "Tab");
            page.waitForURL("**/sign-in");
            page.fill("#username", user);
            page.fill("#password", Accounts.PASSWORD);
            page.press("#password", "Enter");

            page.waitForURL("**" + task);
            assertThat(page.locator("#displayName")).hasValue("Kept all the same");
            button(page, "Done").click();
            assertThat(page.locator(".card")).containsText("Kept all the same");
        }
    }

    @Test
    void partsAreDraggedAndLeavingWithUnsentInputWarns() {
        try (var person = Person.with(Role.DEVELOPER)) {
            var page = person.open("/releases");
            aTask(page);
            button(page, "Actions for Wait").click();
            page.locator(".part-menu:popover-open").getByText("Duplicate").click();
            assertThat(page.locator(".card")).hasCount(2);
            page.locator("#add-phase").click();
            assertThat(page.locator(".phase")).hasCount(2);

            page.locator(".card .card__target")
                    .nth(1)
                    .dragTo(page.locator(".phase").nth(1).locator(".group__title"));

            assertThat(page.locator(".phase").nth(1).locator(".card")).hasCount(1);
            assertThat(page.locator("#announcer"))
                    .containsText("Wait is now number 1 of 1 in group 1 of phase New phase.");
            page.click("#set-basic-info");
            page.fill("#description", "Unsent");
            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            page.reload();
            assertThat(asked).isEqualTo(List.of("beforeunload"));
            assertThat(Rows.number("select count(*) from draft")).isEqualTo(1);
        }
    }

    /** Leaves the page in the editor of a new draft with one task. */
    private static void aTask(Page page) {
        page.navigate(Person.address("/releases/new"));
        button(page, "Continue to phases and tasks").click();
        page.getByText("Add task").click();
        page.locator("#type-wait").click();
        button(page, "Done").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator(".card")).hasCount(1);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
