package dev.slipway.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium of a test run, started with the first context that a test asks for. */
public final class Browser {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
            "--disable-gpu");

    private static com.microsoft.playwright.@Nullable Browser shared;

    private Browser() {}

    /** Gives a new context, which knows nothing of other tests; the caller closes it. */
    public static BrowserContext newContext() {
        return newContext(new NewContextOptions());
    }

    /** Gives a new context that is, for example, without script. */
    public static synchronized BrowserContext newContext(NewContextOptions options) {
        if (shared == null) {
            shared = launch();
        }
        return shared.newContext(options);
    }

    private static com.microsoft.playwright.Browser launch() {
        var chromium = chromium();
        var withoutDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(withoutDownload)
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET)
                        .setHeadless(true));
    }

    private static Path chromium() {
        try {
            var script = new ProcessBuilder(".ci/install-chromium", System.getProperty("java.class.path"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var path = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (script.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("There is no Chromium for the browser tests: set SLIPWAY_CHROMIUM.");
            }
            return Path.of(path.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
