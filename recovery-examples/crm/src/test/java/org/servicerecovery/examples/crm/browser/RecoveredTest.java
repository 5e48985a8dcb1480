package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** A case from the call to the recovered customer, by always doing what the page proposes next. */
class RecoveredTest extends BrowserTest {
    /** The way has fewer steps; more would be a circle. */
    private static final int MOST = 60;
    private static final Map<String, String> WORDS = Map.ofEntries(
        Map.entry("APOLOGISE", "I apologise that both lamps arrived broken."),
        Map.entry("ACKNOWLEDGE", "I see why you are angry: you waited, and then they were broken. I am here to help you with it today."),
        Map.entry("STATE_OWNERSHIP", "I am responsible for this from now on, and I am here to help you with it today."),
        Map.entry("EMPATHISE", "I understand how annoying it is to unpack two broken lamps."),
        Map.entry("MIRROR_FEELINGS", "I hear that you are angry. In your place I would be, too."),
        Map.entry("ASK_TO_RESTATE", "Please tell me from the beginning: what happened?"),
        Map.entry("ASK_OPEN_QUESTION", "What would have been right for you?"),
        Map.entry("PARAPHRASE", "So you waited for the lamps, and when they came, none of them was whole. Is that right?"),
        Map.entry("PROPOSE_SOLUTION", "I understand that this must not drag on. A courier brings two new lamps tomorrow. What do you think?"),
        Map.entry("EXPLAIN_PLAN", "This is the plan: the courier brings two new lamps tomorrow, and I will call you tomorrow at noon."),
        Map.entry("ASK_SATISFACTION", "Ms Okafor, are you happy with how all of it was handled?"),
        Map.entry("ASK_ANYTHING_ELSE", "Is there anything else that I can help you with?"),
        Map.entry("THANK", "Thank you for telling us."),
        Map.entry("VALUE_CUSTOMER", "You are a valued customer, Ms Okafor."));

    @Test
    void theWayThatThePageProposesLeadsToARecoveredCustomer() {
        Window anna = windows.of("anna").go("/cases/new");
        WebElement form = anna.part("new-case");
        anna.type(form, "Customer", "Marta Okafor");
        anna.type(form, "What went wrong", "Both lamps arrived broken.");
        anna.choose(form, "How the customer feels", "Irate");
        anna.press(form, "Open the case");
        assertEquals("Listening", anna.text("state"));

        for (int i = 0; i < MOST && !anna.parts("plan-go").isEmpty(); i++) {
            next(anna);
        }

        assertEquals("RECOVERED", anna.part("state").getDomAttribute("data-state"), anna.text("plan"));
        List<WebElement> lit = anna.part("picture").findElements(By.cssSelector("svg .state-box.lit text"));
        assertEquals(List.of("Recovered"), lit.stream().map(WebElement::getText).toList());
        String id = anna.driver().findElement(By.tagName("main")).getDomAttribute("data-case");
        assertEquals(RecoveryState.RECOVERED, desk.find(id).orElseThrow().state());
        assertTrue(steps(id).containsAll(List.of(Step.APOLOGISE, Step.CONFIRM_STORY, Step.REPORT_AGREEMENT, Step.RECORD_DELIVERY, Step.FOLLOW_UP,
            Step.CLOSE_AS_RECOVERED)));
        Looks.assertGood(anna);
    }

    /** Presses what leads to the next step, fills it in and sends it. */
    private static void next(Window anna) {
        String asked = anna.text("plan-first");
        WebElement link = anna.part("plan-go");
        String place = link.getDomAttribute("href");
        link.click();
        String step = place.replaceFirst("#(say-act|step|closed)-", "");
        if (place.startsWith("#say-act-")) {
            assertTrue(anna.part("act-" + step).isSelected(), () -> asked + ": it is ticked");
            WebElement composer = anna.write(WORDS.getOrDefault(step, asked + "."));
            fill(composer, asked);
            anna.press(composer, "Send and record");
        } else {
            anna.take(step, form -> fill(form, asked));
        }
        assertTrue(anna.text("notice").startsWith("Done, and on record."), () -> asked + ": " + anna.text("notice"));
    }

    /** Everything that can be filled in and is not yet: yes, the best mark, and otherwise the first that there is. */
    private static void fill(WebElement form, String words) {
        for (WebElement field : form.findElements(By.cssSelector("[name^='field.']"))) {
            String kind = field.getTagName().equals("input") ? field.getDomProperty("type") : field.getTagName();
            boolean empty = field.getDomProperty("value").isEmpty();
            if (!field.isDisplayed()) {
                continue;
            }
            if (kind.equals("radio")) {
                if (field.getDomProperty("value").equals("yes")) {
                    field.click();
                }
            } else if (kind.equals("select") && field.getDomProperty("name").endsWith(".mood")) {
                new Select(field).selectByVisibleText("Calm");
            } else if (kind.equals("select") && empty) {
                new Select(field).selectByIndex(1);
            } else if (empty) {
                field.sendKeys("decimal".equals(field.getDomProperty("inputMode")) ? "9" : words);
            }
        }
    }
}
