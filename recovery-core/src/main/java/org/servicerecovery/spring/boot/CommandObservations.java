package org.servicerecovery.spring.boot;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.stream.Collectors;
import org.servicerecovery.CommandObserver;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Command;

/** One observation for each command: its first step and its outcome for metrics, the case and all its steps for traces. */
final class CommandObservations implements CommandObserver {
    private final ObservationRegistry registry;

    CommandObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Watch begun(String caseId, Command command) {
        String step = command.actions().get(0).step().name();
        Observation observation = Observation.createNotStarted("recovery.command", registry).contextualName("recovery " + step)
            .lowCardinalityKeyValue("step", step).highCardinalityKeyValue("recovery.case", caseId)
            .highCardinalityKeyValue("recovery.steps",
                command.actions().stream().map(action -> action.step().name()).collect(Collectors.joining(" ")))
            .start();
        return new Watching(observation, observation.openScope());
    }

    private record Watching(Observation observation, Observation.Scope scope) implements Watch {
        @Override
        public void decided(Decision decision) {
            end(Outcomes.of(decision));
        }

        @Override
        public void failed(Throwable thrown) {
            observation.error(thrown);
            end(Outcomes.FAILED);
        }

        @Override
        public void overtaken() {
            end(Outcomes.OVERTAKEN);
        }

        private void end(String outcome) {
            scope.close();
            observation.lowCardinalityKeyValue("outcome", outcome).stop();
        }
    }
}
