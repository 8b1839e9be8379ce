package dev.slipway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Inject
    Scripted scripts;

    @Test
    void axeFindsNothingBeforeSigningIn() {
        try (var person = Person.anybody()) {
            assertThat(findings(person, Sight.beforeSigningIn())).isEmpty();
        }
    }

    @Test
    void axeFindsNothingWhereThereIsNothing() {
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, Sight.ofNothing())).isEmpty();
        }
    }

    @Test
    void axeFindsNothingWhereSomethingIsForbidden() {
        var release = Given.release("release-shop")
                .phase(Given.group(Given.approval("go-live")))
                .create();
        try (var person = Person.with(Role.VIEWER)) {
            var forbidden = new Sight("forbidden", Sight.process(release) + "/execute", page -> {});

            assertThat(findings(person, List.of(forbidden))).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnThePagesOfReleases() {
        var room = Showroom.open(scripts);
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, Sight.of(room))).isEmpty();
        }
    }

    @Test
    void axeFindsNothingInOpenDialogs() {
        var room = Showroom.open(scripts);
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, Sight.dialogsOf(room))).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnThePagesOfTheCatalogAndOfProjects() {
        var room = Storeroom.open();
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, room.sights())).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnThePagesOfWebhooks() {
        var room = Switchboard.open();
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, room.sights())).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnThePagesOfTokensAndServiceAccounts() {
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, TokenSights.all())).isEmpty();
        }
    }

    @Test
    void axeFindsNothingInTheEditor() {
        var room = Showroom.open(scripts);
        try (var person = Person.with(Role.ADMIN)) {
            assertThat(findings(person, EditorSights.of(room))).isEmpty();
        }
    }

    private static List<String> findings(Person person, List<Sight> sights) {
        try (var page = person.browser().newPage()) {
            return sights.stream().flatMap(sight -> findings(page, sight)).toList();
        }
    }

    /** Wide in light, and narrow in dark: all colours come from the same tokens, so two looks see them all. */
    private static Stream<String> findings(Page page, Sight sight) {
        page.setViewportSize(1280, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(Person.address(sight.path()));
        sight.then().accept(page);
        var light = axe(page).withTags(RULES).analyze().getViolations();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        var narrow = axe(page).withTags(RULES).analyze().getViolations();
        return Stream.of(
                        inWords(sight.name() + ", light", light),
                        inWords(sight.name() + ", dark and narrow", narrow),
                        overflow(page, sight))
                .flatMap(findings -> findings);
    }

    // There are no frames, and without them axe needs no second page.
    private static AxeBuilder axe(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static Stream<String> inWords(String where, List<Rule> violations) {
        return violations.stream().flatMap(rule -> rule.getNodes().stream().map(node -> "%s: %s at %s: %s"
                .formatted(where, rule.getId(), node.getTarget(), node.getFailureSummary())));
    }

    private static Stream<String> overflow(Page page, Sight sight) {
        var width = (int) page.evaluate("document.documentElement.scrollWidth");
        return width <= 320 ? Stream.empty() : Stream.of("%s: %d px wide at 320".formatted(sight.name(), width));
    }
}
