package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.spring.RecoveryMachineFactory.ACTION;
import static org.servicerecovery.spring.RecoveryMachineFactory.ACTOR;
import static org.servicerecovery.spring.RecoveryMachineFactory.CASE;
import static org.servicerecovery.spring.RecoveryMachineFactory.COMMAND;
import static org.servicerecovery.spring.RecoveryMachineFactory.DECISION;
import static org.servicerecovery.spring.RecoveryMachineFactory.PROBLEM;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import reactor.core.publisher.Mono;

/** Used as any other machine of Spring Statemachine. */
class RecoveryMachineFactoryTest {
    private static final RecoveryAction OPEN = new Actions.Open("customer-7", "the parcel never came", Channel.PHONE, Priority.NORMAL, "");

    private final RecoveryMachineFactory factory = RecoveryMachineFactory.of(Playbooks.standard());

    private static StateMachine<RecoveryState, Step> started(StateMachine<RecoveryState, Step> machine) {
        machine.startReactively().block();
        return machine;
    }

    private static ResultType send(StateMachine<RecoveryState, Step> machine, Message<Step> message) {
        return machine.sendEvent(Mono.just(message)).blockLast().getResultType();
    }

    private static Message<Step> event(RecoveryAction action) {
        return MessageBuilder.withPayload(action.step()).setHeader(ACTION, action).setHeader(ACTOR, Play.ANNA).build();
    }

    private static RecoveryCase theCase(StateMachine<RecoveryState, Step> machine) {
        return machine.getExtendedState().get(CASE, RecoveryCase.class);
    }

    private static Decision decision(StateMachine<RecoveryState, Step> machine) {
        return machine.getExtendedState().get(DECISION, Decision.class);
    }

    private StateMachine<RecoveryState, Step> opened() {
        StateMachine<RecoveryState, Step> machine = started(factory.getStateMachine("case-1"));
        send(machine, event(OPEN));
        return machine;
    }

    @Test
    void itsTransitionsAreTheRows() {
        StateMachine<RecoveryState, Step> machine = factory.getStateMachine();
        Set<String> rows = Playbooks.standard().definition().transitions().stream()
            .map(row -> row.id() + ": " + row.from() + " " + row.step() + " " + row.to()).collect(Collectors.toSet());
        assertEquals(rows, machine.getTransitions().stream()
            .map(one -> one.getName() + ": " + one.getSource().getId() + " " + one.getTrigger().getEvent() + " " + one.getTarget().getId())
            .collect(Collectors.toSet()));
        assertEquals(Set.of(RecoveryState.values()), machine.getStates().stream().map(state -> state.getId()).collect(Collectors.toSet()));
        assertEquals(RecoveryState.AWAITING, machine.getInitialState().getId());
    }

    @Test
    void anEventWithTheActionInItsHeadersMovesIt() {
        StateMachine<RecoveryState, Step> machine = opened();
        assertEquals(RecoveryState.LISTENING, machine.getState().getId());
        assertEquals("case-1", theCase(machine).id());
        assertEquals("anna", theCase(machine).data().owner());
        assertTrue(decision(machine).isPermitted());
        assertEquals(ResultType.ACCEPTED, send(machine, MessageBuilder.withPayload(Step.GET_READY).setHeader(ACTOR, Play.ANNA).build()));
        assertEquals(2, theCase(machine).version());
    }

    @Test
    void aRefusalLeavesItWhereItIsAndNamesTheGuardrails() {
        StateMachine<RecoveryState, Step> machine = opened();
        RecoveryCase before = theCase(machine);
        assertEquals(ResultType.ACCEPTED, send(machine, event(RecoveryAction.transfer("ben"))), "as Spring Statemachine has it");
        assertEquals(before.snapshot(), theCase(machine).snapshot());
        assertTrue(decision(machine).refusedBy().contains("no-plain-transfer"));
        assertTrue(decision(machine).reasons().get(0).toString().contains("E14"));
        send(machine, event(RecoveryAction.of(Step.GET_READY)));
        assertTrue(decision(machine).isPermitted(), "of the last event");
    }

    @Test
    void aStepWithoutARowIsDenied() {
        StateMachine<RecoveryState, Step> machine = opened();
        assertEquals(ResultType.DENIED, send(machine, event(OPEN)));
        assertEquals(List.of("not-here"), decision(machine).refusedBy());
    }

    @Test
    void anEventThatMakesNoSenseIsDeniedAndSaysWhy() {
        StateMachine<RecoveryState, Step> machine = opened();
        List<Message<Step>> senseless = List.of(MessageBuilder.withPayload(Step.GET_READY).build(),
            MessageBuilder.withPayload(Step.GET_READY).setHeader(ACTOR, Play.ANNA).setHeader(ACTION, RecoveryAction.transfer("ben")).build(),
            MessageBuilder.withPayload(Step.TRANSFER).setHeader(ACTOR, Play.ANNA).build(),
            event(RecoveryAction.discharge(Step.KEEP_PROMISE, 17, "seen")));
        for (Message<Step> message : senseless) {
            assertEquals(ResultType.DENIED, send(machine, message), message::toString);
            assertTrue(machine.getExtendedState().get(PROBLEM, InvalidInputException.class).getMessage().length() > 20);
            assertTrue(machine.getExtendedState().getVariables().get(DECISION) == null);
        }
        send(machine, event(RecoveryAction.of(Step.GET_READY)));
        assertTrue(machine.getExtendedState().getVariables().get(PROBLEM) == null);
    }

