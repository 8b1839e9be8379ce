package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.release;
import static dev.slipway.testing.Given.scripted;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process so long that its page leaves out what has ended. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LongProcessTest {

    private static final int TASKS = 160;

    private UUID release = new UUID(0, 0);

    @BeforeEach
    void begin() {
        var tasks =
                IntStream.range(0, TASKS).mapToObj(no -> scripted("task-" + no)).toArray(Given.Task[]::new);
        release = release("release-all")
                .phase(group(tasks))
                .phase(group(approval("go-live")))
                .create();
        Releaser.execute(release, "go-live");
    }

    @Test
    void whatHasEndedIsThereWhenItIsOpened() {
        try (var person = Person.with(Role.VIEWER)) {
            var page = person.openProcess(release);
            assertThat(page.locator("#card-go-live")).isVisible();
            assertThat(page.locator("#phase-1 .card")).hasCount(0);

            page.locator("#phase-1-head").press("Enter");

            assertThat(page.locator("#phase-1 .card")).hasCount(TASKS);
            assertThat(page.locator("#phase-1-head")).isFocused();
            assertThat(page.locator("#phase-1 .phase__more")).hasCount(0);
        }
    }

    @Test
    void itIsALinkWithoutJavaScript() {
        try (var person = Person.anybody(new NewContextOptions().setJavaScriptEnabled(false))) {
            person.signIn(Accounts.aUser(Role.VIEWER), Accounts.PASSWORD);
            var page = person.openProcess(release);

            page.locator("#phase-1-head").press("Enter");
            page.getByText("Show its 160 tasks").click();

            assertThat(page.locator("#phase-1 .card")).hasCount(TASKS);
            assertThat(page.locator("#card-task-159")).isVisible();
        }
    }
}
