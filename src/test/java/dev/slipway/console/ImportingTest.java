package dev.slipway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A template package becomes a release task, and its components run. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ImportingTest {

    private static final ContainsTextOptions AFTER_REAL_WORK = new ContainsTextOptions().setTimeout(90_000);

    @AfterEach
    void stopWhatWasReleased() {
        Services.stop();
    }

    @Test
    void theSamplePackageIsImportedAndReleased() throws IOException {
        Given.environment("local", "process");
        var sample = Zip.of(Path.of("deploy/samples/packages/preview"));
        try (var person = Person.with(Role.DEVELOPER, Role.RELEASER)) {
            var page = person.open("/releases/import");
            page.getByLabel("Package file").setInputFiles(new FilePayload("preview.zip", "application/zip", sample));
            button(page, "Open package");
            assertThat(page.locator("h1")).containsText("preview");
            assertThat(page.getByLabel("catalog_url")).hasValue("http://localhost:9021");
            button(page, "Create release task");

            assertThat(page.locator(".phase")).hasCount(3);
            page.locator("#execute").click();
            button(page, "Execute Now");

            assertThat(page.locator("#release-status")).containsText("Successful", AFTER_REAL_WORK);
            assertThat(Services.get("http://localhost:9020/").body()).contains("EUR");
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
