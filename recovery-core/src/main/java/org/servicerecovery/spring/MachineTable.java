package org.servicerecovery.spring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.transition.TransitionKind;
import reactor.core.publisher.Mono;

/**
 * A playbook's rows as Spring Statemachine wants them. A row's guard asks whether the row is the decided one, so no rule is written
 * twice, and never more than one of them says yes: the machine would choose at random. Immutable.
 */
final class MachineTable {
    private final List<Transition> rows;
    private final List<MachineCustomizer> customizers;

    MachineTable(List<Transition> rows, List<MachineCustomizer> customizers) {
        this.rows = List.copyOf(rows);
        this.customizers = List.copyOf(customizers);
    }

    /** @param taken told which attempt took a row, after the host's own actions went well */
    ObjectStateMachineFactory<RecoveryState, Step> factory(Consumer<StateContext<RecoveryState, Step>> taken) {
        // Its constructor with listeners names classes of Spring Security, which a host need not have.
        ConfigurationData<RecoveryState, Step> configuration = new ConfigurationData<>();
        customizers.forEach(one -> configuration.getStateMachineListeners().addAll(one.listeners()));
        ObjectStateMachineFactory<RecoveryState, Step> factory = new ObjectStateMachineFactory<>(new DefaultStateMachineModel<>(configuration,
            new StatesData<>(Stream.of(RecoveryState.values()).map(this::state).toList()),
            new TransitionsData<>(rows.stream().map(row -> transition(row, taken)).toList())));
        // No application context to publish to: a customizer has listeners.
        factory.setContextEventsEnabled(false);
        return factory;
    }

    /** Ends are states like any other: a machine that has ended could not be reopened. */
    private StateData<RecoveryState, Step> state(RecoveryState state) {
        return new StateData<>(null, null, state, List.of(), actions(one -> one.onEntry(state)), actions(one -> one.onExit(state)),
            state == RecoveryState.AWAITING);
    }

    /** Nine rows in ten keep the state: as internal ones they neither leave nor enter it. */
    private TransitionData<RecoveryState, Step> transition(Transition row, Consumer<StateContext<RecoveryState, Step>> taken) {
        String id = row.id();
        Mono<Boolean> yes = Mono.just(true);
        Mono<Boolean> no = Mono.just(false);
        Function<StateContext<RecoveryState, Step>, Mono<Boolean>> decided = context -> {
            RecoveryAttempt attempt = RecoveryAttempt.from(context);
            return attempt != null && attempt.isDecided(id) ? yes : no;
        };
        List<Function<StateContext<RecoveryState, Step>, Mono<Void>>> actions = new ArrayList<>(actions(one -> one.onRow(row)));
        actions.add(context -> Mono.fromRunnable(() -> {
            RecoveryAttempt.from(context).took(id);
            taken.accept(context);
        }));
        return new TransitionData<>(row.from(), row.to(), row.step(), actions, decided,
            row.from() == row.to() ? TransitionKind.INTERNAL : TransitionKind.EXTERNAL, id);
    }

    private Collection<Function<StateContext<RecoveryState, Step>, Mono<Void>>> actions(
            Function<MachineCustomizer, List<Action<RecoveryState, Step>>> ofOne) {
        return customizers.stream().flatMap(one -> ofOne.apply(one).stream()).map(MachineTable::rethrowing).toList();
    }

    /** The machine tells nobody what an action threw; the attempt remembers it. After one failure the next actions are not run. */
    private static Function<StateContext<RecoveryState, Step>, Mono<Void>> rethrowing(Action<RecoveryState, Step> action) {
        return context -> Mono.fromRunnable(() -> {
            RecoveryAttempt attempt = RecoveryAttempt.from(context);
            try {
                if (attempt == null || attempt.failure() == null) {
                    action.execute(context);
                }
            } catch (RuntimeException | Error e) {
                if (attempt != null) {
                    attempt.failed(e);
                }
                throw e;
            }
        });
    }
}
