package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Takes pictures of the demo: they are in target/browser always, and with -Drecovery.write=true they are those of the README. */
@TestPropertySource(properties = "crm.seed=true")
class PicturesTest extends BrowserTest {
    static final String WRITE = "mvn -q -pl recovery-examples/crm -am test -Dtest=PicturesTest -Dsurefire.failIfNoSpecifiedTests=false"
        + " -Drecovery.write=true";
    static final Path README = Path.of("..", "..", "docs", "images");
    static final int LARGEST = 300_000;
    private static final String QUEUE = "queue-1280.png";
    private static final String CASE = "case-1280.png";
    private static final String CASE_ON_A_TELEPHONE = "case-390.png";
    private static final String REPORT = "report-1280.png";
    private static final String REFUSED = "refused-1280.png";
    private static final String REVIEW = "review-1280.png";
    static final String[] NAMES = {QUEUE, CASE, CASE_ON_A_TELEPHONE, REPORT, REFUSED, REVIEW};

    @Test
    void picturesAreTaken() throws IOException {
        Window ben = windows.stranger();
        ben.stopClock(clock.instant());
        ben.resize(Window.WIDE, 840);
        take(ben.signIn("ben"), QUEUE);

        Window anna = windows.stranger();
        anna.stopClock(clock.instant());
        anna.signIn("anna").follow(anna.driver(), "Oskar Lindgren");
        anna.resize(Window.WIDE, 1000);
        take(anna, CASE);
        anna.resize(Window.NARROW, 844);
        take(anna, CASE_ON_A_TELEPHONE);

        anna.resize(Window.WIDE, 1120);
        anna.go("/report");
        take(anna, REPORT);

        anna.go("/").follow(anna.driver(), "Dario Conti");
        anna.closed("TRANSFER");
        anna.take("TRANSFER", form -> anna.choose(form, "To which colleague", "Ben Okoro"));
        anna.resize(Window.WIDE, 1000);
        take(anna, REFUSED);

        anna.go("/").follow(anna.driver(), "Dario Conti");
        anna.write("I apologise that the tent came without poles. Unfortunately it is against company policy, so feel free to call back.",
            "APOLOGISE");
        take(anna, REVIEW, "document.getElementById('say-title').scrollIntoView()");
    }

    private static void take(Window window, String name) throws IOException {
        take(window, name, "window.scrollTo(0, 0)");
    }

    private static void take(Window window, String name, String looking) throws IOException {
        window.driver().executeScript("document.activeElement.blur(); " + looking);
        Path file = Path.of("target", "browser", name);
        window.picture(file);
        assertTrue(Files.size(file) < LARGEST, () -> name + " is too large for a README");
        if (Boolean.getBoolean("recovery.write")) {
            window.picture(README.resolve(name));
        }
    }
}
