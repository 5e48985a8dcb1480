package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.servicerecovery.model.Step;

/** Two agents in two windows hand a customer over while all three are present. */
class WarmTransferTest extends BrowserTest {
    private static final String CHANGED = "changed";

    @Test
    void theCustomerIsHandedOverWhileAllThreeArePresent() {
        String id = irateCall("anna", "Marta Okafor");
        Window anna = windows.of("anna").go(at(id));
        Window ben = windows.of("ben");
        assertTrue(rows(ben, id).isEmpty(), "the case is none of Ben's business yet");

        anna.take("GET_READY", form -> { });
        anna.say("I apologise that both lamps came broken. I see why you are angry, and I am here to help you with it today.", "APOLOGISE",
            "ACKNOWLEDGE");
        assertDone(anna);
        anna.take("REQUEST_TRANSFER", form -> anna.choose(form, "Which colleague is to take over", "Ben Okoro"));
        assertDone(anna);
        anna.take("BRIEF_RECEIVER", form -> anna.type(form, "What the receiver was told", "Both lamps broken, the box was open."));
        assertDone(anna);
        assertEquals("Ben Okoro", anna.text("receiver"));
        anna.write("Ben, both lamps arrived broken");

        ben.go("/");
        WebElement asked = rows(ben, id).get(0);
        assertTrue(asked.getText().contains("You are asked to take this case over."), asked.getText());
        ben.follow(asked, "Marta Okafor");
        assertTrue(ben.text("history").contains("Both lamps broken, the box was open."), "he can read what he was told");
        ben.part("asked").findElement(By.partialLinkText("join the conversation")).click();
        ben.press(ben.step("JOIN"), "Join the conversation");
        assertDone(ben);

        anna.awaitVisible(anna.part(CHANGED));
        assertTrue(anna.text(CHANGED).startsWith("This case has changed."), anna.text(CHANGED));
        anna.follow(anna.part(CHANGED), "Load it again");
        assertTrue(anna.text("history").contains("Join the conversation"), anna.text("history"));
        assertEquals("Ben, both lamps arrived broken", Window.labelled(anna.part("composer"), "What you say").getDomProperty("value"),
            "what she was writing is still there");

        anna.say("Ben, both lamps arrived broken, and the box was open. Ms Okafor, this is Ben, who will see to it.", "INTRODUCE_RECEIVER");
        assertDone(anna);
        anna.take("SCHEDULE_FOLLOW_UP", form -> anna.type(form, "About what", "ask whether the new lamps arrived"));
        assertDone(anna);
        anna.take("TRANSFER", form -> anna.choose(form, "To which colleague", "Ben Okoro"));
        assertDone(anna);
        assertEquals("Ben Okoro", anna.text("owner"));

        ben.awaitVisible(ben.part(CHANGED));
        ben.follow(ben.part(CHANGED), "Load it again");
        assertEquals("Ben Okoro", ben.text("owner"));
        assertTrue(ben.text("duties").contains("ask whether the new lamps arrived"), ben.text("duties"));
        assertTrue(ben.text("duties").contains("Anna Berg"), "the giver keeps a follow-up of her own: " + ben.text("duties"));
        assertEquals("ben", desk.find(id).orElseThrow().data().owner());
        assertEquals(1, steps(id).stream().filter(Step.TRANSFER::equals).count());
    }

    private static List<WebElement> rows(Window window, String caseId) {
        return window.parts("case-row").stream().filter(row -> caseId.equals(row.getDomAttribute("data-case"))).toList();
    }
}
