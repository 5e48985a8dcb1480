package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.servicerecovery.model.Facts.*;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.Table.Entry;
import org.servicerecovery.verify.Property;

/**
 * Takes something away from every rule that a shipped playbook has otherwise than {@code standard}, one thing at a time, and requires that
 * a hand-written case of that playbook notices. What no history can tell apart is listed by hand in
 * {@code equivalent-mutants-elsewhere.txt}, with the reason; the list must be exact.
 */
class OtherPlaybooksMutationTest {
    static Stream<String> others() {
        return Differing.others();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everySlipIsNoticed(String name) {
        Playbook playbook = Playbooks.named(name);
        Map<Step, List<RuleCase>> cases = RuleCase.of(name).stream().collect(Collectors.groupingBy(RuleCase::step));
        List<Guardrail> own = Differing.own(playbook);
        List<Mutant> mutants = own.stream().flatMap(rule -> Mutant.of(rule).stream()).toList();
        Set<String> survivors = mutants.parallelStream().filter(mutant -> !noticed(mutant, playbook.definition(), cases)).map(Mutant::name)
            .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> listed = listed(name);
        System.out.printf("Guardrail mutation of %s: %d rules of its own, %d mutants, %d killed, %d listed as equivalent%n", name,
            own.size(), mutants.size(), mutants.size() - survivors.size(), listed.size());
        assertEquals(String.join("\n", listed.keySet()), String.join("\n", survivors));
    }

    private static boolean noticed(Mutant mutant, PlaybookDefinition whole, Map<Step, List<RuleCase>> cases) {
        Playbook wrong = mutant.in(whole);
        // The rule's own cases first: one of them nearly always notices.
        return mutant.steps().stream().flatMap(step -> cases.getOrDefault(step, List.of()).stream()).filter(mutant::concerns)
            .sorted(Comparator.comparing(one -> !one.guardrail().equals(mutant.rule().id())))
            .anyMatch(one -> !one.judgedBy(wrong).equals(one.verdict()));
    }

    private static Map<String, String> listed(String name) {
        Map<String, String> listed = new TreeMap<>();
        for (Entry entry : Table.read("equivalent-mutants-elsewhere.txt", 3)) {
            if (entry.column(2).isEmpty()) {
                throw entry.wrong("say why no history can tell it apart.");
            }
            if (Table.list(entry.column(0)).contains(name)) {
                for (String mutant : Table.list(entry.column(1))) {
                    if (listed.put(mutant, entry.column(2)) != null) {
                        throw entry.wrong(mutant + " is there twice.");
                    }
                }
            }
        }
        return listed;
    }

    /** What is said of the states in which a rule could not be missed, proven over every configuration that can be reached. */
    @Test
    void whatIsSaidToBeThereInAnyCaseIsThere() {
        PlaybookBuilder seven = Playbooks.like(Playbooks.sevenSteps(), "x", "1");
        for (Fact fact : List.of(OWNER_NAMED, OWNERSHIP_STATED, APOLOGY_GIVEN, STORY_RECORDED, STORY_CONFIRMED, SOLUTION_AGREED)) {
            seven.never(without(fact, RecoveryState.FOLLOWING_UP));
        }
        assertDoesNotThrow(seven::build);
        PlaybookBuilder ten = Playbooks.like(Playbooks.tenSteps(), "x", "1");
        for (Fact fact : List.of(ACKNOWLEDGED, WORK_STARTED)) {
            ten.never(without(fact, RecoveryState.DELIVERING), without(fact, RecoveryState.FOLLOWING_UP));
        }
        assertDoesNotThrow(ten::build);
        for (String name : List.of("six-steps", "seven-steps")) {
            PlaybookBuilder owned = Playbooks.like(Playbooks.named(name), "x", "1");
            EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP).forEach(state -> owned.never(without(OWNER_NAMED, state)));
            assertDoesNotThrow(owned::build);
        }
        // That the proof would see it: the thanks can be missing.
        assertThrows(BrokenPlaybookException.class, () -> Playbooks.like(Playbooks.sevenSteps(), "x", "1")
            .never(without(THANKED, RecoveryState.FOLLOWING_UP)).build());
    }

    private static Property without(Fact fact, RecoveryState state) {
        String name = fact.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-in-" + state.ordinal();
        return new Property(name, fact + " is missing.", state, Condition.ALWAYS.without(fact));
    }

    /** An entry for a playbook that is not there would excuse nothing, unseen. */
    @Test
    void whatIsListedIsOfAShippedPlaybook() {
        for (Entry entry : Table.read("equivalent-mutants-elsewhere.txt", 3)) {
            assertEquals(List.of(), Table.list(entry.column(0)).stream().filter(name -> others().noneMatch(name::equals)).toList(),
                entry::toString);
        }
    }
}
