package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/** The reply box reads along. */
class ReviewTest extends BrowserTest {
    private static final String COLD = "It is against company policy. Feel free to call back.";
    private static final String WARM = "I apologise that both lamps arrived broken. I see why you are angry, and I am here to help you today.";
    private static final String PLACES = "const box = arguments[0].getBoundingClientRect();"
        + " return [...document.querySelectorAll('mark')].every(mark => { const at = mark.getBoundingClientRect();"
        + " return at.left >= box.left && at.right <= box.right && at.width > 0; })";

    private static WebElement box(Window window) {
        return Window.labelled(window.part("composer"), "What you say");
    }

    /** The words that are underlined so. */
    private static String underlined(Window window, String manner) {
        return window.driver().findElements(By.cssSelector("mark." + manner)).stream().map(mark -> mark.getDomProperty("textContent"))
            .collect(Collectors.joining(" | "));
    }

    private static Set<String> rules(WebElement within, String reason) {
        return within.findElements(Window.marked(reason)).stream().map(one -> one.getDomAttribute("data-rule"))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static WebElement finding(Window window, String kind) {
        return window.part("composer").findElement(By.cssSelector("[data-finding='" + kind + "']"));
    }

    @Test
    void whatIsBetterSaidOtherwiseIsUnderlinedAndToldAndRefusedAsForetold() {
        String id = irateCall("anna", "Marta Okafor");
        int before = version(id);
        Window anna = windows.of("anna").go(at(id));
        WebElement composer = anna.write(COLD, "REMARK");

        String against = underlined(anna, "against");
        assertTrue(against.contains("against company policy") && against.contains("call back"), against);
        assertEquals(true, anna.driver().executeScript(PLACES, box(anna)), "the lines lie below the words");
        assertTrue(anna.text("counted").matches("2 things to look at.* Would be refused: .*"), anna.text("counted"));
        assertTrue(finding(anna, "negative-phrase").getText().contains("Rulebook: C23"), finding(anna, "negative-phrase").getText());
        assertTrue(anna.text("verdict").startsWith("Would be refused: "), anna.text("verdict"));
        Set<String> foretold = rules(anna.part("foretold"), "foretold-reason");
        assertTrue(foretold.containsAll(List.of("no-negative-phrases", "never-call-us-back")), foretold::toString);
        Looks.assertGood(anna);
        anna.resize(Window.NARROW, 844);
        Looks.assertGood(anna);
        anna.resize(Window.WIDE, 900);

        anna.press(composer, "Send and record");
        assertEquals(foretold, rules(anna.part("notice"), "reason"));
        assertEquals(before, version(id), "nothing was sent");
        anna.awaitRead();
        assertTrue(underlined(anna, "against").contains("call back"), "what was typed is still there, and read again");
    }

    @Test
    void theBetterWordingTakesThePlaceOfThatSentenceAndCanBeUndone() {
        Window anna = windows.of("anna").go(at(irateCall("anna", "Marta Okafor")));
        anna.write(COLD, "REMARK");
        WebElement better = finding(anna, "pushes-follow-up").findElement(Window.marked("better"));
        String wording = better.getDomAttribute("data-better").replaceFirst("\\s*….*", "");

        better.sendKeys(Keys.ENTER);
        anna.awaitRead();
        String text = box(anna).getDomProperty("value");
        assertTrue(text.startsWith("It is against company policy") && text.contains(wording) && !text.contains("call back"), text);
        assertEquals(box(anna), anna.driver().switchTo().activeElement(), "one goes on writing");
        assertTrue(anna.part("composer").findElements(By.cssSelector("[data-finding='pushes-follow-up']")).isEmpty(), "the finding is gone");
        assertFalse(rules(anna.part("foretold"), "foretold-reason").contains("never-call-us-back"));

        box(anna).sendKeys(Keys.chord(Keys.CONTROL, "z"));
        anna.awaitRead();
        assertEquals(COLD, box(anna).getDomProperty("value"));
        assertTrue(underlined(anna, "against").contains("call back"));
    }

    @Test
    void whereABetterWordingIsLeftOpenOneGoesOnWriting() {
        Window anna = windows.of("anna").go(at(irateCall("anna", "Marta Okafor")));
        WebElement composer = anna.write(COLD, "REMARK");
        for (String[] one : new String[][] {{"What I can do is …", "What I can do is more"}, {"I call on … about it.", "I call on more about it."}}) {
            WebElement better = composer.findElements(Window.marked("better")).get(0);
            anna.driver().executeScript("arguments[0].dataset.better = arguments[1]", better, one[0]);
            better.click();
            new Actions(anna.driver()).sendKeys("more").perform();
            anna.awaitRead();
            String text = box(anna).getDomProperty("value");
            assertTrue(text.contains(one[1]) && !text.contains("…"), text);
        }
    }

    @Test
    void aGoodMessageMayBeSentAndWhatItShowsNeedsNoTick() {
        String id = irateCall("anna", "Marta Okafor");
        does("anna", id, RecoveryAction.of(Step.GET_READY));
        Window anna = windows.of("anna").go(at(id));
        anna.tick(anna.part("act-APOLOGISE"));
        anna.tick(anna.part("act-ACKNOWLEDGE"));
        WebElement composer = anna.part("composer");
        anna.type(composer, "What you say, or said", WARM);
        anna.awaitRead();

        assertEquals("May be sent.", anna.text("verdict"));
        assertEquals("", underlined(anna, "against"));
        assertTrue(underlined(anna, "good").contains("apologise"), underlined(anna, "good"));
        WebElement pledge = composer.findElement(By.cssSelector("[value='APOLOGISE.FIRST_PERSON']"));
        assertFalse(pledge.isSelected());
        assertTrue(pledge.findElement(By.xpath("./ancestor::label")).getText().contains("the words show it"));
        Looks.assertGood(anna);
        anna.press(composer, "Send and record");
        assertDone(anna);
        assertEquals(1, steps(id).stream().filter(Step.APOLOGISE::equals).count());
    }

    @Test
    void theLinesFollowTheWordsOfALongMessage() {
        Window anna = windows.of("anna").go(at(irateCall("anna", "Marta Okafor")));
        anna.write("The lamps are on their way.\n".repeat(20) + COLD, "REMARK");
        assertTrue(underlined(anna, "against").contains("against company policy"), underlined(anna, "against"));
        anna.driver().executeScript("arguments[0].scrollTop = arguments[0].scrollHeight", box(anna));
        anna.await("const lines = document.querySelector('[data-underlines]'), area = document.getElementById('say-text');"
            + " return area.scrollTop > 0 && lines.scrollTop === area.scrollTop && lines.scrollHeight === area.scrollHeight");
    }

    @Test
    void withoutScriptsItIsSentAsBefore() {
        String id = irateCall("anna", "Marta Okafor");
        Window anna = windows.of("anna");
        anna.withoutScripts();
        anna.go(at(id));
        anna.say(COLD, "REMARK");
        assertTrue(rules(anna.part("notice"), "reason").contains("never-call-us-back"), anna.page());
    }
}
