package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String PAGE =
            "data:text/html,<!doctype html><html lang=en><title>Page</title><main><h1>Hello</h1><img src=x></main>";

    @Test
    void opensAPageAndLetsAxeFindWhatIsWrong() {
        try (var context = Browser.newContext()) {
            var page = context.newPage();
            page.navigate(PAGE);

            var violations = new AxeBuilder(page).analyze().getViolations();

            assertThat(page.title()).isEqualTo("Page");
            assertThat(violations).extracting("id").containsExactly("image-alt");
        }
    }
}
