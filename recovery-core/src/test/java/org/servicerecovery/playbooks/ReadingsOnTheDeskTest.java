package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.mood;
import static org.servicerecovery.model.Step.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;

/**
 * Where a playbook's numbers, not only its rules, read the sources otherwise: who enters (K11), how many questions (C17), what relief is
 * (B14).
 */
class ReadingsOnTheDeskTest {
    private static Decision opening(Play play, Mood mood, Trait... attested) {
        return play.desk.open(Play.CASE, Command.does(ANNA, new Actions.Open(Play.CUSTOMER, "the parcel never came", Channel.PHONE,
            Priority.NORMAL, ""),
            mood(mood)).attesting(attested));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mood.class)
    void onlyWhoIsBeyondIrateEntersTheSixSteps(Mood mood) {
        List<String> refused = opening(Play.on(Playbooks.sixSteps()), mood, Traits.COMPLAINS).refusedBy();
        assertEquals(mood == Mood.BEYOND_IRATE ? List.of() : List.of("recovery-mood-to-enter"), refused);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mood.class)
    void whoIsUpsetOrComplainsEntersTheSmallErrors(Mood mood) {
        boolean upset = mood.atLeast(Mood.UPSET);
        assertEquals(upset ? List.of() : List.of("upset-or-complaining"), opening(Play.on(Playbooks.smallErrors()), mood).refusedBy());
        assertEquals(List.of(), opening(Play.on(Playbooks.smallErrors()), mood, Traits.COMPLAINS).refusedBy());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mood.class)
    void anybodyWithAProblemEntersEveryOtherPlaybook(Mood mood) {
        for (String name : Playbooks.names()) {
            if (!List.of("six-steps", "small-errors").contains(name)) {
                assertEquals(List.of(), opening(Play.on(Playbooks.named(name)), mood).refusedBy(), name);
            }
        }
    }

    @Test
    void theSevenStepsAskQuestionsInThePlural() {
        Play play = Play.on(Playbooks.sevenSteps()).byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP, APOLOGISE, EMPATHISE)
            .does(ANNA, RECORD_STORY);
        play.says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION);
        assertFalse(play.has(Facts.OPEN_QUESTIONS_ASKED));
        assertTrue(play.says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION).has(Facts.OPEN_QUESTIONS_ASKED));
    }

    /** B11: if an apology is made, it passes A12 to A14; and A13 asks for words of apology. */
    @Test
    void anApologyInTheTenStepsIsOneInWords() {
        Play play = Play.on(Playbooks.tenSteps()).byPhone().says(ANNA, Channel.PHONE, ACKNOWLEDGE);
        Decision decision = play.attempt(Command.says(ANNA, Channel.PHONE, "That was not nice for you.", APOLOGISE)
            .attesting(Traits.FIRST_PERSON,
            Traits.NAMES_PROBLEM, Traits.UNCONDITIONAL));
        assertEquals(List.of("apology-in-words"), decision.refusedBy());
    }

    /** E08 is the customer's to be spared, if a supervisor says so; the apology before it is nobody's (E05). */
    @Test
    void onlyASupervisorSparesTheCustomerOfTheSevenStrategiesTellingItAgain() {
        Play play = Play.on(Playbooks.sevenStrategies()).byPhone().says(ANNA, Channel.PHONE, APOLOGISE)
            .says(ANNA, Channel.PHONE, ACKNOWLEDGE, ASK_OPEN_QUESTION).does(ANNA, RECORD_STORY).says(ANNA, Channel.PHONE, APOLOGISE);
        Command proposal = Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION);
        assertEquals(List.of("asked-to-restate"), play.attempt(proposal).refusedBy());
        assertTrue(play.attempt(proposal.waiving(new Waiver("asked-to-restate", ANNA, "she is in a hurry"))).refusedBy()
            .contains("asked-to-restate"));
        assertEquals(List.of(), play.attempt(proposal.waiving(new Waiver("asked-to-restate", Play.SUE, "she is in a hurry"))).refusedBy());
    }

    private static Play acknowledged(Mood before, Mood after) {
        Playbook tenSteps = Playbooks.tenSteps();
        Play play = Play.on(tenSteps);
        opening(play, before).orThrow();
        play.says(ANNA, Channel.PHONE, ACKNOWLEDGE).does(ANNA, RECORD_FAILURE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN,
            TAKE_PERSPECTIVE);
        return play.does(ANNA, mood(after));
    }

    @Test
    void withoutReliefTheTenStepsGoBackToTheFeelings() {
        Play play = acknowledged(Mood.IRATE, Mood.IRATE);
        assertEquals(List.of("no-relief-means-back"), play.attempt(Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION)).refusedBy());
        play.says(ANNA, Channel.PHONE, EMPATHISE).says(ANNA, Channel.PHONE, PROPOSE_SOLUTION);
    }

    /** B14 asks for a slight change in the demeanour, not for calm. */
    @Test
    void aSlightReliefIsEnoughForTheTenSteps() {
        Play play = acknowledged(Mood.BEYOND_IRATE, Mood.UPSET);
        assertEquals(List.of(), play.attempt(Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION)).refusedBy());
    }
}
