package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/**
 * Takes something away from every rule of {@code standard}, one thing at a time, and requires that a hand-written case notices.
 * What no history can tell apart is listed by hand in {@code equivalent-mutants.txt}, with the reason; the list must be exact.
 */
class GuardrailMutationTest {
    @Test
    void everySlipIsNoticed() {
        PlaybookDefinition standard = Playbooks.standard().definition();
        Map<Step, List<RuleCase>> cases = RuleCase.all().stream().collect(Collectors.groupingBy(RuleCase::step));
        List<Mutant> mutants = standard.guardrails().stream().flatMap(rule -> Mutant.of(rule).stream()).toList();
        Set<String> survivors = mutants.parallelStream().filter(mutant -> !noticed(mutant, standard, cases)).map(Mutant::name)
            .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> listed = listed();
        System.out.printf("Guardrail mutation: %d guardrails, %d cases, %d mutants, %d killed, %d listed as equivalent%n",
            standard.guardrails().size(), cases.values().stream().mapToInt(List::size).sum(), mutants.size(),
            mutants.size() - survivors.size(), listed.size());
        assertEquals(String.join("\n", listed.keySet()), String.join("\n", survivors));
    }

    private static boolean noticed(Mutant mutant, PlaybookDefinition standard, Map<Step, List<RuleCase>> cases) {
        Playbook wrong = mutant.in(standard);
        // The rule's own cases first: one of them nearly always notices.
        return mutant.steps().stream().flatMap(step -> cases.getOrDefault(step, List.of()).stream()).filter(mutant::concerns)
            .sorted(Comparator.comparing(one -> !one.guardrail().equals(mutant.rule().id())))
            .anyMatch(one -> !one.judgedBy(wrong).equals(one.verdict()));
    }

    private static Map<String, String> listed() {
        Map<String, String> listed = new TreeMap<>();
        Table.read("equivalent-mutants.txt", 2).forEach(entry -> {
            if (entry.column(1).isEmpty()) {
                throw entry.wrong("say why no history can tell it apart.");
            }
            for (String name : Table.list(entry.column(0))) {
                if (listed.put(name, entry.column(1)) != null) {
                    throw entry.wrong(name + " is there twice.");
                }
            }
        });
        return listed;
    }
}
