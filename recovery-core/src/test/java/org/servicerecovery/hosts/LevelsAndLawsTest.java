package org.servicerecovery.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Step.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;

/** Levels differ by playbook and by team, inside one fingerprint; and nobody digs under the floor. */
class LevelsAndLawsTest {
    private static final Playbook STANDARD = Playbooks.standard();
    private static final Fact CARRIER_ASKED = Fact.named("CARRIER_ASKED");

    private static PlaybookBuilder like() {
        return Playbooks.like(STANDARD, "own", "1");
    }

    private static String fingerprint(PlaybookBuilder builder) {
        return Playbook.build(builder.definition(), playbook -> List.of()).id().fingerprint();
    }

    // Levels

    @Test
    void aLowerLevelInThePlaybookLowersItForEverybody() {
        Playbook kind = like().level("ownership-commits", Level.ADVISE).build();
        Decision decision = stating(Play.on(kind).byPhone());
        assertTrue(decision.isPermitted());
        assertEquals(List.of("ownership-commits"), decision.advice().stream().map(Reason::rule).toList());
        assertEquals(List.of("ownership-commits"), decision.lastEvent().orElseThrow().advised());
    }

    @Test
    void aLevelMayDifferByTheTeamOfTheCase() {
        Playbook mixed = like().level("trainees", "ownership-commits", Level.SHADOW).level("night", "ownership-commits", Level.OFF).build();
        assertEquals(List.of("ownership-commits"), stating(Play.on(mixed).byPhone()).refusedBy(), "no team: the default");
        assertEquals(List.of("ownership-commits"), stating(Play.on(mixed).of("others").byPhone()).refusedBy());
        Decision shadowed = stating(Play.on(mixed).of("trainees").byPhone());
        assertTrue(shadowed.isPermitted() && shadowed.advice().isEmpty(), "done, and nobody is told");
        assertEquals(List.of("ownership-commits"), shadowed.lastEvent().orElseThrow().shadowed(), "but recorded");
        Decision off = stating(Play.on(mixed).of("night").byPhone());
        assertTrue(off.isPermitted() && off.lastEvent().orElseThrow().shadowed().isEmpty());
    }

    @Test
    void aTeamMayBeStricterThanThePlaybook() {
        Playbook strict = like().level("elders", "empathy-in-acknowledgement", Level.REFUSE).build();
        assertTrue(Play.on(strict).byPhone().attempt(Play.saying(ANNA, Channel.PHONE, ACKNOWLEDGE)).isPermitted());
        assertEquals(List.of("empathy-in-acknowledgement"),
            Play.on(strict).of("elders").byPhone().attempt(Play.saying(ANNA, Channel.PHONE, ACKNOWLEDGE)).refusedBy());
    }

    private static Decision stating(Play play) {
        return play.attempt(Command.says(ANNA, Channel.PHONE, "I have it now.", STATE_OWNERSHIP));
    }

    @Test
    void everythingThatCanChangeAVerdictIsInTheFingerprintAndWordingIsNot() {
        String plain = fingerprint(like());
        assertEquals(STANDARD.id().fingerprint(), plain, "name and version are beside it");
        Set<String> different = new LinkedHashSet<>(List.of(plain, fingerprint(like().level("no-blame", Level.ADVISE)),
            fingerprint(like().level("night", "no-blame", Level.ADVISE)), fingerprint(like().level("day", "no-blame", Level.ADVISE)),
            fingerprint(like().withoutGuardrail("no-blame")), fingerprint(like().withoutDeadline("nudge")),
            fingerprint(like().declares(CARRIER_ASKED).guardrail(
                Guardrail.named("carrier-asked").watches(Step.START_WORK).needs(CARRIER_ASKED).because("Ask the carrier.").from("house"))), fingerprint(like().settings(new Settings(
                Mood.IRATE, 1, 3, BigDecimal.ZERO))), fingerprint(like().standing(RecoveryState.SOLVING))));
        assertEquals(9, different.size());
        Guardrail blame = STANDARD.guardrail("no-blame");
        Guardrail reworded = new Guardrail(blame.id(), blame.watches(), blame.states(), blame.when(), blame.needsAll(), blame.needsAny(),
            blame.bars(), blame.level(), blame.waivableBy(), blame.instead(), "Blaming others helps nobody.", List.of("A10", "C06", "our style"));
        assertEquals(plain, fingerprint(like().guardrail(reworded)));
    }

    // The floor

