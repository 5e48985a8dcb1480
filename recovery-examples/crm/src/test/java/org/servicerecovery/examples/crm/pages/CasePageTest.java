package org.servicerecovery.examples.crm.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseSummary;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CasePageTest extends Browsing {
    @Test
    void everyPageOfEveryDemoCaseIsShownInEveryState() throws Exception {
        Set<RecoveryState> seen = EnumSet.noneOf(RecoveryState.class);
        for (CaseSummary line : store.find(CaseQuery.all())) {
            MvcResult page = look("sara", "/cases/" + line.id());
            assertEquals(200, page.getResponse().getStatus(), line.toString());
            String text = text(page);
            assertTrue(text.contains("data-state=\"" + line.state() + '"'), line.toString());
            assertTrue(text.endsWith("</html>\n"), "cut off: " + line);
            assertNothingInline(text);
            seen.add(line.state());
        }
        assertEquals(EnumSet.allOf(RecoveryState.class), seen);
    }

    /** The content security policy would not run or draw it. */
    private static void assertNothingInline(String page) {
        assertFalse(page.matches("(?s).*<[^>]+\\s(on\\w+|style)=.*"), "an inline handler or style");
        assertFalse(page.contains("<style"), "an inline style sheet");
        assertFalse(page.matches("(?s).*<script(?![^>]*src=).*"), "an inline script");
    }

    @Test
    void policyLetsNothingInFromElsewhere() throws Exception {
        String policy = look("anna", "/").getResponse().getHeader("Content-Security-Policy");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self';") && policy.contains("style-src 'self';"), policy);
    }

    @Test
    void refusedTransferShowsReasonsAndWhatToDoFirstAndChangesNothing() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Plain");
        MvcResult page = send(step("anna", seen, "TRANSFER").param("field.TRANSFER.receiver", "ben"));
        assertEquals(422, page.getResponse().getStatus());
        String text = text(page);
        assertTrue(text.contains("data-rule=\"no-plain-transfer\""), "the rule");
        assertTrue(text.contains("A customer is never simply transferred"), "its sentence");
        assertTrue(text.contains("E14"), "its source");
        assertTrue(text.contains("Instead: request a warm transfer"), "the cure");
        assertTrue(text.contains("href=\"#say-act-APOLOGISE\""), "the way to it");
        assertTrue(text.matches("(?s).*<option value=\"ben\" selected=\"selected\">.*"), "what was chosen");
        assertEquals(seen.version(), now(seen.id()).version());
        assertEquals("anna", now(seen.id()).data().owner());
    }

    @Test
    void closedStepTellsWhatToDoFirstWhenAsked() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Closed");
        assertTrue(text(look("anna", "/cases/" + seen.id())).contains("data-test=\"closed-TRANSFER\""));
        assertTrue(text(look("anna", "/cases/" + seen.id() + "?why=TRANSFER")).contains("Instead: request a warm transfer"));
        assertTrue(text(look("anna", "/cases/" + seen.id() + "/why/TRANSFER")).contains("Instead: request a warm transfer"));
    }

    @Test
    void staleFormSaysWhatHappenedAndKeepsWhatWasTyped() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Stale");
        desk.as(person("ben").actor()).perform(seen.id(), RecoveryAction.mood(Mood.IRATE));
        MvcResult page = send(form("anna", seen, "say").param("act", "REMARK").param("channel", "PHONE").param("text", "Good morning, Mrs Stale!")
            .param("trait", "ANY.AGENT_CALM").param("do", "send"));
        assertEquals(409, page.getResponse().getStatus());
        String text = text(page);
        assertTrue(text.contains("This case has changed since you looked at it."));
        assertTrue(text.matches("(?s).*data-test=\"since\".*Ben Okoro.*Read the mood: Irate.*"), "what happened");
        assertTrue(text.matches("(?s).*<textarea[^>]*data-draft[^>]*>Good morning, Mrs Stale!</textarea>.*"), "what was typed");
        assertTrue(text.matches("(?s).*id=\"say-act-REMARK\"[^>]*checked.*"), "what was ticked");
        assertEquals(seen.version() + 1, now(seen.id()).version());
        MvcResult again = send(form("anna", now(seen.id()), "say").param("act", "REMARK").param("channel", "PHONE")
            .param("text", "Good morning, Mrs Stale!").param("trait", "ANY.AGENT_CALM").param("do", "send"));
        assertEquals(302, again.getResponse().getStatus());
    }

    @Test
    void sameFormSentTwiceDoesItOnce() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Double");
        MockHttpServletRequestBuilder form = step("anna", seen, "RECORD_FEELING").param("field.RECORD_FEELING.note", "Fooled.");
        assertEquals(302, send(form).getResponse().getStatus());
        assertEquals(302, send(form).getResponse().getStatus());
        assertEquals(seen.version() + 1, now(seen.id()).version());
    }

    @Test
    void sameFormSentAgainWithSomethingElseIsNotDone() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Back");
        MockHttpServletRequestBuilder form = post("/cases/" + seen.id()).with(user("anna")).with(csrf()).param("form", "step-RECORD_FEELING")
            .param("version", String.valueOf(seen.version())).param("command", "the same").param("act", "RECORD_FEELING");
        assertEquals(302, send(form.param("field.RECORD_FEELING.note", "Fooled.")).getResponse().getStatus());
        MvcResult page = send(post("/cases/" + seen.id()).with(user("anna")).with(csrf()).param("form", "step-RECORD_FEELING")
            .param("version", String.valueOf(seen.version())).param("command", "the same").param("act", "RECORD_FEELING")
            .param("field.RECORD_FEELING.note", "Cheated."));
        assertEquals(409, page.getResponse().getStatus());
        assertTrue(text(page).contains("Cheated."), "what was typed");
        assertEquals(seen.version() + 1, now(seen.id()).version());
    }

    @Test
    void checkingSendsNothing() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Check");
        MockHttpServletRequestBuilder good = form("anna", seen, "say").param("act", "REMARK").param("channel", "PHONE").param("text", "Good morning!")
            .param("do", "check");
        assertTrue(text(send(good)).contains("data-kind=\"CHECKED\""));
        MvcResult bad = send(form("anna", seen, "say").param("act", "APOLOGISE").param("channel", "PHONE").param("text", "Well.")
            .param("do", "check"));
        assertTrue(text(bad).contains("data-rule=\"sincere-apology\""));
        assertEquals(seen.version(), now(seen.id()).version());
    }

    @Test
    void whatIsMissingIsLinkedToItsField() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Empty");
        String text = text(send(step("anna", seen, "RECORD_STORY").param("field.RECORD_STORY.note", " ")));
        assertTrue(text.contains("href=\"#step-RECORD_STORY-RECORD_STORY-note\""), "the summary leads there");
        assertTrue(text.matches("(?s).*id=\"step-RECORD_STORY-RECORD_STORY-note\"[^>]*"
            + "aria-describedby=\"step-RECORD_STORY-RECORD_STORY-note-problem\".*"));
        String nothing = text(send(form("anna", seen, "say").param("channel", "PHONE").param("text", "")));
        assertTrue(nothing.contains("tick at least one box") && nothing.contains("href=\"#say-text\""), "the composer says what is missing");
        String garbage = text(send(form("anna", seen, "say").param("act", "REMARK").param("channel", "PIGEON").param("text", "Coo.")
            .param("act", "FLY").param("trait", "REMARK.NO_SUCH")));
        assertTrue(garbage.contains("Channel: choose one of the list."));
        assertEquals(seen.version(), now(seen.id()).version());
    }

    @Test
    void onlyASupervisorWaivesAndItStaysInTheHistory() throws Exception {
        RecoveryCase seen = heard("anna");
        MvcResult without = send(step("anna", seen, "CONFIRM_STORY"));
        assertTrue(text(without).matches("(?s).*data-rule=\"open-questions\".*can be waived for once by\\s+<span>Sara Voss</span>.*"), "who may");
        MvcResult forged = send(step("anna", seen, "CONFIRM_STORY").param("waive", "open-questions").param("reason.open-questions", "I want to."));
        assertEquals(422, forged.getResponse().getStatus());
        assertTrue(text(forged).contains("data-rule=\"waiver\""), "the waiver does not hold");
        MvcResult offered = send(step("sara", seen, "CONFIRM_STORY"));
        assertTrue(text(offered).contains("Waive this rule"), "a supervisor is asked");
        MvcResult silent = send(step("sara", seen, "CONFIRM_STORY").param("waive", "open-questions").param("reason.open-questions", ""));
        assertTrue(text(silent).contains("Reason for waiving"), "not without a reason");
        assertEquals(seen.version(), now(seen.id()).version());
        MvcResult waived = send(step("sara", seen, "CONFIRM_STORY").param("waive", "open-questions")
            .param("reason.open-questions", "She told it all."));
        assertEquals(302, waived.getResponse().getStatus());
        assertNotEquals(seen.version(), now(seen.id()).version());
        assertTrue(text(look("anna", "/cases/" + seen.id())).matches("(?s).*data-test=\"waived\".*was waived by Sara Voss: She told it all\\..*"));
    }

    @Test
    void adviceIsToldAndMarked() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Advice");
        MvcResult done = send(form("anna", seen, "say").param("act", "ACKNOWLEDGE").param("trait", "ACKNOWLEDGE.SHOWS_UNDERSTANDING")
            .param("trait", "ACKNOWLEDGE.COMMITS_TO_HELP").param("channel", "PHONE").param("text", "I see what this means, and I am here to help.")
            .param("do", "send"));
        assertEquals(302, done.getResponse().getStatus());
        Notice notice = (Notice) done.getFlashMap().get("notice");
        assertEquals(List.of("An acknowledgement without empathy sounds like a form."), notice.advice());
        assertTrue(text(look("anna", "/cases/" + seen.id())).contains("data-test=\"advised\""));
    }
}
