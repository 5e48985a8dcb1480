package org.servicerecovery.spring;

import java.util.List;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.listener.StateMachineListener;

/**
 * A host's own listeners and actions on the machines of {@link RecoveryMachineFactory} and {@link SpringEngine}. It is asked once per
 * playbook, when the machine's table is made; what it returns is shared by all machines and must be safe for many threads.
 *
 * <p><b>In a {@code SpringEngine} everything here runs before the write</b>: listeners are told of what may still fail, and of what is
 * decided again after a lost race. A side effect belongs into an {@link org.servicerecovery.spi.EscalationHook}, which is told of what was
 * written. An action that throws refuses the command: the exception reaches the caller, and nothing is written. What a listener
 * throws is swallowed by Spring Statemachine. {@link RecoveryAttempt#in} tells an action what is being done. An action must not send
 * events to the machine: Spring Statemachine drops them, or takes a second row, which refuses the command.
 */
public interface MachineCustomizer {
    /**
     * Listeners, told by Spring Statemachine.
     *
     * @return none by default
     */
    default List<StateMachineListener<RecoveryState, Step>> listeners() {
        return List.of();
    }

    /**
     * Actions that run while a row is taken, in this order, whether or not the row keeps the state.
     *
     * @param row of the playbook
     * @return none by default
     */
    default List<Action<RecoveryState, Step>> onRow(Transition row) {
        return List.of();
    }

    /**
     * Actions that run when a case enters a state from another one.
     *
     * @param state which
     * @return none by default
     */
    default List<Action<RecoveryState, Step>> onEntry(RecoveryState state) {
        return List.of();
    }

    /**
     * Actions that run when a case leaves a state for another one.
     *
     * @param state which
     * @return none by default
     */
    default List<Action<RecoveryState, Step>> onExit(RecoveryState state) {
        return List.of();
    }
}
