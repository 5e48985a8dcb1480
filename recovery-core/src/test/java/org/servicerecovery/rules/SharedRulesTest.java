package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/**
 * A rule that another playbook shares with {@code standard} bites there where it bites here, and nowhere else: every case of the standard
 * tables about such a rule is played again. Only whether that rule speaks is compared, because the others may be different.
 */
class SharedRulesTest {
    /** What a playbook has only where a case can be handed over. */
    private static final Set<Step> HANDING_OVER = EnumSet.of(Step.REQUEST_TRANSFER, Step.BRIEF_RECEIVER, Step.JOIN, Step.INTRODUCE_RECEIVER,
        Step.TRANSFER, Step.CANCEL_TRANSFER, Step.DECLINE);

    /** How many cases cannot be played again, because the playbook does not have the step at all: handing over, or confirming a story. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"six-steps, false, false, 55", "ten-steps, true, false, 4", "seven-steps, false, true, 49",
        "small-errors, false, false, 45", "seven-strategies, true, false, 4", "heard, false, false, 37",
        "last, false, false, 37", "latte, false, false, 37", "learn, false, false, 37", "blast, false, false, 37"})
    void aSharedRuleBitesWhereItBitesInTheStandard(String name, boolean handsOver, boolean confirms, int impossible) {
        Playbook other = Playbooks.named(name);
        Playbook talkative = withoutRefusals(other.definition());
        Map<String, Guardrail> shared = Differing.shared(other).stream().collect(Collectors.toMap(Guardrail::id, Function.identity()));
        List<RuleCase> about = RuleCase.all().stream().filter(one -> shared.containsKey(one.guardrail())).toList();
        Set<Step> lacking = EnumSet.noneOf(Step.class);
        lacking.addAll(handsOver ? Set.of() : HANDING_OVER);
        lacking.addAll(confirms ? Set.of() : Set.of(Step.CONFIRM_STORY));
        Set<Step> absent = EnumSet.complementOf(EnumSet.copyOf(Differing.steps(other)));
        absent.retainAll(Differing.steps(Playbooks.standard()));
        assertEquals(lacking, absent, "what " + name + " does not have");

        List<RuleCase> replayed = about.stream().filter(one -> !lacking.contains(one.step())).toList();
        List<String> otherwise = new ArrayList<>();
        for (RuleCase one : replayed) {
            // Advice is heard only where nothing refuses.
            boolean heard = shared.get(one.guardrail()).level() == Level.REFUSE;
            if (one.speaksAt(heard ? other : talkative) != one.bites()) {
                otherwise.add(one.toString());
            }
        }
        assertEquals("", String.join("\n", otherwise));
        System.out.printf("Shared rules of %s: %d rules, %d cases played again, %d impossible%n", name, shared.size(), replayed.size(),
            about.size() - replayed.size());
        assertEquals(impossible, about.size() - replayed.size(), "cases of steps that " + name + " does not have");
        Set<String> heard = replayed.stream().map(RuleCase::guardrail).collect(Collectors.toSet());
        assertEquals(shared.keySet(), heard, "shared rules that a case was played about");
        assertTrue(replayed.stream().filter(RuleCase::bites).map(RuleCase::guardrail).collect(Collectors.toSet()).containsAll(heard),
            "each of them bit");
    }

    private static Playbook withoutRefusals(PlaybookDefinition whole) {
        return Playbook.build(new PlaybookDefinition(whole.name(), whole.version(), whole.hostFacts(), whole.hostTraits(), whole.settings(),
            whole.transitions(), whole.guardrails().stream().filter(rule -> rule.level() != Level.REFUSE).toList(), whole.deadlines(),
            whole.teamLevels(), whole.standing()), playbook -> List.of());
    }
}
