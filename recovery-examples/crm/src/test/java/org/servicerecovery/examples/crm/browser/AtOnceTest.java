package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.servicerecovery.model.Step;

/** Two at the same moment, and one twice. */
class AtOnceTest extends BrowserTest {
    @Test
    void ofTwoAgentsWhoTakeTheSameCaseOneGetsItAndTheOtherIsTold() {
        String id = email("Pilar Reyes");
        Window anna = windows.of("anna").go(at(id));
        Window ben = windows.of("ben").go(at(id));

        List<Window> both = List.of(anna, ben);
        List<WebElement> buttons = both.stream().map(window -> window.step("TAKE_OWNERSHIP").findElement(By.tagName("button"))).toList();
        CompletableFuture.allOf(Stream.of(0, 1).map(i -> CompletableFuture.runAsync(() -> both.get(i).leave(buttons.get(i))))
            .toArray(CompletableFuture[]::new)).join();

        assertEquals(1, steps(id).stream().filter(Step.TAKE_OWNERSHIP::equals).count(), "taken once");
        String owner = desk.find(id).orElseThrow().data().owner();
        Window winner = owner.equals("anna") ? anna : ben;
        Window loser = owner.equals("anna") ? ben : anna;
        assertDone(winner);
        assertEquals(person(owner).name(), winner.text("owner"));
        assertTrue(loser.text("notice").contains("somebody else has taken it over"), "the other is told: " + loser.page());
    }

    @Test
    void aDoubleClickDoesItOnce() {
        String id = irateCall("anna", "Marta Okafor");
        Window anna = windows.of("anna").go(at(id));
        WebElement form = anna.step("REPORT_ISSUE");
        anna.type(form, "What the customer wants put right", "The box was open.");
        WebElement button = form.findElement(By.tagName("button"));
        anna.leaving(() -> new Actions(anna.driver()).doubleClick(button).perform());
        assertDone(anna);
        assertEquals(2, steps(id).stream().filter(Step.REPORT_ISSUE::equals).count(), "the one of the opening, and this one");
        assertEquals(1, anna.parts("history").get(0).findElements(By.xpath(".//li[contains(., 'The box was open.')]")).stream()
            .filter(entry -> "entry".equals(entry.getDomAttribute("data-test"))).count());
    }

    @Test
    void aDoubleClickDoesItOnceWithoutScriptsToo() {
        String id = irateCall("anna", "Marta Okafor");
        Window anna = windows.of("anna");
        anna.withoutScripts();
        anna.go(at(id));
        WebElement form = anna.step("REPORT_ISSUE");
        anna.type(form, "What the customer wants put right", "The box was open.");
        WebElement button = form.findElement(By.tagName("button"));
        anna.leaving(() -> new Actions(anna.driver()).doubleClick(button).perform());
        assertDone(anna);
        assertEquals(2, steps(id).stream().filter(Step.REPORT_ISSUE::equals).count());
    }
}
