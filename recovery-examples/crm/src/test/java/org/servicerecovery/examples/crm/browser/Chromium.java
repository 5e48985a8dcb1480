package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a screen, and its driver: those of this machine, nothing is downloaded. */
final class Chromium {
    private static final List<String> FOLDERS = Stream.concat(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of("/usr/bin", "/usr/lib/chromium")).toList();
    private static final String[] BROWSERS = {"chromium", "chromium-browser", "google-chrome"};
    private static final String DRIVER = "chromedriver";

    private Chromium() {
    }

    /** What is not there is no reason to fail, unless whoever builds wants everything tried. */
    static void required() {
        for (String[] one : new String[][] {BROWSERS, {DRIVER}}) {
            if (find(one).isEmpty()) {
                String missing = String.join(" or ", one) + " is not installed here (the packages chromium and chromium-driver)";
                if (Boolean.getBoolean("recovery.require-all")) {
                    fail(missing + ". Everything must be tried (-Drecovery.require-all=true).");
                }
                Assumptions.abort(missing);
            }
        }
    }

    /** A browser with no cookies yet: its driver gives each a profile folder of its own, and removes it. */
    static ChromeDriver start(int width, int height) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find(BROWSERS).orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-GB",
            "--force-prefers-reduced-motion", "--hide-scrollbars");
        // Told where it is, Selenium looks for none and downloads none.
        System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, find(DRIVER).orElseThrow().toString());
        ChromeDriver driver = new ChromeDriver(options);
        resize(driver, width, height);
        return driver;
    }

    /** The page itself gets this size: a window could not be as narrow as a telephone. */
    static void resize(ChromeDriver driver, int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private static Optional<Path> find(String... names) {
        return Arrays.stream(names).flatMap(name -> FOLDERS.stream().filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable).findFirst();
    }
}
