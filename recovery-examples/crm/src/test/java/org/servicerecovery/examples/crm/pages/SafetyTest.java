package org.servicerecovery.examples.crm.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.spi.CaseQuery;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;

class SafetyTest extends Browsing {
    @Test
    void whoeverIsNotSignedInSeesNothing() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Secret");
        for (String address : new String[] {"/", "/report", "/cases/new", "/cases/" + seen.id(), "/cases/" + seen.id() + "/version"}) {
            MvcResult answer = browser.perform(get(address)).andReturn();
            assertEquals(302, answer.getResponse().getStatus(), address);
            assertTrue(answer.getResponse().getRedirectedUrl().endsWith("/sign-in"), address);
        }
    }

    @Test
    void anAgentNeitherReadsNorChangesWhatIsNoneOfHisBusiness() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Secret");
        String guessed = timeless(look("carl", "/cases/0123456789abcdef"));
        for (String address : new String[] {"", "/version", "/why/TRANSFER", "?why=TRANSFER"}) {
            MvcResult answer = look("carl", "/cases/" + seen.id() + address);
            assertEquals(404, answer.getResponse().getStatus(), address);
            assertEquals(guessed, timeless(answer), "the same answer as for a case that does not exist");
        }
        MvcResult change = send(step("carl", seen, "RECORD_FEELING").param("field.RECORD_FEELING.note", "Mine."));
        assertEquals(404, change.getResponse().getStatus());
        assertEquals(seen.version(), now(seen.id()).version());
        assertFalse(text(look("carl", "/")).contains("Mrs Secret"));
        assertEquals(200, look("sara", "/cases/" + seen.id()).getResponse().getStatus());
    }

    /** Every page tells what time it is. */
    private static String timeless(MvcResult answer) throws Exception {
        return text(answer).replaceAll("name=\"server-time\" content=\"[^\"]*\"", "");
    }

    @Test
    void whoeverIsAskedOrHelpsSeesIt() throws Exception {
        RecoveryCase seen = taken("anna", "Mr Shared");
        assertEquals(404, look("ben", "/cases/" + seen.id()).getResponse().getStatus());
        cases.perform(person("anna"), seen.id(), seen.version(), Command.says(person("anna").actor(),
            Channel.PHONE, "I am responsible for this, and I am here to help.", Step.STATE_OWNERSHIP).attesting(Traits.COMMITS_TO_HELP)).orThrow();
        assertEquals(302, send(step("anna", now(seen.id()), "INVOLVE").param("field.INVOLVE.helper", "ben")).getResponse().getStatus());
        assertEquals(200, look("ben", "/cases/" + seen.id()).getResponse().getStatus());
        assertTrue(text(look("ben", "/?filter=mine")).contains("Mr Shared"));
        assertEquals(302, send(step("anna", now(seen.id()), "DISMISS_HELPER").param("field.DISMISS_HELPER.helper", "ben")).getResponse().getStatus());
        assertEquals(404, look("ben", "/cases/" + seen.id()).getResponse().getStatus());
        cases.perform(person("anna"), seen.id(), now(seen.id()).version(), Command.does(person("anna").actor(),
            RecoveryAction.followUp("ben", "ask again", Instant.now().plusSeconds(9_000)))).orThrow();
        assertEquals(200, look("ben", "/cases/" + seen.id()).getResponse().getStatus());
    }

    @Test
    void formOfElsewhereChangesNothing() throws Exception {
        RecoveryCase seen = taken("anna", "Mrs Forged");
        MockHttpSession session = new MockHttpSession();
        browser.perform(get("/cases/" + seen.id()).session(session).with(user("anna")));
        MvcResult answer = browser.perform(post("/cases/" + seen.id()).session(session).with(user("anna")).param("form", "step-RECORD_FEELING")
            .param("act", "RECORD_FEELING").param("version", String.valueOf(seen.version())).param("command", "forged")
            .param("field.RECORD_FEELING.note", "Forged.")).andReturn();
        assertEquals(403, answer.getResponse().getStatus());
        assertEquals(seen.version(), now(seen.id()).version());
        assertEquals(403, browser.perform(post("/cases").session(session).with(user("anna")).param("customer", "Forged Customer")
            .param("problem", "none").param("channel", "PHONE").param("priority", "NORMAL")
            .param("command", "forged-too")).andReturn().getResponse().getStatus());
        assertTrue(store.find(CaseQuery.all().of("Forged Customer")).isEmpty());
    }

    @Test
    void expiredSessionLeadsToTheSignInPageThatSaysSo() throws Exception {
        MvcResult answer = browser.perform(get("/").with(request -> {
            request.setRequestedSessionId("gone");
            request.setRequestedSessionIdValid(false);
            return request;
        })).andReturn();
        assertEquals("/sign-in?expired", answer.getResponse().getRedirectedUrl());
        assertTrue(text(browser.perform(get("/sign-in").queryParam("expired", "")).andReturn()).contains("Your session has expired."));
    }

    @Test
    void scriptInANameIsText() throws Exception {
        RecoveryCase seen = taken("anna", "<script>alert('me')</script>");
        desk.as(person("anna").actor()).perform(seen.id(), RecoveryAction.note(Step.RECORD_STORY, "\"><img src=x onerror=alert(1)>"));
        for (String address : new String[] {"/", "/cases/" + seen.id()}) {
            String text = text(look("anna", address));
            assertTrue(text.contains("&lt;script&gt;alert("), address);
            assertFalse(text.contains("<script>alert("), address);
            assertFalse(text.contains("<img src=x"), address);
        }
    }

    @Test
    void newCaseIsOpenedOnceAndItsIdCannotBeGuessed() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String[] where = new String[2];
        for (int i = 0; i < 2; i++) {
            where[i] = browser.perform(post("/cases").session(session).with(user("anna")).with(csrf()).param("customer", "Mr New")
                .param("problem", "It broke.\r\nTwice.").param("channel", "PHONE").param("priority", "HIGH").param("mood", "UPSET")
                .param("team", "shop").param("command", "the form of Mr New")).andReturn().getResponse().getRedirectedUrl();
        }
        assertTrue(where[0].matches("/cases/[0-9a-f]{16}"), where[0]);
        assertEquals(where[0], where[1]);
        assertEquals(1, store.find(CaseQuery.all().of("Mr New")).size());
        String missing = text(browser.perform(post("/cases").with(user("anna")).with(csrf()).param("customer", "").param("problem", "It broke.")
            .param("command", "another")).andReturn());
        assertTrue(missing.contains("Customer: say who it is.") && missing.contains("It broke."));
    }

    @Test
    void unknownPageSaysSoAndTellsNothingElse() throws Exception {
        assertEquals(404, look("anna", "/no/such/page").getResponse().getStatus());
        assertEquals(400, look("anna", "/cases/0123456789abcdef/why/NO_SUCH_STEP").getResponse().getStatus());
    }
}
