package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SchedulingTest {

    UUID release;

    @BeforeEach
    void begin() {
        release = Given.release("nightly")
                .phase(Given.group(Given.scripted("one"), Given.scripted("two")))
                .create();
    }

    @Test
    void setsAPolicyInTwoStepsAndReadsTheNextStartsInItsOwnZone() {
        try (var person = Person.anybody(new NewContextOptions().setTimezoneId("Asia/Tokyo"))) {
            person.signIn(Accounts.aUser(Role.RELEASER), Accounts.PASSWORD);
            var page = person.open("/releases/%s/trigger".formatted(release));

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set trigger policy"))
                    .click();
            page.getByRole(AriaRole.BUTTON, named("Select none")).click();
            page.getByRole(AriaRole.BUTTON, named("Next")).click();
            assertThat(page.locator("dialog [data-choose]")).isVisible();
            page.getByLabel("two").check();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.BUTTON, named("OK"))).isHidden();
            page.getByRole(AriaRole.BUTTON, named("Next")).click();

            assertThat(page.locator("#trigger-step-2")).isFocused();
            page.getByLabel("by a cron expression").check();
            assertThat(page.getByLabel("Trigger time")).isHidden();
            assertThat(page.getByLabel("Offset from UTC")).hasValue("9");
            page.getByLabel("Cron expression", new Page.GetByLabelOptions().setExact(true))
                    .fill("0 30 9 1 1 ? *");
            page.getByLabel("Offset from UTC").selectOption("8");
            var next = Pattern.compile("1 Jan \\d{4}, 10:30:00 .*9");
            assertThat(page.locator("#trigger-preview li").first()).hasText(next);
            page.getByRole(AriaRole.BUTTON, named("OK")).click();

            assertThat(page.locator("main .starts li").first()).hasText(next);
            assertThat(page.locator("main [data-zone]")).hasText("In your time zone, Asia/Tokyo.");
            assertThat(page.locator("main dl")).containsText("0 30 9 1 1 ? * UTC+8");
        }
    }

    @Test
    void worksWithoutScript() {
        try (var person = Person.anybody(new NewContextOptions().setJavaScriptEnabled(false))) {
            person.signIn(Accounts.aUser(Role.RELEASER), Accounts.PASSWORD);
            var page = person.open("/releases/%s/trigger".formatted(release));

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set trigger policy"))
                    .click();
            page.getByLabel("two").uncheck();
            page.getByLabel("Scheduled, once").check();
            page.getByLabel("Trigger time").fill("2020-01-01T09:00");
            page.getByRole(AriaRole.BUTTON, named("OK")).click();
            page.getByText("The trigger time has passed").first().click();
            page.getByLabel("Trigger time").fill("2098-07-21T09:30");
            page.getByRole(AriaRole.BUTTON, named("OK")).click();

            assertThat(page.locator("main .starts li")).hasText("Mon 21 Jul 2098, 09:30:00 UTC");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
