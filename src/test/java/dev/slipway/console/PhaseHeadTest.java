package dev.slipway.console;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.release;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Name and status of a phase, which slide along where a part of the phase is beyond the window. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class PhaseHeadTest {

    private static final int HEIGHT = 800;

    private static final String COVERED_NAMES =
            """
            () => {
              const covered = [];
              const scroll = document.querySelector(".process__scroll");
              for (let x = 0; x <= scroll.scrollWidth - scroll.clientWidth; x += 20) {
                scroll.scrollLeft = x;
                for (const head of document.querySelectorAll(".phase__head")) {
                  const name = head.querySelector(".phase__title");
                  const status = head.querySelector(".status").getBoundingClientRect();
                  const text = document.createRange();
                  text.selectNodeContents(name);
                  if ([...text.getClientRects()].some(line =>
                      status.left < line.right && status.right > line.left
                      && status.top < line.bottom && status.bottom > line.top)) {
                    covered.push(`${name.textContent.trim()} at ${x}`);
                  }
                }
              }
              return covered;
            }
            """;

    @Test
    void aStatusNeverCoversTheNameOfItsPhase() {
        var release = release("release-wide")
                .phase(group(scripted("build")))
                .phase(group(scripted("first")), group(scripted("second")), group(scripted("third")))
                .phase("Second version of the shop", group(scripted("deploy")))
                .phase("Second version", group(scripted("update")))
                .create();
        try (var person = Person.with(Role.VIEWER)) {
            var page = person.openProcess(release);

            for (int width = 980; width <= 1500; width += 40) {
                assertThat(coveredNames(page, width))
                        .as("window of %d px", width)
                        .isEmpty();
            }
        }
    }

    private static List<?> coveredNames(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        return (List<?>) page.evaluate(COVERED_NAMES);
    }
}
