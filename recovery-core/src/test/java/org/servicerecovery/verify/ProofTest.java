package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;

class ProofTest {
    private static final Playbook STANDARD = Playbooks.standard();

    @Test
    void nothingIsFoundWrongWithTheStandardPlaybook() {
        Proof proof = Proof.of(STANDARD);

        assertEquals(List.of(), proof.findings());
        for (RecoveryState state : RecoveryState.values()) {
            assertTrue(proof.configurations().get(state) >= 1, state + " is reached");
        }
    }

    @Test
    void aPlaybookWithADeadEndCannotBeBuiltAndTheMessageSaysWhere() {
        PlaybookBuilder broken = Playbooks.like(STANDARD, "no-confidence", "1").replaceRow("FOLLOWING_UP/RECORD_CONFIDENCE");

        String message = assertThrows(BrokenPlaybookException.class, broken::build).getMessage();

        assertTrue(message.contains("every-state-happens") && message.contains("recoverable") && message.contains("FOLLOWING_UP/CLOSE_AS_RECOVERED"),
            message);
    }

    @Test
    void theShortestHistoryThatBreaksAHostsPropertyIsTakenByTheKernel() {
        Property property = new Property("proposed-before-limits", "A solution can be proposed while nobody has looked at the limits.",
            RecoveryState.SOLVING, new Condition(Set.of(Facts.SOLUTION_PROPOSED), Set.of(Facts.LIMITS_RECORDED)));

        Finding finding = Proof.of(STANDARD, List.of(property)).findings().get(0);

        assertEquals("proposed-before-limits", finding.property());
        Replayed replayed = Replayed.of(STANDARD, "", List.of(), finding.path());
        assertEquals("", replayed.refusal());
        RecoveryCase end = replayed.end();
        assertEquals(RecoveryState.SOLVING, end.state());
        assertTrue(end.has(Facts.SOLUTION_PROPOSED));
        assertFalse(end.has(Facts.LIMITS_RECORDED));
    }

    /** Of 24 pairs, the second fact of each may come only after the first; declared far apart, all the firsts must be remembered at once. */
    @Test
    void aPlaybookTooEntangledToBeProvenSaysSoAndNamesTheFactsInsteadOfHanging() {
        List<Step> steps = Stream.of(Step.values()).filter(step -> step.kind() == Step.Kind.SPEECH || step.kind() == Step.Kind.ACT)
            .filter(step -> step != Step.OPEN && step != Step.ADOPT && step != Step.CORRECT && step != Step.RECORD_FACT).limit(44).toList();
        List<Fact> facts = IntStream.range(0, 44).mapToObj(i -> Fact.named((i < 22 ? "FIRST_" : "SECOND_") + i % 22)).toList();
        List<Transition> rows = new ArrayList<>(Row.on(Step.OPEN).in(RecoveryState.AWAITING).unless(Facts.OPENED).sets(Facts.OPENED, Facts.OWNER_NAMED)
            .goesTo(RecoveryState.LISTENING).rows());
        for (int i = 0; i < 22; i++) {
            rows.addAll(Row.on(steps.get(i)).in(RecoveryState.LISTENING).sets(facts.get(i)).rows());
            rows.addAll(Row.on(steps.get(22 + i)).in(RecoveryState.LISTENING).when(facts.get(i)).sets(facts.get(22 + i)).rows());
        }
        Playbook entangled = Playbook.build(new PlaybookDefinition("entangled", "1", facts, List.of(), Settings.STANDARD, rows, List.of(), List.of(),
            Map.of(), Map.of()), playbook -> List.of());

        List<Finding> findings = Proof.of(entangled).findings();

        assertEquals(List.of("bounded"), findings.stream().map(Finding::property).toList());
        assertTrue(findings.get(0).blame().size() >= 4 && facts.stream().map(Fact::name).toList().containsAll(findings.get(0).blame()),
            findings.get(0)::toString);
        assertTrue(findings.get(0).sentence().contains("could not be proven") && findings.get(0).sentence().contains("Declare"),
            findings.get(0)::sentence);
    }
}