    static Stream<Guardrail> floor() {
        List<String> shared = STANDARD.definition().guardrails().stream().map(Guardrail::id)
            .filter(id -> id.startsWith("end-") || List.of("proof-by-authority", "hand-over-of-promises-told", "reopen-for-cause", "merged",
                "courteous-to-the-end", "right-attitude", "positive-tone").contains(id)).toList();
        return STANDARD.definition().guardrails().stream().filter(rule -> shared.contains(rule.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floor")
    void noRuleOfTheFloorIsLeftOutLoweredOrNarrowed(Guardrail rule) {
        refused(like().withoutGuardrail(rule.id()), rule.id());
        for (Level level : List.of(Level.ADVISE, Level.SHADOW, Level.OFF)) {
            refused(like().level(rule.id(), level), rule.id());
            refused(like().level("night", rule.id(), level), rule.id());
        }
        if (rule.watches().size() > 1) {
            Set<Step> fewer = new LinkedHashSet<>(rule.watches());
            fewer.remove(fewer.iterator().next());
            refused(like().guardrail(rule.watching(fewer)), rule.id());
        }
        refused(like().guardrail(changed(rule, Set.of(RecoveryState.LISTENING), Optional.empty())), rule.id());
        refused(like().guardrail(changed(rule, rule.states(), Optional.of(Actor.SUPERVISOR))), rule.id());
    }

    private static Guardrail changed(Guardrail rule, Set<RecoveryState> states, Optional<String> waivableBy) {
        return new Guardrail(rule.id(), rule.watches(), states, rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(),
            waivableBy, rule.instead(), rule.why(), rule.sources());
    }

    @Test
    void aRowThatLeavesACaseWithoutAnOwnerIsRefused() {
        refused(replaced("LISTENING/PARK", row -> row(row, row.sets(), Set.of(Facts.OWNER_NAMED))), "leaves the case without an owner", "B27");
    }

    @Test
    void anEscalationThatDropsADutyIsRefused() {
        refused(replaced("LISTENING/ESCALATE", row -> row(row, row.sets(), Set.of(Facts.FOLLOW_UP_SET))), "clears FOLLOW_UP_SET", "B27");
    }

    @Test
    void aTermAboutFaultOrTheKindOfProblemIsRefused() {
        for (String name : List.of("CUSTOMERS_FAULT", "LIABILITY_ADMITTED", "KIND_OF_PROBLEM_SMALL")) {
            Fact fault = Fact.named(name);
            refused(like().declares(fault).guardrail(Guardrail.named("own-rule").watches(APOLOGISE).bars(fault).because("No.").from("house")), name,
                "fault");
            refused(replaced("LISTENING/PARK", row -> row(row, Set.of(fault), Set.of())).declares(fault), name);
        }
    }

    @Test
    void anApologyOrFeelingsThatCanBeWaivedAreRefused() {
        for (String id : List.of("apology-before-solving", "feelings-before-solving", "feelings-with-solution", "still-upset-means-back")) {
            Guardrail rule = STANDARD.guardrail(id);
            refused(like().guardrail(changed(rule, rule.states(), Optional.of(Actor.SUPERVISOR))), id, "E05");
        }
    }

    @Test
    void aReportThatHasNoRowSomewhereOrEndsACaseIsRefused() {
        refused(like().replaceRow("SOLVING/REPORT_CONTRIBUTION"), "REPORT_CONTRIBUTION in SOLVING");
        refused(replaced("SOLVING/REPORT_CONTRIBUTION", row -> new Transition(row.id(), row.from(), row.step(), row.when(),
            RecoveryState.RECOVERED, row.sets(), row.clears())), "lets a report end the case");
    }

    @Test
    void aRowThatLeavesAnEndOtherwiseThanByReopeningIsRefused() {
        refused(like().rows(List.of(new Transition("RECOVERED/PARK", RecoveryState.RECOVERED, PARK, Condition.ALWAYS,
            RecoveryState.SOLVING, Set.of(), Set.of()))), "leaves the end RECOVERED");
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        BrokenPlaybookException broken = assertThrows(BrokenPlaybookException.class,
            () -> like().withoutGuardrail("end-satisfied").level("night", "end-thanks", Level.OFF).build());
        assertTrue(broken.getMessage().contains("end-satisfied") && broken.getMessage().contains("end-thanks"), broken.getMessage());
    }

    @Test
    void wordsThatNobodyJudgesCannotBeAdded() {
        Guardrail attitude = STANDARD.guardrail("right-attitude");
        Set<Step> fewer = new LinkedHashSet<>(attitude.watches());
        fewer.remove(NUDGE);
        refused(like().guardrail(attitude.watching(fewer)), "right-attitude");
        assertFalse(Play.standard().byPhone().attempt(Play.saying(ANNA, Channel.PHONE, REMARK).attesting(Traits.DISCOURTEOUS)).isPermitted());
    }

    private static PlaybookBuilder replaced(String id, UnaryOperator<Transition> change) {
        Transition row = STANDARD.definition().transitions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return like().replaceRow(id, change.apply(row));
    }

    private static Transition row(Transition row, Set<Fact> sets, Set<Fact> clears) {
        Set<Fact> left = new LinkedHashSet<>(sets);
        left.removeAll(clears);
        return new Transition(row.id(), row.from(), row.step(), row.when(), row.to(), left, clears);
    }

    /** It cannot be built, and the message names all of these. */
    private static void refused(PlaybookBuilder builder, String... named) {
        BrokenPlaybookException broken = assertThrows(BrokenPlaybookException.class, builder::build, () -> "built: " + List.of(named));
        List<String> missing = new ArrayList<>(List.of(named));
        missing.removeIf(broken.getMessage()::contains);
        assertTrue(missing.isEmpty(), () -> missing + " is not named in " + broken.getMessage());
        assertNotEquals("", broken.getMessage());
    }
}
