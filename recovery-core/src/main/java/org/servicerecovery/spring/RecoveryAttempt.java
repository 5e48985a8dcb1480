package org.servicerecovery.spring;

import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.springframework.statemachine.StateContext;

/**
 * What a machine is asked to do, as it was decided; it travels in the headers of the message. For guards, actions and listeners of a
 * host. Valid while the event is handled, on the thread that handles it; not to be kept.
 */
public final class RecoveryAttempt {
    /** The header in which it travels. */
    public static final String HEADER = "recovery.attempt";

    private RecoveryCase before;
    private CaseEvent decided;
    private String taken;
    private int rows;
    private Throwable failure;

    RecoveryAttempt() {
    }

    RecoveryAttempt of(RecoveryCase seen, CaseEvent event) {
        before = seen;
        decided = event;
        taken = null;
        rows = 0;
        failure = null;
        return this;
    }

    /**
     * The attempt that a context is about.
     *
     * @param context of a guard, an action or a listener
     * @return empty if the context is not about an event that a recovery machine was sent, or the event made no sense
     */
    public static Optional<RecoveryAttempt> in(StateContext<RecoveryState, Step> context) {
        return Optional.ofNullable(from(context));
    }

    static RecoveryAttempt from(StateContext<RecoveryState, Step> context) {
        return context.getMessageHeader(HEADER) instanceof RecoveryAttempt attempt ? attempt : null;
    }

    /**
     * The case before this step.
     *
     * @return in a {@link SpringEngine}, before the whole command
     */
    public RecoveryCase before() {
        return before;
    }

    /**
     * What will have happened.
     *
     * @return empty if it was refused
     */
    public Optional<CaseEvent> event() {
        return Optional.ofNullable(decided);
    }

    boolean isDecided(String row) {
        return decided != null && decided.row().equals(row);
    }

    void took(String row) {
        taken = row;
        rows++;
    }

    void failed(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    Throwable failure() {
        return failure;
    }

    /** Empty if it did what was decided. */
    String divergence(RecoveryState arrived) {
        if (rows != 1 || !decided.row().equals(taken)) {
            return rows == 0 ? "took no row" : "took " + List.of(taken) + (rows == 1 ? "" : " and " + (rows - 1) + " more");
        }
        return arrived == decided.to() ? "" : "arrived in " + arrived;
    }
}
