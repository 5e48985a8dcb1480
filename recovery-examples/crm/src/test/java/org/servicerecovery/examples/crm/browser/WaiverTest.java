package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Step.*;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;

/** A supervisor lets a rule go for once. Everybody sees it, and for ever. */
class WaiverTest extends BrowserTest {
    private static final String REASON = "She told it all unasked.";

    /** Heard, but never asked an open question. */
    private String almostConfirmed() {
        String id = irateCall("anna", "Freya Nilsen");
        says("anna", id, "I apologise that this happened to you. I am responsible for it from now on, and I am here to help you with it today.",
            STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE);
        says("anna", id, "I hear that you are angry. In your place I would be, too.", MIRROR_FEELINGS);
        says("anna", id, "Please tell me from the beginning: what happened?", ASK_TO_RESTATE);
        does("anna", id, RecoveryAction.note(RECORD_FEELING, "I feel fooled."), RecoveryAction.note(RECORD_STORY, "Both lamps arrived broken."),
            RecoveryAction.note(RECORD_FAILURE, "We packed them badly."));
        says("anna", id, "So we let you down, and nobody told you. Is that right?", PARAPHRASE);
        does("anna", id, RecoveryAction.mood(Mood.CALM));
        return id;
    }

    @Test
    void aSupervisorWaivesARuleAndItStaysVisible() {
        String id = almostConfirmed();
        Window anna = windows.of("anna").go(at(id));
        WebElement closed = anna.closed("CONFIRM_STORY");
        assertEquals("open-questions", closed.findElement(Window.marked("reason")).getDomAttribute("data-rule"));
        assertTrue(closed.getText().contains("This rule can be waived for once by Sara Voss."), closed.getText());
        assertTrue(closed.findElements(Window.marked("waive")).isEmpty(), "not by Anna");

        Window sara = windows.of("sara").go(at(id));
        WebElement same = sara.closed("CONFIRM_STORY");
        sara.tick(same, "Waive this rule, for this once");
        int before = version(id);
        sara.leave(sara.step("CONFIRM_STORY").findElement(By.tagName("button")));
        assertEquals("WRONG", sara.part("notice").getDomAttribute("data-kind"), "not without a reason");
        assertTrue(sara.text("notice").contains("say in one line why"), sara.text("notice"));
        assertEquals(before, version(id));

        Looks.assertGood(sara);
        sara.part("notice").findElement(By.partialLinkText("Reason for waiving")).click();
        sara.driver().switchTo().activeElement().sendKeys(REASON);
        sara.leave(sara.step("CONFIRM_STORY").findElement(By.tagName("button")));
        assertDone(sara);
        assertEquals("Solving", sara.text("state"));

        for (Window window : new Window[] {sara, anna.go(at(id))}) {
            String waived = window.text("waived");
            assertTrue(waived.startsWith("Waiver.") && waived.contains("Sara Voss") && waived.contains(REASON), waived);
        }
        anna.say("I understand. And what would a good solution look like for you?", "ASK_OPEN_QUESTION");
        assertDone(anna);
        assertTrue(anna.text("waived").contains(REASON), "for ever");
    }
}
