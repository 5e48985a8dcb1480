package org.servicerecovery.examples.crm.pages;

import static org.servicerecovery.model.Traits.*;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import java.util.UUID;
import org.servicerecovery.ActingDesk;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.spi.CaseStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the tests of the pages share: the whole application on a database of their own, with the demo cases. */
@SpringBootTest(properties = {"recovery.tick.enabled=false", "spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1"})
@AutoConfigureMockMvc
abstract class Browsing {
    @Autowired
    MockMvc browser;
    @Autowired
    RecoveryDesk desk;
    @Autowired
    CaseStore store;
    @Autowired
    Cases cases;
    @Autowired
    People people;

    Person person(String id) {
        return people.find(id).orElseThrow();
    }

    MvcResult look(String who, String address) throws Exception {
        return browser.perform(get(address).with(user(who))).andReturn();
    }

    static String text(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    /** A form of a case, with what every form carries. */
    MockHttpServletRequestBuilder form(String who, RecoveryCase seen, String form) {
        return post("/cases/" + seen.id()).with(user(who)).with(csrf()).param("form", form).param("version", String.valueOf(seen.version()))
            .param("command", UUID.randomUUID().toString());
    }

    /** A step that is not said to the customer. */
    MockHttpServletRequestBuilder step(String who, RecoveryCase seen, String step) {
        return form(who, seen, "step-" + step).param("act", step);
    }

    MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn();
    }

    RecoveryCase now(String caseId) {
        return desk.find(caseId).orElseThrow();
    }

    /** A new case on the telephone, so that it is the opener's at once. */
    RecoveryCase taken(String who, String customer) {
        String id = cases.idFor(person(who), UUID.randomUUID().toString());
        cases.open(person(who), id, Command.does(person(who).actor(),
            new Actions.Open(customer, "The parcel came broken.", Channel.PHONE, Priority.NORMAL, "shop"), RecoveryAction.mood(Mood.CALM))).orThrow();
        return now(id);
    }

    /** Everything heard, but no open question asked. */
    RecoveryCase heard(String who) {
        RecoveryCase seen = taken(who, "Mrs Waiver");
        Set<Trait> good = Set.of(APOLOGY_WORDS, FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL, SHOWS_UNDERSTANDING, COMMITS_TO_HELP, NAMES_FEELING,
            OWN_WORDS, ATTENTIVE);
        ActingDesk agent = desk.as(person(who).actor());
        String words = "I apologise that the parcel came broken. I hear how sad you are, and I am here to help. What happened?";
        agent.say(seen.id(), Channel.PHONE, words, good, Step.STATE_OWNERSHIP, Step.APOLOGISE, Step.ACKNOWLEDGE, Step.EMPATHISE,
            Step.MIRROR_FEELINGS, Step.ASK_TO_RESTATE, Step.PARAPHRASE).orThrow();
        desk.perform(seen.id(), Command.does(person(who).actor(), RecoveryAction.note(Step.RECORD_STORY, "It broke."),
            RecoveryAction.note(Step.RECORD_FEELING, "Sad."), RecoveryAction.note(Step.RECORD_FAILURE, "We packed it badly."),
            RecoveryAction.mood(Mood.CALM)).attesting(ATTENTIVE)).orThrow();
        return now(seen.id());
    }
}
