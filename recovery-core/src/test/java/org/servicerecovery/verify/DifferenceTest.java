package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Facts.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.GuardrailChange.Kind;

/** What is said of two playbooks: their guardrails by what they do, and histories that the kernel confirms. */
class DifferenceTest {
    private static final Playbook STANDARD = Playbooks.standard();

    private static PlaybookBuilder like() {
        return Playbooks.like(STANDARD, "own", "1");
    }

    /** Whether it is sound does not matter to what differs. */
    private static Playbook unproven(PlaybookBuilder builder) {
        return Playbook.build(builder.definition(), playbook -> List.of());
    }

    private static Guardrail.Builder own(String id, Step... watches) {
        return Guardrail.named(id).watches(watches).because("Ours.");
    }

    @Test
    void aPlaybookDoesNotDifferFromItselfUnderWhateverName() {
        for (Playbook same : List.of(STANDARD, Playbooks.like(STANDARD, "renamed", "9").build())) {
            Difference difference = Difference.between(STANDARD, same);
            assertTrue(difference.isEmpty(), difference::report);
            assertTrue(difference.report().contains("Nothing differs."), difference::report);
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
            Arguments.of("a level lowered", rule("plan-explained").at(Level.ADVISE), Kind.WEAKER, "refuses, now advises"),
            Arguments.of("advice silenced", rule("second-apology").at(Level.SHADOW), Kind.WEAKER, "advises, now is only recorded"),
            Arguments.of("advice turned off", rule("second-apology").at(Level.OFF), Kind.WEAKER, "advises, now is off"),
            Arguments.of("advice made binding", rule("second-apology").at(Level.REFUSE), Kind.STRONGER, "advises, now refuses"),
            Arguments.of("a need dropped", needing("hand-over-after-apology", APOLOGY_GIVEN), Kind.WEAKER,
                "no longer needs: the customer's position was acknowledged"),
            Arguments.of("a need added", needing("plan-explained", PLAN_EXPLAINED, LIMITS_RECORDED), Kind.STRONGER, "now needs: "),
            Arguments.of("needs swapped", needing("plan-explained", LIMITS_RECORDED), Kind.OTHER, "no longer needs: "),
            Arguments.of("a step less", rule("mood-read-before-moving-on").watching(Set.of(Step.START_WORK, Step.ASK_SATISFACTION)), Kind.WEAKER, "no longer watches: "),
            Arguments.of("a step more", rule("plan-explained").watching(Set.of(Step.START_WORK, Step.RECORD_DELIVERY)), Kind.STRONGER,
                "now watches: "),
            Arguments.of("a state more", in("ask-after-delivery", RecoveryState.FOLLOWING_UP), Kind.STRONGER, "now speaks up in: FOLLOWING_UP"),
            Arguments.of("a waiver allowed", waivable("solution-agreed", Optional.of(Actor.SUPERVISOR)), Kind.WEAKER,
                "can be waived by nobody, now by supervisor"),
            Arguments.of("a waiver forbidden", waivable("plan-explained", Optional.empty()), Kind.STRONGER,
                "can be waived by supervisor, now by nobody"),
            Arguments.of("another who may waive", waivable("plan-explained", Optional.of("manager")), Kind.OTHER,
                "can be waived by supervisor, now by manager"));
    }

    private static Guardrail rule(String id) {
        return STANDARD.guardrail(id);
    }

    private static Guardrail needing(String id, Term... terms) {
        Guardrail rule = rule(id);
        return new Guardrail(id, rule.watches(), rule.states(), rule.when(), new LinkedHashSet<>(List.of(terms)), rule.needsAny(), rule.bars(),
            rule.level(), rule.waivableBy(), rule.instead(), rule.why(), rule.sources());
    }

    private static Guardrail in(String id, RecoveryState more) {
        Guardrail rule = rule(id);
        Set<RecoveryState> states = new LinkedHashSet<>(rule.states());
        states.add(more);
        return new Guardrail(id, rule.watches(), states, rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(),
            rule.waivableBy(), rule.instead(), rule.why(), rule.sources());
    }

