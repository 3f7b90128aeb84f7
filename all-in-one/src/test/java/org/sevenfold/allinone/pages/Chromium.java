package org.sevenfold.allinone.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The browser of this machine, and everything it complained about. */
final class Chromium implements AutoCloseable {

    private static final List<String> KNOWN =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> QUIET =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run");

    final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Starts it; on a machine without one the test is skipped, but not where everything is built for good. */
    static Chromium start() {
        @Nullable Path executable = executable();
        assumeTrue(
                executable != null || "true".equals(System.getenv("CI")),
                "There is no Chromium here, so the pages are not tried in a browser; install it, or set"
                        + " SEVENFOLD_CHROMIUM to where it is.");
        return new Chromium(Objects.requireNonNull(executable, "Chromium is needed where CI is true"));
    }

    private static @Nullable Path executable() {
        @Nullable String told = System.getenv("SEVENFOLD_CHROMIUM");
        if (told != null) {
            return Path.of(told);
        }
        return KNOWN.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** A window in which whatever goes wrong is remembered, also what is fetched from anywhere but the product. */
    Page window(int width, String product) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith(product)) {
                complaints.add("from outside: " + request.url());
            }
        });
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
