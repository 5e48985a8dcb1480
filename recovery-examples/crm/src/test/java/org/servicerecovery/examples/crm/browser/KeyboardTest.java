package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.servicerecovery.model.Step;

/** All of it can be done without a mouse, and one always sees where one is. */
class KeyboardTest extends BrowserTest {
    private static final int FAR = 150;
    private static final String MARK = "const style = getComputedStyle(document.activeElement);"
        + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'";

    @Test
    void signsInOpensACaseAndTakesAStep() {
        String id = irateCall("anna", "Karin Keyes");
        Window anna = windows.stranger().go("/sign-in");
        keys(anna, "anna", Keys.TAB, "recovery");
        anna.leaving(() -> keys(anna, Keys.ENTER));

        tabTo(anna, element -> element.getText().equals("Karin Keyes"));
        anna.leaving(() -> keys(anna, Keys.ENTER));
        assertEquals("Karin Keyes", anna.text("customer"));

        keys(anna, Keys.TAB);
        WebElement skip = focused(anna);
        assertEquals("Skip to the content", skip.getText());
        assertTrue(skip.getRect().x >= 0, "it comes into view");
        keys(anna, Keys.ENTER);

        if (!anna.part("step-GET_READY").isDisplayed()) {
            tabTo(anna, element -> element.getText().startsWith("Owner and contact"));
            keys(anna, Keys.ENTER);
        }
        tabTo(anna, element -> element.getTagName().equals("button") && element.getText().startsWith("Get ready"));
        anna.leaving(() -> keys(anna, Keys.ENTER));
        assertDone(anna);
        assertEquals(1, steps(id).stream().filter(Step.GET_READY::equals).count());
    }

    private static void keys(Window window, CharSequence... keys) {
        new Actions(window.driver()).sendKeys(keys).perform();
    }

    private static WebElement focused(Window window) {
        return window.driver().switchTo().activeElement();
    }

    /** Wherever one comes past, it is marked. */
    private static void tabTo(Window window, Predicate<WebElement> there) {
        for (int i = 0; i < FAR; i++) {
            keys(window, Keys.TAB);
            WebElement focused = focused(window);
            assertEquals(true, window.driver().executeScript(MARK), () -> "no mark around " + focused.getDomProperty("outerHTML"));
            if (there.test(focused)) {
                return;
            }
        }
        Assertions.fail("The keyboard does not get there: " + window.page());
    }
}
