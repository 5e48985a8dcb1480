package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** Every rule of {@code standard}, in a hand-written case in which it bites and in one in which it does not. */
class StandardGuardrailCasesTest {
    private final Playbook standard = Playbooks.standard();
    private final List<RuleCase> cases = RuleCase.all();

    @TestFactory
    Stream<DynamicTest> everyCaseGetsItsVerdict() {
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.toString(), () ->
            assertEquals(one.verdict(), one.judgedBy(standard), () -> one + " with " + one.situation())));
    }

    @Test
    void everyRuleBitesAndDoesNot() {
        List<String> missing = new ArrayList<>();
        for (Guardrail rule : standard.definition().guardrails()) {
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
        assertEquals(List.of(), missing);
    }

    /** A case that names a row or a rule that is not there tests something else than it says. */
    @Test
    void everyCaseIsAboutItsRule() {
        TreeSet<String> wrong = new TreeSet<>();
        for (RuleCase one : cases) {
            Guardrail rule = standard.guardrail(one.guardrail());
            one.keys().stream().filter(key -> !rule.sources().contains(key))
                .forEach(key -> wrong.add(one.entry() + ": " + rule.id() + " does not come from " + key));
            one.speaking().stream().filter(id -> !id.equals("not-here")).forEach(standard::guardrail);
        }
        assertEquals(new TreeSet<>(), wrong);
    }

    /** A slip that is noticed only in a situation that no history leads to is not noticed. */
    @Test
    void everySituationCanBe() {
        Possible possible = new Possible(standard.definition());
        List<String> wrong = cases.stream().filter(one -> !possible.wrongWith(one.situation()).isEmpty())
            .map(one -> one + " " + possible.wrongWith(one.situation())).toList();
        assertEquals("", String.join("\n", wrong));
    }
}
