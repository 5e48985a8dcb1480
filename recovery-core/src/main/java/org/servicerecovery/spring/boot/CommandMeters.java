package org.servicerecovery.spring.boot;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.servicerecovery.CommandObserver;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.RunningDeadline;

/** Counts decisions by step and outcome, refusals by guardrail, and deadlines met and missed. */
final class CommandMeters implements CommandObserver {
    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Watch begun(String caseId, Command command) {
        return new Watch() {
            @Override
            public void decided(Decision decision) {
                count(command, Outcomes.of(decision));
                decision.refusedBy().forEach(rule -> registry.counter("recovery.refusals", "guardrail", rule).increment());
                if (decision instanceof Permitted permitted) {
                    permitted.events().forEach(event -> deadlines(permitted, event));
                }
            }

            @Override
            public void failed(Throwable thrown) {
                count(command, Outcomes.FAILED);
            }
        };
    }

    private void count(Command command, String outcome) {
        command.actions().forEach(action -> registry.counter("recovery.steps", "step", action.step().name(), "outcome", outcome).increment());
    }

    private void deadlines(Permitted permitted, CaseEvent event) {
        if (event.action() instanceof Actions.Lapse lapse && lapse.kind() == Deadline.Rung.Kind.BREACH) {
            deadline(lapse.deadline(), "missed");
        }
        // What was met after it fell due was missed already.
        event.clocks().met().stream().filter(id -> clocks(permitted, event).filter(clock -> clock.deadline().equals(id))
            .allMatch(clock -> !event.occurredAt().isAfter(clock.due()))).forEach(id -> deadline(id, "met"));
    }

    /** The clocks that it stopped; one that starts anew at once is not among those, and is found on the case as it was. */
    private static Stream<RunningDeadline> clocks(Permitted permitted, CaseEvent event) {
        return event.clocks().stopped().isEmpty() ? permitted.before().deadlines().stream() : event.clocks().stopped().stream();
    }

    private void deadline(String id, String outcome) {
        registry.counter("recovery.deadlines", "deadline", id, "outcome", outcome).increment();
    }
}
