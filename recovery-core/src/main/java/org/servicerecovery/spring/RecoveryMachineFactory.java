package org.servicerecovery.spring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Authority;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.support.DefaultStateMachineContext;

/**
 * Spring state machines whose transitions are a playbook's rows. <b>Such a machine has no store, no authority and no idempotence</b>: it
 * keeps its case in memory only, nobody checks who acts or who may waive what, and an event that is sent twice happens twice. It is for
 * those who know Spring Statemachine and want to try a playbook in it, draw it, or have their own persistence; live cases belong to a
 * {@link RecoveryDesk}, on a {@link SpringEngine} if you like.
 *
 * <p>The machine is used like any other. An event's payload is the {@link Step}; its headers say the rest: {@link #ACTION} with the
 * particulars (left out: the bare step), {@link #ACTOR} who acts, or {@link #COMMAND} with all of it, the message and what is attested; {@link #messages} makes
 * them of a command. The case is a variable of the extended state, {@link #CASE}, and so is the decision on the last event, {@link #DECISION}: its
 * reasons name every guardrail that refused.
 *
 * <p>What a result says is Spring Statemachine's: {@code ACCEPTED} also when the guard of every row refused, with the state unchanged; {@code DENIED} when
 * the step has no row in this state, when the event made no sense ({@link #PROBLEM} then has the exception), and when an action threw. So look at {@link #DECISION}.
 * The steps of one message are sent one after the other, and are not all or nothing. A machine is for one thread at a time. A machine id with a
 * character that means something in a regular expression silences its listeners.
 *
 * <p>The factory is immutable, and safe for many threads.
 */
public final class RecoveryMachineFactory implements StateMachineFactory<RecoveryState, Step> {
    /** Header: a {@link RecoveryAction}, the particulars of the step. */
    public static final String ACTION = "recovery.action";
    /** Header: the {@link Actor} who acts; needed unless there is a {@link #COMMAND}. */
    public static final String ACTOR = "recovery.actor";
    /** Header: the whole {@link Command}; then {@link #ACTION} is one of its actions, or left out if it has only one. */
    public static final String COMMAND = "recovery.command";
    /** Variable of the extended state: the {@link RecoveryCase} as it stands. */
    public static final String CASE = "recovery.case";
    /** Variable of the extended state: the case's events so far, a {@code List<CaseEvent>}. */
    public static final String HISTORY = "recovery.history";
    /** Variable of the extended state: the {@link Decision} on the last event; absent before the first and when it made no sense. */
    public static final String DECISION = "recovery.decision";
    /** Variable of the extended state: why the last event made no sense, an {@code InvalidInputException}; usually absent. */
    public static final String PROBLEM = "recovery.problem";

    private final Playbook playbook;
    private final ObjectStateMachineFactory<RecoveryState, Step> machines;
    private final Judging judging;

    private RecoveryMachineFactory(RecoveryDesk desk, MachineCustomizer... customizers) {
        playbook = desk.playbook();
        machines = new MachineTable(playbook.definition().transitions(), List.of(customizers)).factory(Judging::taken);
        judging = new Judging(desk);
    }

    /**
     * Machines over a playbook. Nobody may waive anything, and nobody may give goodwill.
     *
     * @param playbook    which procedure
     * @param customizers a host's own listeners and actions
     * @return a factory
     */
    public static RecoveryMachineFactory of(Playbook playbook, MachineCustomizer... customizers) {
        Authority nobody = new Authority() {
            @Override
            public boolean permits(Actor actor, RecoveryAction action, RecoveryCase recoveryCase) {
                return Authority.upTo(BigDecimal.ZERO).permits(new Actor(actor.id(), actor.kind(), Set.of()), action, recoveryCase);
            }

            @Override
            public boolean has(Actor actor, String role) {
                return false;
            }
        };
        return of(RecoveryDesk.builder(playbook).authority(nobody).build(), customizers);
    }

    /**
     * Machines that judge as a desk does: by its playbook, assessors, authority, calendars and clock. Its store and its hooks are not used.
     *
     * @param desk        whose judgement
     * @param customizers a host's own listeners and actions
     * @return a factory
     */
    public static RecoveryMachineFactory of(RecoveryDesk desk, MachineCustomizer... customizers) {
        return new RecoveryMachineFactory(Objects.requireNonNull(desk, "desk"), customizers);
    }

    /**
     * A machine for a case that is not open yet, not started; its case has the machine's UUID as identifier.
     *
     * @return in {@code AWAITING} once started; the first event is {@code OPEN} or {@code ADOPT}
     */
    @Override
    public StateMachine<RecoveryState, Step> getStateMachine() {
        return getStateMachine(UUID.randomUUID());
    }

    /**
     * A machine for a case that is not open yet, not started.
     *
     * @param machineId of the machine and of the case, one line, at most 200 characters
     * @return in {@code AWAITING} once started
     */
    @Override
    public StateMachine<RecoveryState, Step> getStateMachine(String machineId) {
        RecoveryCase blank = blank(machineId);
        return judged(machines.getStateMachine(machineId), blank, List.of());
    }

    /**
     * A machine for a case that is not open yet, not started.
     *
     * @param uuid of the machine, and the case's identifier
     * @return in {@code AWAITING} once started
     */
    @Override
    public StateMachine<RecoveryState, Step> getStateMachine(UUID uuid) {
        return judged(machines.getStateMachine(uuid), blank(uuid.toString()), List.of());
    }

    /**
     * A machine that stands where a case stands, not started.
     *
     * @param history the case's events from the first on, at least one, of this playbook
     * @return in the state of the case
     * @throws org.servicerecovery.model.InvalidInputException if they are not the events of one case in order and without gaps, or name facts that the
     *                                                          playbook does not declare
     */
    public StateMachine<RecoveryState, Step> getStateMachine(List<CaseEvent> history) {
        RecoveryCase seen = RecoveryCase.replayed(history).in(playbook.vocabulary());
        StateMachine<RecoveryState, Step> machine = machines.getStateMachine(seen.id());
        machine.getStateMachineAccessor().doWithRegion(access -> Completion.of(
            access.resetStateMachineReactively(new DefaultStateMachineContext<>(seen.state(), null, null, null, null, seen.id())),
            "be set to " + seen.state()));
        return judged(machine, seen, history);
    }

    /**
     * The events of a command, to be sent one after the other.
     *
     * @param command who acts, what is done, said and attested
     * @return one for each action, in order
     */
    public static List<Message<Step>> messages(Command command) {
        List<Message<Step>> messages = new ArrayList<>();
        for (RecoveryAction action : command.actions()) {
            messages.add(MessageBuilder.withPayload(action.step()).setHeader(COMMAND, command).setHeader(ACTION, action).build());
        }
        return messages;
    }

    /**
     * The events of plain actions.
     *
     * @param actor   who acts
     * @param actions what is done
     * @return one for each action, in order
     */
    public static List<Message<Step>> messages(Actor actor, RecoveryAction... actions) {
        return Arrays.stream(actions).flatMap(action -> messages(Command.does(actor, action)).stream()).toList();
    }

    private RecoveryCase blank(String id) {
        return RecoveryCase.blank(id, playbook.id(), playbook.vocabulary());
    }

    private StateMachine<RecoveryState, Step> judged(StateMachine<RecoveryState, Step> machine, RecoveryCase seen, List<CaseEvent> history) {
        machine.getExtendedState().getVariables().put(CASE, seen);
        machine.getExtendedState().getVariables().put(HISTORY, List.copyOf(history));
        machine.getStateMachineAccessor().doWithRegion(access -> access.addStateMachineInterceptor(judging));
        return machine;
    }
}
