package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.release;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DecidingTest {

    private static final String DECISIONS = "select count(*) from decision";
    private static final Pattern OFFER = Pattern.compile("^(Execute|Stop|Approve) ");

    @Inject
    Scripted scripts;

    private UUID release = new UUID(0, 0);
    private long execution;

    @BeforeEach
    void stopAtTheApproval() {
        scripts.block("build");
        release = release("release-shop")
                .phase(group(approval("go-live")), group(scripted("build")))
                .phase(group(scripted("deploy")))
                .create();
        execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "go-live", Status.TO_BE_APPROVED);
    }

    @Test
    void rejectEndsTheReleaseAndSaysWhoDid() {
        var approver = Accounts.aUser(Role.APPROVER);
        try (var person = Person.anybody()) {
            person.signIn(approver, Accounts.PASSWORD);
            var page = person.openProcess(release);
            askOn(page);
            button(page, "Reject").click();
            scripts.goOn("build");

            assertThat(page.locator("#release-status")).containsText("Release failed");
            assertThat(page.locator("#process-head")).containsText("go-live was rejected by Display " + approver);
            assertThat(page.locator("#card-deploy")).containsText("Not executed");
        }
    }

    @Test
    void theSecondLearnsWhoWasFirst() {
        var quick = Accounts.aUser(Role.APPROVER);
        try (var first = Person.anybody();
                var second = Person.with(Role.APPROVER)) {
            first.signIn(quick, Accounts.PASSWORD);
            var late = second.openProcess(release);
            askOn(late);
            var early = first.openProcess(release);
            askOn(early);
            button(early, "Agree").click();
            assertThat(early.locator("dialog[open]")).hasCount(0);

            button(late, "Reject").click();

            assertThat(late.locator("dialog[open]")).containsText("Already decided by Display " + quick + " at");
            assertThat(late.locator("dialog[open]")).containsText("Your answer changed nothing.");
            assertThat(Rows.number(DECISIONS)).isEqualTo(1);
            assertThat(Rows.status(execution, "go-live")).isEqualTo(Status.SUCCESSFUL);
        }
    }

    @Test
    void twoClicksAreOneDecision() {
        try (var person = Person.with(Role.APPROVER)) {
            var page = person.openProcess(release);
            askOn(page);

            button(page, "Agree").dblclick();

            assertThat(page.locator("dialog[open]")).hasCount(0);
            assertThat(page.locator("#card-go-live")).containsText("Successful");
            assertThat(page.locator("#problem")).isEmpty();
            assertThat(Rows.number(DECISIONS)).isEqualTo(1);
        }
    }

    @Test
    void whoMayNotIsOfferedNothing() {
        try (var person = Person.with(Role.VIEWER)) {
            var list = person.open("/releases");
            assertThat(list.locator("#rows")).containsText("release-shop");
            assertThat(offers(list)).hasCount(0);

            var process = person.openProcess(release);

            assertThat(process.locator("#card-go-live")).containsText("To be approved");
            assertThat(offers(process)).hasCount(0);
        }
    }

    @Test
    void whoMayIsOfferedBoth() {
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(offers(person.openProcess(release))).hasCount(2);
        }
    }

    @Test
    void othersSeeAtOnceWhatIsDecided() {
        try (var decider = Person.with(Role.APPROVER);
                var other = Person.with(Role.VIEWER)) {
            var watched = other.openProcess(release);
            var page = decider.openProcess(release);
            askOn(page);
            button(page, "Agree").click();

            assertThat(watched.locator("#card-go-live")).containsText("Successful");
        }
    }

    @Test
    void theFocusStaysOnApproveWhileAnotherCardChanges() {
        try (var person = Person.with(Role.APPROVER)) {
            var page = person.openProcess(release);
            approve(page).focus();
            new Keyboard(page).watchFocus();

            scripts.goOn("build");

            assertThat(page.locator("#card-build")).containsText("Successful");
            assertThat(approve(page)).isFocused();
            assertThat(new Keyboard(page).lostFocus()).isFalse();
        }
    }

    @Test
    void theFocusComesBackWhenTheDialogIsClosed() {
        try (var person = Person.with(Role.APPROVER)) {
            var page = person.openProcess(release);
            askOn(page);
            page.keyboard().press("Escape");

            assertThat(approve(page)).isFocused();
        }
    }

    private static void askOn(Page page) {
        approve(page).click();
        assertThat(page.locator("dialog[open]")).isVisible();
    }

    private static Locator approve(Page page) {
        return page.locator("#approve-go-live");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator offers(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OFFER));
    }
}