    @Test
    void theStepsOfAMessageSeeWhatTheWholeMessageSays() {
        StateMachine<RecoveryState, Step> machine = opened();
        send(machine, event(RecoveryAction.of(Step.GET_READY)));
        List<Message<Step>> messages = RecoveryMachineFactory.messages(Play.saying(Play.ANNA, Channel.PHONE, Step.APOLOGISE, Step.ACKNOWLEDGE));
        assertEquals(List.of(Step.APOLOGISE, Step.ACKNOWLEDGE), messages.stream().map(Message::getPayload).toList());
        messages.forEach(message -> send(machine, message));
        assertTrue(decision(machine).isPermitted(), () -> decision(machine).reasons().toString());
        assertTrue(theCase(machine).has(Facts.APOLOGY_GIVEN));
    }

    @Test
    void nobodyMayWaiveAnythingOrGiveGoodwill() {
        StateMachine<RecoveryState, Step> machine = opened();
        String waivable = Playbooks.standard().definition().guardrails().stream().filter(rule -> rule.waivableBy().isPresent()).findFirst()
            .orElseThrow().id();
        Command waived = Command.does(Play.SUE, RecoveryAction.of(Step.GET_READY)).waiving(new Waiver(waivable, Play.SUE, "because I say so"));
        send(machine, MessageBuilder.withPayload(Step.GET_READY).setHeader(COMMAND, waived).build());
        assertTrue(!decision(machine).isPermitted(), "a waiver of somebody who may not");
        send(machine, MessageBuilder.withPayload(Step.OFFER_GOODWILL).setHeader(ACTOR, Play.SUE)
            .setHeader(ACTION, RecoveryAction.goodwill("flowers", BigDecimal.ONE)).build());
        assertTrue(!decision(machine).isPermitted());
    }

    @Test
    void aMachineStandsWhereAHistoryEnds() {
        Play play = Play.standard().byPhone().listened();
        RecoveryMachineFactory asTheDesk = RecoveryMachineFactory.of(play.desk);
        StateMachine<RecoveryState, Step> machine = started(asTheDesk.getStateMachine(play.desk.history(Play.CASE)));
        assertEquals(play.state(), machine.getState().getId());
        assertEquals(play.now().snapshot(), theCase(machine).snapshot());
        int version = play.now().version();
        send(machine, event(RecoveryAction.correct(version, "wrong")));
        Decision desk = play.desk.preview(Play.CASE, Command.does(Play.ANNA, RecoveryAction.correct(version, "wrong")));
        assertEquals(desk.refusedBy(), decision(machine).refusedBy(), "its past came with it");
        assertEquals(version, play.now().version(), "the desk's own case is not touched");
    }

    @Test
    void twoMachinesOfAFactoryShareNothing() {
        StateMachine<RecoveryState, Step> one = opened();
        StateMachine<RecoveryState, Step> other = started(factory.getStateMachine());
        assertEquals(RecoveryState.AWAITING, other.getState().getId());
        assertEquals(other.getUuid().toString(), theCase(other).id());
        assertEquals(1, theCase(one).version());
    }

    @Test
    void aHostsActionThatThrowsLeavesTheCaseAsItWas() {
        List<String> heard = new ArrayList<>();
        RecoveryMachineFactory mine = RecoveryMachineFactory.of(Playbooks.standard(), new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onRow(Transition row) {
                return row.step() != Step.GET_READY ? List.of() : List.of(context -> {
                    throw new IllegalStateException("no");
                });
            }

            @Override
            public List<StateMachineListener<RecoveryState, Step>> listeners() {
                return List.of(new StateMachineListenerAdapter<>() {
                    @Override
                    public void eventNotAccepted(Message<Step> event) {
                        heard.add(event.getPayload().toString());
                    }
                });
            }
        });
        StateMachine<RecoveryState, Step> machine = started(mine.getStateMachine("case-1"));
        send(machine, event(OPEN));
        assertEquals(ResultType.DENIED, send(machine, event(RecoveryAction.of(Step.GET_READY))));
        assertEquals(1, theCase(machine).version());
        assertEquals(List.of("GET_READY"), heard);
    }

    @Test
    void aHistoryOfAnotherCaseOrWithGapsIsRefused() {
        Play play = Play.standard().byPhone().listened();
        assertThrows(InvalidInputException.class, () -> factory.getStateMachine(play.desk.history(Play.CASE).subList(1, 3)));
        assertThrows(InvalidInputException.class, () -> factory.getStateMachine(List.of()));
    }
}
