package org.servicerecovery.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.SUE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.verify.Law;
import org.servicerecovery.verify.Plan;

/** The rows that are laws about the table, or permissions: what no single guardrail shows. */
class LawsAndPermissionsTest {

    static List<String> playbooks() {
        return Playbooks.names();
    }

    private static PlaybookBuilder like(String playbook) {
        return Playbooks.like(Playbooks.named(playbook), "own", "1");
    }

    private static void breaks(Law law, PlaybookBuilder builder, String... named) {
        String message = assertThrows(BrokenPlaybookException.class, builder::build).getMessage();
        List.of(named).forEach(name -> assertTrue(message.contains(name), message));
        law.rows().forEach(row -> assertTrue(message.contains(row), () -> law + " does not cite " + row + ": " + message));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(bites = {"A19", "E30", "C08", "E06"})
    void noRuleOfAnyPlaybookMayAskWhoseFaultItWasOrWhatKindOfProblem(String playbook) {
        for (String name : List.of("CUSTOMERS_FAULT", "DONE_WITH_INTENT", "PROBLEM_KIND_SMALL", "GUILT_ADMITTED")) {
            Fact fact = Fact.named(name);
            breaks(Law.BLIND_TO_FAULT, like(playbook).declares(fact)
                .guardrail(Guardrail.named("own-rule").watches(Step.CLOSE_AS_RECOVERED).when(fact).needs(Facts.THANKED).because("Why.").from("house")), name);
        }
    }

    @Test
    @Covers(passes = {"A19", "E30"})
    void whatIsOwedIsTheSameWhateverThePersonSaysTheProblemIs() {
        List<List<String>> refusals = List.of("You broke it on purpose.", "I dropped it, my own fault.", "The invoice is wrong.", "Someone was hurt.").stream()
            .map(problem -> {
                RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());
                desk.as(ANNA).open("case", Play.CUSTOMER, problem, Channel.PHONE).orThrow();
                return desk.as(ANNA).perform("case", Step.CONFIRM_STORY).refusedBy();
            }).toList();
        assertEquals(1, Set.copyOf(refusals).size());
        assertTrue(refusals.get(0).contains("apology-before-solving"));
        // A fact is judged by its words, not by letters that it has in common.
        Fact harmless = Fact.named("DEFAULT_ADDRESS_KNOWN");
        assertEquals("own", like("standard").declares(harmless).guardrail(Guardrail.named("own-rule").watches(Step.RECORD_ADDRESS).bars(harmless)
            .because("Why.").from("house")).build().id().name());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(bites = "E01")
    void noRuleMayAskForMoreOrLessOnOneChannelBeforeACaseMovesOnOrEnds(String playbook) {
        breaks(Law.SAME_ON_EVERY_CHANNEL, like(playbook).guardrail(Guardrail.named("own-rule").watches(Step.START_WORK).when(Facts.CAME_BY_EMAIL)
            .needs(Facts.THANKED).because("Why.").from("house")), "own-rule", "CAME_BY_EMAIL");
        breaks(Law.SAME_ON_EVERY_CHANNEL, like(playbook).guardrail(Guardrail.named("own-rule").watches(Step.CLOSE_AS_RECOVERED)
            .unless(Traits.TWO_WAY).needs(Facts.THANKED).because("Why.").from("house")), "own-rule", "TWO_WAY");
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(passes = "E01")
    void onWhateverChannelTheCustomerComesThereIsAWayToARecoveredCustomer(String playbook) {
        for (Channel channel : Channel.values()) {
            RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.named(playbook));
            desk.as(ANNA).open("case", Play.CUSTOMER, "It came broken.", channel, RecoveryAction.mood(Mood.BEYOND_IRATE)).orThrow();
            assertEquals(Plan.Outcome.FOUND, desk.plan("case").outcome(), channel::name);
        }
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(bites = {"A03", "B05"})
    void noRowMayLetAMachinesMessageBringAnythingAbout(String playbook) {
        breaks(Law.MACHINES_COUNT_FOR_NOTHING, like(playbook).replaceRow("AWAITING/SEND_AUTOMATIC_REPLY", Row.on(Step.SEND_AUTOMATIC_REPLY)
            .in(RecoveryState.AWAITING).sets(Facts.FIRST_RESPONSE_GIVEN).rows().get(0)), "AWAITING/SEND_AUTOMATIC_REPLY");
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(bites = "E29")
    void noRuleMayLetTimePassBeforeWhatIsRightIsDone(String playbook) {
        breaks(Law.NOBODY_HAS_TO_WAIT, like(playbook).guardrail(Guardrail.named("own-rule").watches(Step.CLOSE_AS_RECOVERED)
            .needs(Facts.ANSWER_OVERDUE).because("Why.").from("house")), "own-rule", "ANSWER_OVERDUE");
    }

    @Test
    @Covers(passes = "E29")
    void aFixAtOnceAndOneThatTakesWeeksGoTheSameSteps() {
        Play quick = Play.standard().byPhone().listened().solved().delivered();
        Play slow = Play.standard().byPhone().listened().passes(Duration.ofDays(3)).solved().passes(Duration.ofDays(20)).delivered();
        assertEquals(RecoveryState.FOLLOWING_UP, quick.state());
        assertEquals(quick.state(), slow.state());
        assertEquals(quick.desk.history(Play.CASE).stream().map(event -> event.row()).toList(),
            slow.desk.history(Play.CASE).stream().map(event -> event.row()).toList());
    }

    @Test
    @Covers(bites = "D02")
    void aPlaybookWithoutANameOrAVersionIsNone() {
        assertThrows(InvalidInputException.class, () -> Playbooks.like(Playbooks.standard(), " ", "1").build());
        assertThrows(InvalidInputException.class, () -> Playbooks.like(Playbooks.standard(), "own", "").build());
    }

    @Test
    @Covers(passes = "D02")
    void playbooksDecideDifferentlyAndEachRefusalSaysWhichOneSpoke() {
        for (String name : List.of("six-steps", "seven-steps", "seven-strategies")) {
            RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.named(name));
            desk.as(ANNA).open("case", Play.CUSTOMER, "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.BEYOND_IRATE)).orThrow();
            Decision refused = desk.as(ANNA).say("case", Channel.PHONE, "…", Set.of(Traits.VERIFIED), Step.PROPOSE_SOLUTION);
            assertFalse(refused.isPermitted());
            assertEquals(name, refused.reasons().get(0).playbook().name());
        }
        RecoveryDesk latte = RecoveryDesk.inMemory(Playbooks.named("small-errors"));
        latte.as(ANNA).open("case", Play.CUSTOMER, "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.UPSET)).orThrow();
        assertTrue(latte.as(ANNA).say("case", Channel.PHONE, "I feel for you. …", Set.of(), Step.EMPATHISE, Step.PROPOSE_SOLUTION).isPermitted());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(bites = {"B26", "C22"})
    void othersMayHelpAndAHigherTierMayBeCalledAndTheOwnerStays(String playbook) {
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.named(playbook));
        desk.as(ANNA).open("case", Play.CUSTOMER, "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.BEYOND_IRATE)).orThrow();
        // Where ownership has to be stated first (B28) it can be.
        Set<Trait> well = Set.of(Traits.COMMITS_TO_HELP, Traits.AGENT_CALM, Traits.SHOWS_UNDERSTANDING, Traits.APOLOGY_WORDS,
            Traits.FIRST_PERSON, Traits.NAMES_PROBLEM, Traits.UNCONDITIONAL, Traits.WORD_APOLOGISE);
        desk.as(ANNA).say("case", Channel.PHONE, "…", well, Step.STATE_OWNERSHIP);
        desk.as(ANNA).say("case", Channel.PHONE, "…", well, Step.APOLOGISE, Step.STATE_OWNERSHIP);
        desk.as(ANNA).say("case", Channel.PHONE, "…", well, Step.ACKNOWLEDGE, Step.STATE_OWNERSHIP);
        desk.as(ANNA).perform("case", RecoveryAction.involve("ben", "find the parcel")).orThrow();
        desk.as(ANNA).perform("case", RecoveryAction.note(Step.ESCALATE, "it is the third time")).orThrow();
        assertEquals("anna", desk.find("case").orElseThrow().data().owner());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    @Covers(passes = {"B26", "C22"})
    void whereNobodyOwnsTheCaseThereIsNothingToHelpWith(String playbook) {
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.named(playbook));
        desk.as(Actor.bot("inbox")).open("case", Play.CUSTOMER, "It came broken.", Channel.PORTAL, RecoveryAction.mood(Mood.BEYOND_IRATE)).orThrow();
        Decision refused = desk.as(SUE).perform("case", RecoveryAction.involve("ben", "find the parcel"));
        assertTrue(refused.refusedBy().contains("not-here"), refused.refusedBy()::toString);
        assertNotEquals("sue", desk.find("case").orElseThrow().data().owner());
    }
}
