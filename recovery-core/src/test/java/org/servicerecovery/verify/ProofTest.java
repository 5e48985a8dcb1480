package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;

class ProofTest {
    private static final Playbook STANDARD = Playbooks.standard();
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

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
        RecoveryCase end = replayed(finding.path());
        assertEquals(RecoveryState.SOLVING, end.state());
        assertTrue(end.has(Facts.SOLUTION_PROPOSED));
        assertFalse(end.has(Facts.LIMITS_RECORDED));
    }

    /** The particulars do not matter here: what is judged are the facts and the traits of the path. */
    private static RecoveryCase replayed(List<PathStep> path) {
        RecoveryCase seen = RecoveryCase.blank("case", STANDARD.id(), STANDARD.vocabulary());
        var facts = STANDARD.vocabulary().facts();
        var traits = STANDARD.vocabulary().traits();
        for (PathStep step : path) {
            Command command = Command.does(Actor.agent("anna"), action(step));
            Attempt attempt = new Attempt(command, command.actions().get(0), traits.of(step.traits()), traits.none(),
                facts.of(step.told()), facts.of(step.takenBack()), List.of(), List.of(), NOW, NOW);
            Decision decision = Kernel.decide(STANDARD, seen, attempt);
            assertTrue(decision.isPermitted(), () -> step + " of " + path + ": " + decision);
            seen = ((Permitted) decision).after();
        }
        return seen;
    }

    private static RecoveryAction action(PathStep step) {
        if (step.step() == Step.ADOPT) {
            return new Actions.Adopt("mr-smith", "it leaks", Channel.PHONE, Priority.NORMAL, "", "", Set.of(), List.of());
        }
        return Act.needsNote(step.step()) ? RecoveryAction.note(step.step(), "noted")
            : RecoveryAction.of(step.step());
    }
}
