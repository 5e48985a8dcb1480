package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** Has Spring Statemachine do what the kernel decided: the decided row where it permitted, none where it refused. */
public final class EngineTrial {
    private final SpringEngine engine = new SpringEngine();
    private final RecoveryAttempt attempt = new RecoveryAttempt();
    private final Map<String, Object> headers = Map.of(RecoveryAttempt.HEADER, attempt);
    private final StateMachine<RecoveryState, Step> machine;
    private final Set<String> rows = new TreeSet<>();
    private final Set<String> refusals = new TreeSet<>();

    public EngineTrial(Playbook playbook) {
        engine.prepare(playbook.id(), playbook.definition().transitions());
        machine = new MachineTable(playbook.definition().transitions(), List.of()).factory(context -> {
        }).getStateMachine();
        machine.startReactively().block();
    }

    public void agrees(RecoveryCase seen, Step step, Decision decision) {
        if (decision instanceof Permitted permitted) {
            engine.walk(seen, permitted.events(), permitted.after());
            permitted.events().forEach(event -> rows.add(event.row()));
        } else {
            machine.getStateMachineAccessor().doWithRegion(access ->
                access.resetStateMachineReactively(new DefaultStateMachineContext<>(seen.state(), null, null, null)).block());
            attempt.of(seen, null);
            ResultType result = machine.sendEvent(Mono.just(new GenericMessage<>(step, headers))).blockLast().getResultType();
            assertNotEquals("", attempt.divergence(seen.state()), "no row is taken");
            assertEquals(seen.state(), machine.getState().getId());
            assertTrue(result != ResultType.DENIED || decision.refusedBy().contains("not-here"), "denied only where the playbook has no such row");
            decision.refusedBy().forEach(rule -> refusals.add(rule + " at " + seen.state() + "/" + step));
        }
    }

    /** The rows that both took. */
    public Set<String> rows() {
        return rows;
    }

    /** Which guardrails refused where, on both. */
    public Set<String> refusals() {
        return refusals;
    }
}
