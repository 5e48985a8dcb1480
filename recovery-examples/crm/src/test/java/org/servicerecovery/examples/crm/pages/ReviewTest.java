package org.servicerecovery.examples.crm.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.RecoveryCase;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the reply box is told while somebody writes. */
class ReviewTest extends Browsing {
    private static final String COLD = "It is against company policy. Feel free to call back any time.";
    private static final String WARM = "I apologise that the parcel came broken.";
    private static final Pattern PLACE = Pattern.compile(
        "data-finding=\"([^\"]+)\"\\s+data-manner=\"(\\w+)\" data-start=\"(\\d+)\" data-end=\"(\\d+)\"");
    private static final Pattern RULE = Pattern.compile("data-rule=\"([^\"]+)\"");

    /** What the form would send now. */
    private static MockHttpServletRequestBuilder typed(String who, RecoveryCase seen, String text, String... acts) {
        return post("/cases/" + seen.id() + "/review").with(user(who)).with(csrf()).param("form", "say")
            .param("command", UUID.randomUUID().toString()).param("version", String.valueOf(seen.version())).param("channel", "PHONE")
            .param("text", text).param("act", acts);
    }

    private String read(RecoveryCase seen, String text, String... acts) throws Exception {
        MvcResult answer = send(typed("anna", seen, text, acts));
        assertEquals(200, answer.getResponse().getStatus());
        assertEquals(seen.version(), now(seen.id()).version(), "nothing is written");
        return text(answer);
    }

    private static Set<String> found(Pattern what, String page) {
        return what.matcher(page).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFindingHasItsPlaceItsReasonAndWhatIsBetter() throws Exception {
        String text = "Hello,\r\n" + COLD;
        String answer = read(taken("anna", "Mrs Cold"), text, "REMARK");
        String lines = text.replace("\r\n", "\n");
        Matcher place = PLACE.matcher(answer);
        assertTrue(place.find(), answer);
        String words = lines.substring(Integer.parseInt(place.group(3)), Integer.parseInt(place.group(4)));
        assertTrue(words.contains("against company policy"), words);
        assertEquals("against", place.group(2));
        assertTrue(found(PLACE, answer).contains("pushes-follow-up"), answer);
        assertTrue(answer.contains("Rulebook: ") && answer.contains("data-better=\""), answer);
        assertTrue(answer.matches("(?s).*data-counted=\"\\d+ things to look at.*"), answer);
    }

    @Test
    void whatIsForetoldIsWhatSendingSays() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Foretold");
        String answer = read(seen, COLD, "REMARK");
        assertTrue(answer.contains("data-verdict=\"refused\"") && answer.contains("Would be refused: "), answer);
        MvcResult sent = send(form("anna", seen, "say").param("act", "REMARK").param("channel", "PHONE").param("text", COLD).param("do", "send"));
        assertEquals(422, sent.getResponse().getStatus());
        String notice = text(sent).replaceFirst("(?s).*data-test=\"notice\"(.*?)</section>.*", "$1");
        assertEquals(found(RULE, answer), found(RULE, notice));
        assertTrue(found(RULE, answer).contains("never-call-us-back"), answer);
    }

    @Test
    void whatTheWordsShowNeedsNoTick() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Warm");
        String answer = read(seen, WARM, "APOLOGISE");
        assertTrue(answer.contains("data-verdict=\"permitted\"") && answer.contains("May be sent."), answer);
        assertTrue(answer.matches("(?s).*data-shown=\"[^\"]*APOLOGY_WORDS[^\"]*FIRST_PERSON.*"), answer);
        assertTrue(answer.contains("data-manner=\"good\""), answer);
        assertEquals(302, send(form("anna", seen, "say").param("act", "APOLOGISE").param("channel", "PHONE").param("text", WARM)
            .param("do", "send")).getResponse().getStatus());
    }

    @Test
    void whatTheFinderMissesIsVouchedFor() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Missed");
        String words = "I apologise for the state in which you got it.";
        String without = read(seen, words, "ACKNOWLEDGE");
        assertTrue(found(RULE, without).contains("acknowledgement-says-enough"), without);
        String with = text(send(typed("anna", seen, words, "ACKNOWLEDGE").param("trait", "ACKNOWLEDGE.SHOWS_UNDERSTANDING",
            "ACKNOWLEDGE.COMMITS_TO_HELP")));
        assertTrue(with.contains("data-verdict=\"permitted\""), with);
    }

    @Test
    void whatIsMissingIsSaidOnce() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Missing");
        String none = read(seen, COLD);
        assertTrue(none.contains("data-verdict=\"missing\"") && none.contains("tick at least one box"), none);
        assertTrue(found(PLACE, none).contains("negative-phrase"), "the words are read all the same");
        assertTrue(read(seen, " ", "REMARK").contains("Message: write what you say."));
        assertTrue(read(seen, "x".repeat(100_001), "REMARK").contains("data-verdict=\"missing\""));
        assertTrue(read(seen, "x".repeat(100_000), "REMARK").contains("data-verdict=\"permitted\""), "as long as a message may be");
        assertTrue(text(send(typed("anna", seen, COLD, "REMARK").param("trait", "REMARK.NO_SUCH"))).contains("data-verdict=\"missing\""));
        assertEquals(seen.version(), now(seen.id()).version());
    }

    @Test
    void whoeverMayNotSeeTheCaseLearnsNothing() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Hidden");
        assertEquals(404, send(typed("carl", seen, COLD, "REMARK")).getResponse().getStatus());
        MockHttpSession session = new MockHttpSession();
        browser.perform(get("/cases/" + seen.id()).session(session).with(user("anna")));
        assertEquals(403, send(post("/cases/" + seen.id() + "/review").session(session).with(user("anna")).param("text", COLD)).getResponse()
            .getStatus(), "from elsewhere");
        assertEquals(302, send(post("/cases/" + seen.id() + "/review").with(csrf()).param("text", COLD)).getResponse().getStatus());
    }

    @Test
    void scriptInTheWordsIsText() throws Exception {
        String answer = read(taken("anna", "Mrs Script"), "Feel free to <script>alert(1)</script> call back any time.", "REMARK");
        assertFalse(answer.contains("<script>"), answer);
    }
}