    private static Guardrail waivable(String id, Optional<String> role) {
        Guardrail rule = rule(id);
        return new Guardrail(id, rule.watches(), rule.states(), rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(), role,
            rule.instead(), rule.why(), rule.sources());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangedGuardrailIsNamedWithWhatBecameOfIt(String name, Guardrail changed, Kind kind, String detail) {
        List<GuardrailChange> found = new Strictness(STANDARD, unproven(like().guardrail(changed))).changes();

        assertEquals(1, found.size(), found::toString);
        assertEquals(changed.id(), found.get(0).guardrail());
        assertEquals(kind, found.get(0).kind());
        assertTrue(found.get(0).details().stream().anyMatch(line -> line.startsWith(detail)), () -> found.get(0).details().toString());
    }

    @Test
    void whatIsOnlyWrittenDifferentlyIsNoChange() {
        Guardrail one = own("own-rule", Step.START_WORK).when(MOOD_HOT).needs(PLAN_EXPLAINED).unless(DELIVERED).from("house");
        Guardrail other = own("own-rule", Step.START_WORK).when(MOOD_HOT).needsAny(PLAN_EXPLAINED).unless(DELIVERED).from("house");

        assertEquals(List.of(), new Strictness(unproven(like().guardrail(one)), unproven(like().guardrail(other))).changes());
    }

    @Test
    void guardrailsAddedAndRemovedAreNamed() {
        Playbook changed = like().withoutGuardrail("no-blame").guardrail(own("own-rule", Step.PARK).bars(PROMISE_OPEN).from("house")).build();

        List<GuardrailChange> found = new Strictness(STANDARD, changed).changes();

        assertEquals(List.of("no-blame REMOVED", "own-rule ADDED"), found.stream().map(one -> one.guardrail() + " " + one.kind()).toList());
        assertEquals("Ours.", found.get(1).why());
    }

    @Test
    void aRuleIsNotWeakerBecauseAStepIsGone() {
        PlaybookBuilder without = like();
        STANDARD.definition().transitions().stream().filter(row -> row.step() == Step.TELL_LIMIT).forEach(row -> without.replaceRow(row.id()));
        for (Guardrail rule : STANDARD.definition().guardrails()) {
            Set<Step> rest = new LinkedHashSet<>(rule.watches());
            if (rest.remove(Step.TELL_LIMIT)) {
                without.guardrail(rule.watching(rest));
            }
        }

        assertEquals(List.of(), new Strictness(STANDARD, unproven(without)).changes());
    }

    @Test
    void whatIsNotSearchedIsReadOffTheDefinitions() {
        Deadline nudge = STANDARD.definition().deadlines().stream().filter(clock -> clock.id().equals("nudge")).findFirst().orElseThrow();
        Fact own = Fact.named("CARRIER_ASKED");
        Playbook changed = unproven(like().level("night", "no-blame", Level.OFF).withoutDeadline(nudge.id()).declares(own)
            .settings(new Settings(Mood.IRATE, 1, 5, BigDecimal.ZERO)).standing(RecoveryState.FOLLOWING_UP, DELIVERED, own));

        Definitions found = new Definitions(STANDARD.definition(), changed.definition());

        assertEquals(List.of(new LevelChange("night", "no-blame", Level.REFUSE, Level.OFF)), found.levels());
        assertEquals(new IdChanges(List.of(), List.of("nudge"), List.of()), found.deadlines());
        assertTrue(found.rows().isEmpty());
        assertEquals(List.of("recovery mood: " + Settings.STANDARD.recoveryMood() + ", now IRATE", "attempts: 3, now 5",
            "standing in FOLLOWING_UP: DELIVERED, now CARRIER_ASKED, DELIVERED", "the host's facts: none, now CARRIER_ASKED"), found.settings());
    }

    @Test
    void aGuardrailThatAnotherOneImpliesIsListedAndNoHistoryDiffers() {
        Difference difference = Difference.between(STANDARD, unproven(like().withoutGuardrail("receiver-owns")));

        assertEquals(List.of(Kind.REMOVED), difference.guardrails().stream().map(GuardrailChange::kind).toList());
        assertEquals(Optional.empty(), difference.allowedOnlyByFirst());
        assertEquals(Optional.empty(), difference.allowedOnlyBySecond());
        assertEquals(Optional.empty(), difference.partsWays());
        assertEquals(List.of(), difference.undecided());
        assertTrue(difference.report().contains("No history differs"), difference::report);
    }

    static Stream<Arguments> variants() {
        return Stream.of(
            Arguments.of("a word that is no longer judged", like().withoutGuardrail("no-blame"), 0, 2, 0),
            Arguments.of("a plan that is only advised", like().level("plan-explained", Level.ADVISE), 0, 3, 0),
            Arguments.of("a condition deep in the case", like().level("customer-valued", Level.SHADOW), 0, 9, 0),
            Arguments.of("advice that binds", like().level("second-apology", Level.REFUSE), 2, 0, 0),
            Arguments.of("needs swapped", like().guardrail(needing("plan-explained", LIMITS_RECORDED)), 3, 3, 0),
            Arguments.of("a rule of its own", like().guardrail(own("own-rule", Step.PARK).bars(PROMISE_OPEN).from("house")), 2, 0, 0),
            Arguments.of("a row that is gone", like().replaceRow("FOLLOWING_UP/RECORD_OUTCOME"), 2, 0, 0),
            Arguments.of("a row that leads elsewhere", to("SOLVING/START_WORK", RecoveryState.FOLLOWING_UP), 4, 4, 3),
            Arguments.of("a row that sets less", setting("LISTENING/PARAPHRASE", FIRST_RESPONSE_GIVEN), 4, 0, 2),
            Arguments.of("a row that sets more", setting("LISTENING/RECORD_STORY", STORY_RECORDED, FAILURE_NAMED), 0, 4, 2));
    }

    private static PlaybookBuilder to(String id, RecoveryState state) {
        Transition row = row(id);
        return like().replaceRow(id, new Transition(id, row.from(), row.step(), row.when(), state, row.sets(), row.clears()));
    }

    private static PlaybookBuilder setting(String id, Fact... facts) {
        Transition row = row(id);
        return like().replaceRow(id, new Transition(id, row.from(), row.step(), row.when(), row.to(), new LinkedHashSet<>(Arrays.asList(facts)),
            row.clears()));
    }

    private static Transition row(String id) {
        return STANDARD.definition().transitions().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    /** How many steps the shortest history has that only the one takes, only the other, or both and part; 0 for none. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void historiesAreWhatTheKernelSays(String name, PlaybookBuilder builder, int onlyStandard, int onlyVariant, int parting) {
        Playbook variant = unproven(builder);
        Difference difference = Difference.between(STANDARD, variant);

        assertEquals(List.of(), difference.undecided());
        assertEquals(List.of(onlyStandard, onlyVariant, parting), List.of(length(difference.allowedOnlyByFirst().map(OneSided::steps)),
            length(difference.allowedOnlyBySecond().map(OneSided::steps)), length(difference.partsWays().map(Parting::steps))), difference::report);
        difference.allowedOnlyByFirst().ifPresent(shown -> Replay.oneSided(shown, STANDARD, variant));
        difference.allowedOnlyBySecond().ifPresent(shown -> Replay.oneSided(shown, variant, STANDARD));
        difference.partsWays().ifPresent(shown -> Replay.parting(shown, STANDARD, variant));
    }

    private static int length(Optional<List<PathStep>> steps) {
        return steps.map(List::size).orElse(0);
    }

    @Test
    void inTheOtherOrderEverythingIsTheOtherWayRound() {
        Playbook variant = like().level("plan-explained", Level.ADVISE).replaceRow("FOLLOWING_UP/RECORD_OUTCOME").build();
        Difference there = Difference.between(STANDARD, variant);
        Difference back = Difference.between(variant, STANDARD);

        assertEquals(List.of(Kind.WEAKER), there.guardrails().stream().map(GuardrailChange::kind).toList());
        assertEquals(List.of(Kind.STRONGER), back.guardrails().stream().map(GuardrailChange::kind).toList());
        assertEquals(there.rows().removed(), back.rows().added());
        assertEquals(there.allowedOnlyByFirst().map(OneSided::refusedBy), back.allowedOnlyBySecond().map(OneSided::refusedBy));
        assertEquals(there.allowedOnlyBySecond().map(OneSided::refusedBy), back.allowedOnlyByFirst().map(OneSided::refusedBy));
    }

    @Test
    void whatAdoptingNeedsIsFoundByEachPlaybookForItself() {
        Parting parting = Difference.between(STANDARD, unproven(like().standing(RecoveryState.SOLVING, APOLOGY_GIVEN))).partsWays().orElseThrow();

        assertEquals(List.of(Step.ADOPT), parting.steps().stream().map(PathStep::step).toList());
        assertEquals(List.of(RecoveryState.LISTENING, RecoveryState.SOLVING), List.of(parting.first(), parting.second()));
        assertEquals(Set.of(OWNER_NAMED, APOLOGY_GIVEN), parting.steps().get(0).told());
    }

    @Test
    void aHostsFactThatOnlyOneKnowsPassesTheOtherBy() {
        Fact own = Fact.named("CARRIER_ASKED");
        Playbook variant = like().declares(own).guardrail(own("own-rule", Step.START_WORK).needs(own).from("house")).build();
        Difference difference = Difference.between(STANDARD, variant);

        assertEquals(Optional.empty(), difference.partsWays());
        assertEquals(Optional.empty(), difference.allowedOnlyBySecond());
        OneSided shown = difference.allowedOnlyByFirst().orElseThrow();
        assertEquals(List.of("own-rule"), shown.refusedBy());
        Replay.oneSided(shown, STANDARD, variant);
    }

    @Test
    void playbooksOfOtherRowsAreComparedToo() {
        Playbook floor = unproven(Playbooks.onTheFloor("floor", "1"));
        Difference difference = Difference.between(STANDARD, floor);

        assertFalse(difference.rows().removed().isEmpty());
        Replay.oneSided(difference.allowedOnlyByFirst().orElseThrow(), STANDARD, floor);
        Replay.oneSided(difference.allowedOnlyBySecond().orElseThrow(), floor, STANDARD);
        assertEquals(List.of(OneSided.NOT_HERE), difference.allowedOnlyByFirst().orElseThrow().refusedBy());
        assertEquals(List.of("problem-brought"), difference.allowedOnlyBySecond().orElseThrow().refusedBy());
    }

    @Test
    void whatGrowsBeyondTheBoundsIsSaidToBeUndecided() {
        Difference difference = Difference.between(STANDARD, like().level("customer-valued", Level.ADVISE).build(), 1 << 13);

        assertEquals(Optional.empty(), difference.allowedOnlyBySecond());
        assertFalse(difference.isEmpty());
        assertTrue(difference.undecided().stream().anyMatch(line -> line.contains("that only the second allows")
            && line.contains("not decided within bounds") && line.contains("VALUED")), () -> difference.undecided().toString());
        assertTrue(difference.report().contains("Not decided"), difference::report);
    }

    @Test
    void theReportIsForPeople() {
        String report = Difference.between(STANDARD, like().level("plan-explained", Level.ADVISE).build()).report();

        for (String part : List.of("Guardrails that got weaker", "plan-explained: The customer should know what happens before it does.",
            "refuses, now advises", "   3. go to work", "the other refuses it by plan-explained")) {
            assertTrue(report.contains(part), () -> part + " in " + report);
        }
        List<String> wide = new ArrayList<>(report.lines().filter(line -> line.length() > 120).toList());
        assertEquals(List.of(), wide);
    }
}
