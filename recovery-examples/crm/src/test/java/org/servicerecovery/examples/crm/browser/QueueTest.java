package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.test.context.TestPropertySource;

/** The queue of the demo cases. */
@TestPropertySource(properties = "crm.seed=true")
class QueueTest extends BrowserTest {
    private static final String PASS = "const then = Date.now() + arguments[0]; Date.now = () => then";

    @Test
    void whatIsLateStandsFirst() {
        Window anna = windows.of("anna");
        boolean[] late = new boolean[anna.parts("case-row").size()];
        for (int i = 0; i < late.length; i++) {
            late[i] = anna.parts("case-row").get(i).getText().contains("Late:");
        }
        assertEquals(true, late[0]);
        for (int i = 1; i < late.length; i++) {
            assertEquals(late[i], late[i] && late[i - 1], "row " + i);
        }
    }

    @Test
    void theTimeLeftIsCountedDownWhileOneLooks() {
        Window anna = windows.stranger();
        anna.stopClock(clock.instant());
        anna.signIn("anna");
        WebElement row = anna.parts("case-row").stream().filter(one -> one.getText().startsWith("Marta Okafor")).findFirst().orElseThrow();
        WebElement left = row.findElement(By.tagName("time"));
        assertEquals("in 12 min", left.getText());
        anna.driver().executeScript(PASS, Duration.ofMinutes(5).toMillis());
        anna.awaitText(left, "in 7 min");
        anna.driver().executeScript(PASS, Duration.ofMinutes(10).toMillis());
        anna.awaitText(left, "3 min ago");
    }
}
