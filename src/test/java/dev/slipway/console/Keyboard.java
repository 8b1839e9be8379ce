package dev.slipway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who uses nothing but the keyboard, and must always see where they are. */
record Keyboard(Page page) {

    private static final int MORE_STOPS_THAN_ANY_PAGE_HAS = 120;

    private static final String WATCH =
            """
            () => {
              globalThis.lostFocus = false;
              const look = () => {
                globalThis.lostFocus ||= document.activeElement === document.body;
                requestAnimationFrame(look);
              };
              look();
            }
            """;

    private static final String SHOWN =
            """
            control => {
              const { outlineStyle, outlineWidth, opacity } = getComputedStyle(control);
              return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && opacity === "1";
            }
            """;

    /** Presses Tab until the focus is there. */
    Keyboard tabTo(Locator control) {
        for (int stop = 0; stop < MORE_STOPS_THAN_ANY_PAGE_HAS; stop++) {
            page.keyboard().press("Tab");
            if (isFocused(control)) {
                assertThat(control.evaluate(SHOWN))
                        .as("the focus on %s shows", control)
                        .isEqualTo(true);
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + control);
    }

    /** Presses a key. */
    void press(String key) {
        page.keyboard().press(key);
    }

    /** Types a text. */
    void type(String text) {
        page.keyboard().type(text);
    }

    /** From now on, remembers whether the focus was ever lost. */
    void watchFocus() {
        page.evaluate(WATCH);
    }

    /** Tells whether the focus was lost since {@link #watchFocus}. */
    boolean lostFocus() {
        return (boolean) page.evaluate("lostFocus");
    }

    private static boolean isFocused(Locator control) {
        return (boolean) control.evaluate("control => control === document.activeElement");
    }
}
