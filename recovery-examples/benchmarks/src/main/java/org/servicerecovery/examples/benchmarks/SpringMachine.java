package org.servicerecovery.examples.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** A bare Spring machine over a table: what a host has that uses Spring Statemachine by itself. Not for several threads. */
final class SpringMachine {
    private static final String ROW = "row";
    private final StateMachine<RecoveryState, Step> machine;
    private String taken;

    private SpringMachine(List<Transition> rows) {
        machine = built(rows);
        machine.startReactively().block();
    }

    /** The toy lifecycle: its rows need no guard. */
    static SpringMachine toy() {
        Function<Toy.Row, Transition> plain = row -> new Transition(id(row), row.from(), row.step(),
            Condition.ALWAYS, row.to(), Set.of(), Set.of());
        return new SpringMachine(Toy.ROWS.stream().map(plain).toList());
    }

    /** A playbook's whole table; a guard lets through the row that was decided outside. */
    static SpringMachine of(List<Transition> rows) {
        return new SpringMachine(rows);
    }

    private static String id(Toy.Row row) {
        return row.from() + "/" + row.step();
    }

    private StateMachine<RecoveryState, Step> built(List<Transition> rows) {
        try {
            var builder = StateMachineBuilder.<RecoveryState, Step>builder();
            builder.configureConfiguration().withConfiguration().autoStartup(false);
            builder.configureStates().withStates().initial(RecoveryState.AWAITING).states(EnumSet.allOf(RecoveryState.class));
            StateMachineTransitionConfigurer<RecoveryState, Step> transitions = builder.configureTransitions();
            for (Transition row : rows) {
                String id = row.id();
                Guard<RecoveryState, Step> decided = context -> id.equals(context.getMessageHeader(ROW));
                Action<RecoveryState, Step> record = context -> taken = id;
                // Nine rows in ten keep the state: as internal ones they neither leave nor enter it.
                if (row.from() == row.to()) {
                    transitions.withInternal().source(row.from()).event(row.step()).guard(decided).action(record);
                } else {
                    transitions.withExternal().source(row.from()).target(row.to()).event(row.step()).guard(decided).action(record);
                }
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Statemachine could not be configured", e);
        }
    }

    static Message<Step> message(Step step, String row) {
        return MessageBuilder.withPayload(step).setHeader(ROW, row).build();
    }

    static StateMachineContext<RecoveryState, Step> at(RecoveryState state) {
        return new DefaultStateMachineContext<>(state, null, null, null);
    }

    /** Where the machine stands after an event, given that it stands where the last one left it. */
    RecoveryState send(Message<Step> message) {
        taken = null;
        machine.sendEvent(Mono.just(message)).blockLast();
        if (taken == null) {
            throw new IllegalStateException("The machine did not take the row: " + message);
        }
        return machine.getState().getId();
    }

    /** Puts the machine where a case stands: one machine serves many cases in turn. Without the stop and start of the manual. */
    void reset(StateMachineContext<RecoveryState, Step> context) {
        machine.getStateMachineAccessor().doWithAllRegions(access -> access.resetStateMachineReactively(context).block());
    }

    /** The same, as the manual has it. */
    void restart(StateMachineContext<RecoveryState, Step> context) {
        machine.stopReactively().block();
        reset(context);
        machine.startReactively().block();
    }
}
