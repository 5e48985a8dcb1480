package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/** Nobody digs under the floor: the laws hold of what is made from any shipped playbook and of hosts' own procedures. */
class LawsOfEveryPlaybookTest {
    private static final Playbook HEART = Procedure.named("heart", "1")
        .order("HEART", Phase.LISTEN, Phase.EMPATHISE, Phase.APOLOGISE, Phase.SOLVE, Phase.THANK).builder().build();
    private static final Playbook MIXED = Procedure.named("mixed", "1").says("B", "D", "C20").handsOver()
        .order("our house", Phase.ACKNOWLEDGE, Phase.APOLOGISE, Phase.SOLVE, Phase.VERIFY).builder().build();
    private static final Playbook BARE = Procedure.named("bare", "1").builder().build();

    static Stream<Playbook> playbooks() {
        return Stream.concat(Playbooks.names().stream().map(Playbooks::named), Stream.of(HEART, MIXED, BARE));
    }

    private static PlaybookBuilder like(Playbook base) {
        return Playbooks.like(base, "own", "1");
    }

    private static List<Guardrail> floor(Playbook base) {
        return PlaybookBuilder.watching(Floor.guardrails(), like(base).taken());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void noRuleOfTheFloorIsLeftOutLoweredOrNarrowed(Playbook base) {
        List<Guardrail> floor = floor(base);
        assertEquals(Floor.guardrails().size(), floor.size(), "every playbook has the whole floor");
        for (Guardrail rule : floor) {
            refused(like(base).withoutGuardrail(rule.id()), rule.id(), "of the floor");
            for (Level level : List.of(Level.ADVISE, Level.SHADOW, Level.OFF)) {
                refused(like(base).level(rule.id(), level), rule.id(), "no longer refuses");
                refused(like(base).level("night", rule.id(), level), "Team night lowers " + rule.id());
            }
            refused(like(base).guardrail(changed(rule, Set.of(RecoveryState.LISTENING), Optional.empty())), rule.id(), "of the floor");
            refused(like(base).guardrail(changed(rule, rule.states(), Optional.of(Actor.SUPERVISOR))), rule.id(), "of the floor");
            if (rule.watches().size() > 1) {
                Set<Step> fewer = new LinkedHashSet<>(rule.watches());
                fewer.remove(fewer.iterator().next());
                refused(like(base).guardrail(rule.watching(fewer)), rule.id(), "of the floor");
            }
        }
    }

    /** A rule of a procedure's own with the id of one of the floor stands in its place, and is noticed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void aRuleOfTheFloorIsNotReplaced(Playbook base) {
        Guardrail mild = Guardrail.named("end-satisfied").watches(Step.CLOSE_AS_RECOVERED).needs(Facts.SATISFACTION_ASKED)
            .because("Asked is enough.").from("house");
        refused(like(base).guardrail(mild), "end-satisfied", "E31");
        refused(Procedure.named("own", "1").rules(mild).builder(), "end-satisfied", "E31");
    }

    /** Whatever asks for an apology or for feelings, and be it only advice: nobody waives it (A18, E05). */
    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void whatAsksForAnApologyOrForFeelingsIsNotWaived(Playbook base) {
        List<Guardrail> heart = base.definition().guardrails().stream().filter(rule -> rule.needsAll().contains(Facts.APOLOGY_GIVEN)
            || rule.needsAll().contains(Facts.FEELINGS_TENDED) || rule.needsAny().contains(Facts.FEELINGS_TENDED)).toList();
        for (Guardrail rule : heart) {
            refused(like(base).guardrail(changed(rule, rule.states(), Optional.of(Actor.SUPERVISOR))), "Guardrail " + rule.id()
                + " can be waived", "(E05, E06, A18)");
        }
        boolean unordered = List.of("latte", "bare", "small-errors").contains(base.id().name());
        assertEquals(unordered, heart.stream().noneMatch(rule -> rule.id().endsWith("-in-order") || rule.id().startsWith("apology-")),
            () -> "whether there is an order of apologies: " + heart.stream().map(Guardrail::id).toList());
        assertTrue(heart.stream().anyMatch(rule -> rule.id().equals("end-proof")), "nobody is given up without an apology");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void aTermAboutFaultOrTheKindOfProblemIsRefused(Playbook base) {
        for (String name : List.of("CUSTOMERS_FAULT", "INTENTIONAL", "LIABILITY_ADMITTED", "PROBLEM_TYPE_SMALL")) {
            Fact fact = Fact.named(name);
            Trait trait = Trait.named("SAYS_" + name);
            refused(like(base).declares(fact).guardrail(Guardrail.named("own-rule").watches(Step.APOLOGISE).when(fact)
                .needs(Facts.OWNER_NAMED)
                .because("No.").from("house")), "own-rule reads " + name, "fault");
            refused(like(base).declares(trait).guardrail(Guardrail.named("own-rule").watches(Step.APOLOGISE).bars(trait).because("No.")
                .from("house")),
                "own-rule reads SAYS_" + name, "fault");
            refused(replaced(base, "LISTENING/PARK", row -> row(row, Set.of(fact), Set.of())).declares(fact),
                "LISTENING/PARK reads or sets " + name);
        }
    }

    @Test
    void aPhaseThatIsDoneByAFaultIsRefused() {
        Fact fault = Fact.named("FAULT_ESTABLISHED");
        refused(Procedure.named("own", "1").order("house", Phase.LISTEN, Phase.named("judge").doneWhen(fault), Phase.APOLOGISE, Phase.SOLVE)
            .builder().declares(fault), "apologise-in-order reads FAULT_ESTABLISHED", "solve-in-order", "no-step-skipped", "A19");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void aRowThatLosesTheOwnerADutyOrTheTurnIsRefused(Playbook base) {
        refused(replaced(base, "LISTENING/PARK", row -> row(row, row.sets(), Set.of(Facts.OWNER_NAMED))), "without an owner", "B27");
        refused(replaced(base, "LISTENING/ESCALATE", row -> row(row, row.sets(), Set.of(Facts.FOLLOW_UP_SET))), "clears FOLLOW_UP_SET",
            "B27");
        refused(replaced(base, "DELIVERING/RECORD_DELIVERY", row -> row(row, row.sets(), Set.of())), "does not forget FOLLOWED_UP", "C30");
        refused(replaced(base, "LISTENING/MAKE_PROMISE", row -> row(row, Set.of(), row.clears())), "does not set PROMISE_OPEN", "C29");
        refused(like(base).replaceRow("SOLVING/REPORT_CONTRIBUTION"), "REPORT_CONTRIBUTION in SOLVING");
        refused(like(base).rows(List.of(new Transition("RECOVERED/PARK", RecoveryState.RECOVERED, Step.PARK, Condition.ALWAYS,
            RecoveryState.SOLVING, Set.of(), Set.of()))), "leaves the end RECOVERED");
    }

    /** A machine's message is judged, and counts for nothing (B05, A03). */
    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void aMachinesMessageBringsNothingAbout(Playbook base) {
        String end = "RECOVERED/SEND_AUTOMATIC_REPLY";
        refused(replaced(base, end, row -> row(row, Set.of(Facts.THANKED), Set.of())), "Row " + end, "machine", "(A03, B05)");
        String id = "AWAITING/SEND_AUTOMATIC_REPLY";
        refused(replaced(base, id, row -> row(row, Set.of(Facts.FIRST_RESPONSE_GIVEN), Set.of())), "Row " + id, "machine", "(A03, B05)");
        refused(replaced(base, id, row -> row(row, Set.of(), Set.of(Facts.CUSTOMER_WAITING))), "Row " + id, "machine", "(A03, B05)");
        refused(replaced(base, id, row -> new Transition(id, row.from(), row.step(), row.when(), RecoveryState.LISTENING, Set.of(),
            Set.of())), "Row " + id, "machine", "(A03, B05)");
    }

    /** What leads a case onward, or ends it, asks for the same on every channel (E01). */
    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void noChannelIsAnExcuse(Playbook base) {
        Map<Step, Term> channels = Map.of(Step.START_WORK, Facts.CAME_BY_EMAIL, Step.RECORD_DELIVERY, Traits.TWO_WAY,
            Step.CLOSE_AS_RECOVERED, Traits.BY_EMAIL, Step.CLOSE_AS_WITHDRAWN, Traits.DURABLE);
        channels.forEach((step, channel) -> {
            refused(like(base).guardrail(own(step).when(channel).needs(Facts.THANKED).from("house")), "own-rule", channel.name(), "(E01)");
            refused(like(base).guardrail(own(step).unless(channel).needs(Facts.THANKED).from("house")), "own-rule", channel.name(),
                "(E01)");
        });
        refused(replaced(base, "LISTENING/EMPATHISE", row -> new Transition(row.id(), row.from(), row.step(),
            row.when().and(Traits.HEARS_TONE), row.to(), row.sets(), row.clears())), "LISTENING/EMPATHISE", "HEARS_TONE", "(E01)");
    }

    /** Quick and slow ways have the same steps (E29): nothing waits until a deadline lapsed but to conclude that nobody answers. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void nobodyWaitsForTimeToPass(Playbook base) {
        for (Term lapse : List.of(Facts.ANSWER_OVERDUE, Traits.PAST_DUE, Traits.ANSWER_LAPSED)) {
            refused(like(base).guardrail(own(Step.CLOSE_AS_UNRECOVERED).needs(lapse).from("house")), "own-rule", lapse.name(), "(E29)");
            refused(like(base).guardrail(own(Step.CLOSE_AS_UNRECOVERED).needsAny(lapse).from("house")), "own-rule", lapse.name(), "(E29)");
        }
    }

    private static Guardrail.Builder own(Step step) {
        return Guardrail.named("own-rule").watches(step).because("No.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("playbooks")
    void allProblemsAreNamedAtOnce(Playbook base) {
        refused(like(base).withoutGuardrail("end-satisfied").level("night", "end-thanks", Level.OFF)
            .guardrail(changed(base.guardrail("end-proof"), base.guardrail("end-proof").states(), Optional.of(Actor.SUPERVISOR))),
            "end-satisfied", "Team night lowers end-thanks", "end-proof can be waived");
    }

    private static Guardrail changed(Guardrail rule, Set<RecoveryState> states, Optional<String> waivableBy) {
        return new Guardrail(rule.id(), rule.watches(), states, rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(),
            waivableBy, rule.instead(), rule.why(), rule.sources());
    }

    private static PlaybookBuilder replaced(Playbook base, String id, UnaryOperator<Transition> change) {
        Transition row = base.definition().transitions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return like(base).replaceRow(id, change.apply(row));
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
    }
}
