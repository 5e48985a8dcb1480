package org.servicerecovery.spring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * One machine that walks many cases in turn: set to where a case stands, sent the decided steps, compared. Stopping and starting it in
 * between, as the manual has it, would tell listeners of stops and starts that are none, and takes three times as long. For one thread
 * at a time.
 */
final class Walker {
    private final StateMachine<RecoveryState, Step> machine;
    private final RecoveryAttempt attempt = new RecoveryAttempt();
    private final Map<Step, Message<Step>> messages = new EnumMap<>(Step.class);
    private final Map<RecoveryState, StateMachineContext<RecoveryState, Step>> places = new EnumMap<>(RecoveryState.class);

    Walker(ObjectStateMachineFactory<RecoveryState, Step> factory) {
        machine = factory.getStateMachine();
        Completion.of(machine.startReactively(), "start");
        for (RecoveryState state : RecoveryState.values()) {
            places.put(state, new DefaultStateMachineContext<>(state, null, null, null));
        }
    }

    void walk(RecoveryCase before, List<CaseEvent> decided) {
        place(before.state());
        for (CaseEvent event : decided) {
            attempt.of(before, event);
            Completion.of(machine.sendEvent(Mono.just(messages.computeIfAbsent(event.step(), this::message))), "take " + event.row());
            if (attempt.failure() != null) {
                throw rethrown(attempt.failure());
            }
            String divergence = attempt.divergence(machine.getState().getId());
            if (!divergence.isEmpty()) {
                throw new EngineDivergedException("Case " + event.caseId() + ": " + event.row() + " to " + event.to() + " was decided, but the machine "
                    + divergence + ". Nothing was written.");
            }
        }
        attempt.of(null, null);
        Map<Object, Object> variables = machine.getExtendedState().getVariables();
        // What a host's action left there is not for the next case.
        if (!variables.isEmpty()) {
            variables.clear();
        }
    }

    private void place(RecoveryState state) {
        machine.getStateMachineAccessor().doWithRegion(access -> Completion.of(access.resetStateMachineReactively(places.get(state)), "be set to " + state));
    }

    private Message<Step> message(Step step) {
        return new GenericMessage<>(step, Map.of(RecoveryAttempt.HEADER, attempt));
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
