package org.servicerecovery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who look on. What goes wrong with them is logged: the command's outcome is what it is. */
final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);

    private final List<CommandObserver> observers;

    Observers(List<CommandObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    /** The outcome of the work; null means that somebody else was faster, and is handed on. */
    Decision around(String caseId, Command command, Supplier<Decision> work) {
        if (observers.isEmpty() || caseId == null) {
            return work.get();
        }
        // The last that began comes first.
        Deque<CommandObserver.Watch> watches = new ArrayDeque<>();
        observers.forEach(observer -> guarded(() -> watches.push(Objects.requireNonNull(observer.begun(caseId, command), "watch"))));
        Decision decision;
        try {
            decision = work.get();
        } catch (Throwable e) {
            each(watches, watch -> watch.failed(e));
            throw e;
        }
        each(watches, decision == null ? CommandObserver.Watch::overtaken : watch -> watch.decided(decision));
        return decision;
    }

    private static void each(Deque<CommandObserver.Watch> watches, Consumer<CommandObserver.Watch> end) {
        watches.forEach(watch -> guarded(() -> end.accept(watch)));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            LOG.warn("An observer of commands failed; the command goes on without it", e);
        }
    }
}
