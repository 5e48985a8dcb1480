package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.servicerecovery.model.Step;

/** Somebody acts on what a page showed a while ago, and the case has moved on since. */
class StaleFormTest extends BrowserTest {
    private static final String WORDS =
        "I apologise that both lamps came broken. I see why you are angry, and I am here to help you with it today.";

    @Test
    void theSecondToSendIsToldWhatHappenedAndKeepsWhatWasTyped() {
        String id = irateCall("anna", "Marta Okafor");
        Window one = windows.of("anna").go(at(id));
        Window other = windows.of("anna").go(at(id));
        WebElement composer = other.write(WORDS, "APOLOGISE", "ACKNOWLEDGE");

        one.take("REPORT_MOOD", form -> one.choose(form, "How the customer feels now", "Upset"));
        assertDone(one);
        int before = version(id);

        other.press(composer, "Send and record");
        assertEquals("STALE", other.part("notice").getDomAttribute("data-kind"));
        assertTrue(other.text("notice").startsWith("This case has changed since you looked at it. Nothing of yours was done"), other.text("notice"));
        assertTrue(other.text("since").contains("Anna Berg: Read the mood"), other.text("since"));
        assertEquals(before, version(id), "nothing was done");
        assertEquals(WORDS, Window.labelled(other.part("composer"), "What you say").getDomProperty("value"));
        assertTrue(other.part("act-APOLOGISE").isSelected());
        assertTrue(other.part("act-ACKNOWLEDGE").isSelected());
        Looks.assertGood(other);

        other.press(other.part("composer"), "Send and record");
        assertDone(other);
        assertEquals(1, steps(id).stream().filter(Step.APOLOGISE::equals).count());
        assertTrue(other.text("history").contains(WORDS));
        assertEquals("", Window.labelled(other.part("composer"), "What you say").getDomProperty("value"), "the draft has been sent");
    }
}
