package org.servicerecovery.spring;

import static org.servicerecovery.spring.RecoveryMachineFactory.ACTION;
import static org.servicerecovery.spring.RecoveryMachineFactory.ACTOR;
import static org.servicerecovery.spring.RecoveryMachineFactory.CASE;
import static org.servicerecovery.spring.RecoveryMachineFactory.COMMAND;
import static org.servicerecovery.spring.RecoveryMachineFactory.DECISION;
import static org.servicerecovery.spring.RecoveryMachineFactory.HISTORY;
import static org.servicerecovery.spring.RecoveryMachineFactory.PROBLEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;

/** Has each event judged once, before the guards of its rows are asked: they all read the same decision. */
final class Judging extends StateMachineInterceptorAdapter<RecoveryState, Step> {
    private final RecoveryDesk desk;

    Judging(RecoveryDesk desk) {
        this.desk = desk;
    }

    /** What it throws, the machine turns into DENIED without a word: so it is left where the sender can read it. */
    @Override
    public Message<Step> preEvent(Message<Step> message, StateMachine<RecoveryState, Step> machine) {
        Map<Object, Object> variables = machine.getExtendedState().getVariables();
        variables.remove(DECISION);
        variables.remove(PROBLEM);
        try {
            RecoveryCase seen = (RecoveryCase) variables.get(CASE);
            Decision decision = desk.judge(seen, history(variables), command(message), List.of(action(message)));
            variables.put(DECISION, decision);
            return MessageBuilder.fromMessage(message)
                .setHeader(RecoveryAttempt.HEADER, new RecoveryAttempt().of(seen, decision.lastEvent().orElse(null))).build();
        } catch (RuntimeException e) {
            variables.put(PROBLEM, e);
            throw e;
        }
    }

    /** After the host's own actions: one that throws leaves the case as it was. */
    static void taken(StateContext<RecoveryState, Step> context) {
        Map<Object, Object> variables = context.getExtendedState().getVariables();
        CaseEvent event = RecoveryAttempt.from(context).event().orElseThrow();
        List<CaseEvent> history = new ArrayList<>(history(variables));
        history.add(event);
        variables.put(CASE, ((RecoveryCase) variables.get(CASE)).after(event));
        variables.put(HISTORY, List.copyOf(history));
    }

    @SuppressWarnings("unchecked")
    private static List<CaseEvent> history(Map<Object, Object> variables) {
        return (List<CaseEvent>) variables.get(HISTORY);
    }

    private static RecoveryAction action(Message<Step> message) {
        Step step = message.getPayload();
        RecoveryAction action = message.getHeaders().get(ACTION) instanceof RecoveryAction given ? given : plain(message, step);
        if (action.step() != step) {
            throw new InvalidInputException("The event is " + step + ", but its header " + ACTION + " is of " + action.step() + ". Let them agree.");
        }
        return action;
    }

    private static RecoveryAction plain(Message<Step> message, Step step) {
        if (message.getHeaders().get(COMMAND) instanceof Command command && command.actions().size() == 1) {
            return command.actions().get(0);
        }
        return RecoveryAction.of(step);
    }

    private static Command command(Message<Step> message) {
        if (message.getHeaders().get(COMMAND) instanceof Command command) {
            return command;
        }
        if (message.getHeaders().get(ACTOR) instanceof Actor actor) {
            return Command.does(actor, action(message));
        }
        throw new InvalidInputException("The event " + message.getPayload() + " does not say who acts. Give it a header " + ACTOR + " with an Actor, or "
            + COMMAND + " with a Command.");
    }
}
