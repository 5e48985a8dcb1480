package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/**
 * What each shipped playbook has otherwise than {@code standard}, in hand-written cases in which it bites and in ones in which it does not.
 * What it shares is in {@link SharedRulesTest}.
 */
class OtherPlaybooksCasesTest {
    /** What stands for a row of the rulebook where no rule of the playbook comes from it: rows, conflicts, and orders from elsewhere. */
    private static final String KEY = "[A-E][0-9]{2}|K1?[0-9]|(HEARD|LAST|LATTE|LEARN|BLAST)( \\(.*\\))?";

    static Stream<String> others() {
        return Differing.others();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGetsItsVerdict() {
        return others().flatMap(name -> RuleCase.of(name).stream().map(one -> DynamicTest.dynamicTest(one.toString(), () ->
            assertEquals(one.verdict(), one.judgedBy(Playbooks.named(name)), () -> one + " with " + one.situation()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everyRuleThatDiffersFromTheStandardHasItsCases(String name) {
        List<RuleCase> cases = RuleCase.of(name);
        List<Guardrail> own = Differing.own(Playbooks.named(name));
        List<String> missing = new ArrayList<>();
        for (Guardrail rule : own) {
            List<RuleCase> about = cases.stream().filter(one -> one.guardrail().equals(rule.id())).toList();
            if (about.stream().noneMatch(RuleCase::bites)) {
                missing.add(rule.id() + " never bites");
            }
            if (about.stream().allMatch(RuleCase::bites)) {
                missing.add(rule.id() + " never lets anything pass");
            }
            for (String source : rule.sources()) {
                if (about.stream().noneMatch(one -> one.bites() && one.keys().contains(source))) {
                    missing.add(rule.id() + " has no case for " + source + " in which it bites");
                }
            }
            for (Step step : rule.watches()) {
                if (cases.stream().noneMatch(one -> one.step() == step && one.speaking().contains(rule.id()))) {
                    missing.add(rule.id() + " has no case in which it bites at " + step);
                }
            }
        }
        System.out.printf("Cases of %s: %d, for %d rules of its own%n", name, cases.size(), own.size());
        assertEquals(List.of(), missing);
        assertTrue(own.size() >= 2, () -> "what " + name + " has of its own cannot be only " + own);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everyCaseIsAboutItsRule(String name) {
        Playbook playbook = Playbooks.named(name);
        Set<String> wrong = new TreeSet<>();
        for (RuleCase one : RuleCase.of(name)) {
            if (one.isAboutNoRule()) {
                one.keys().stream().filter(key -> !key.matches(KEY)).forEach(key -> wrong.add(one.entry() + ": there is no row " + key));
                if (!one.speaking().isEmpty()) {
                    wrong.add(one.entry() + ": where there is no rule, none speaks");
                }
                continue;
            }
            Guardrail rule = playbook.guardrail(one.guardrail());
            // A conflict's reading may show in a rule that is not the reading's own.
            one.keys().stream().filter(key -> !key.matches("K1?[0-9]") && !rule.sources().contains(key))
                .forEach(key -> wrong.add(one.entry() + ": " + rule.id() + " does not come from " + key));
            one.speaking().stream().filter(id -> !id.equals("not-here")).forEach(playbook::guardrail);
        }
        assertEquals(Set.of(), wrong);
    }

    /** A slip that is noticed only in a situation that no history leads to is not noticed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everySituationCanBe(String name) {
        Possible possible = new Possible(Playbooks.named(name).definition());
        List<String> wrong = RuleCase.of(name).stream().filter(one -> !possible.wrongWith(one.situation()).isEmpty())
            .map(one -> one + " " + possible.wrongWith(one.situation())).toList();
        assertEquals("", String.join("\n", wrong));
    }

    /** Each conflict is settled somewhere otherwise than in the standard procedure, or shown to be settled alike. */
    @Test
    void everyConflictOfTheSourcesIsRead() {
        Set<String> read = others().flatMap(name -> RuleCase.of(name).stream()).flatMap(one -> one.keys().stream())
            .filter(key -> key.startsWith("K"))
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10", "K11", "K12", "K13", "K14")), read);
    }
}
