package org.servicerecovery.docs;

import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spring.MachineCustomizer;
import org.servicerecovery.spring.RecoveryAttempt;
import org.servicerecovery.spring.RecoveryMachineFactory;
import org.servicerecovery.spring.SpringEngine;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.action.Action;
import reactor.core.publisher.Mono;

/** What docs/spring.md shows of the engine and the machine. */
final class SpringExample {
    private static final RecoveryAction OPEN = new Actions.Open("customer-7", "The parcel came broken, twice.", Channel.PHONE, Priority.NORMAL, "");

    private SpringExample() {
    }

    // [customizer]
    /** Whoever may not work today does not: what an action throws reaches the caller, and nothing is written. */
    static final class OnDuty implements MachineCustomizer {
        private final List<String> onDuty;

        OnDuty(List<String> onDuty) {
            this.onDuty = onDuty;
        }

        @Override
        public List<Action<RecoveryState, Step>> onRow(Transition row) {
            return row.step() != Step.TAKE_OWNERSHIP ? List.of() : List.of(context -> {
                CaseEvent decided = RecoveryAttempt.in(context).flatMap(RecoveryAttempt::event).orElseThrow();
                if (!onDuty.contains(decided.actor().id())) {
                    throw new IllegalStateException(decided.actor().id() + " is not on duty");
                }
            });
        }
    }
    // [/customizer]

    static RecoveryDesk desk(List<String> onDuty) {
        // [engine]
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).engine(new SpringEngine(new OnDuty(onDuty))).build();
        // [/engine]
        return desk;
    }

    static List<String> machine() {
        // [machine]
        RecoveryMachineFactory factory = RecoveryMachineFactory.of(Playbooks.standard());
        StateMachine<RecoveryState, Step> machine = factory.getStateMachine("case-1");
        machine.startReactively().block();
        for (RecoveryAction action : List.of(OPEN, RecoveryAction.transfer("ben"))) {
            Message<Step> event = MessageBuilder.withPayload(action.step()).setHeader(RecoveryMachineFactory.ACTION, action)
                .setHeader(RecoveryMachineFactory.ACTOR, Actor.agent("anna")).build();
            machine.sendEvent(Mono.just(event)).blockLast();
        }
        Decision last = machine.getExtendedState().get(RecoveryMachineFactory.DECISION, Decision.class);
        List<String> refusedBy = last.refusedBy();                                // no-plain-transfer among them; the machine stands in LISTENING
        // [/machine]
        List<String> told = new ArrayList<>(refusedBy);
        told.add(machine.getState().getId().name());
        return told;
    }
}
