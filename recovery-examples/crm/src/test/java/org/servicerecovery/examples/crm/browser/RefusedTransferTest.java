package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.servicerecovery.model.Step;

/** An irate customer may not simply be passed on. The page says why, and what to do first, one press away. */
class RefusedTransferTest extends BrowserTest {
    @Test
    void aTransferThatIsClosedTellsWhatToDoFirstAndLeadsThere() {
        String id = irateCall("anna", "Marta Okafor");
        int before = version(id);
        Window anna = windows.of("anna").go(at(id));
        assertFalse(anna.parts("step-TRANSFER").stream().anyMatch(WebElement::isDisplayed), "no form to transfer is offered");

        WebElement closed = anna.closed("TRANSFER");
        assertEquals(List.of("no-plain-transfer", "giver-keeps-follow-up"), rules(closed));
        assertTrue(closed.getText().contains("A customer is never simply transferred"), closed.getText());
        assertTrue(closed.getText().contains("E14"), "where the rule comes from: " + closed.getText());
        Looks.assertGood(anna);

        WebElement apologise = closed.findElements(Window.marked("cure")).stream().filter(cure -> cure.getText().startsWith("First: apologise"))
            .findFirst().orElseThrow();
        apologise.findElement(By.tagName("a")).click();

        WebElement act = anna.part("act-APOLOGISE");
        assertTrue(act.isSelected(), "the composer apologises now");
        assertTrue(act.isDisplayed());
        assertEquals(act, anna.driver().switchTo().activeElement());
        assertEquals(before, version(id), "nothing has changed");
    }

    @Test
    void askedForAllTheSameItIsRefusedAndNothingChanges() {
        String id = irateCall("anna", "Marta Okafor");
        int before = version(id);
        Window anna = windows.of("anna").go(at(id));
        anna.closed("TRANSFER");
        anna.take("TRANSFER", form -> anna.choose(form, "To which colleague", "Ben Okoro"));

        WebElement notice = anna.part("notice");
        assertTrue(notice.getText().startsWith("Not done: nothing was changed."), notice.getText());
        assertEquals(List.of("no-plain-transfer", "giver-keeps-follow-up"), rules(notice));
        assertTrue(notice.getText().contains("First: request a warm transfer"), notice.getText());
        assertEquals("Anna Berg", anna.text("owner"));
        assertEquals("Ben Okoro", Window.chosen(anna.step("TRANSFER"), "To which colleague"), "what was typed is still there");
        assertEquals(before, version(id));
        assertTrue(desk.history(id).stream().noneMatch(event -> event.step() == Step.TRANSFER));

        Looks.assertGood(anna);
        notice.findElement(By.partialLinkText("Do this")).click();
        anna.awaitVisible(anna.part("act-APOLOGISE"));
    }

    private static List<String> rules(WebElement within) {
        return within.findElements(Window.marked("reason")).stream().map(reason -> reason.getDomAttribute("data-rule")).toList();
    }
}
