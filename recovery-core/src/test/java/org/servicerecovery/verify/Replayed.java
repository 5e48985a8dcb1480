package org.servicerecovery.verify;

import java.util.List;
import java.util.Set;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Particulars;

/**
 * A history that the proof found, taken step by step on the kernel. The particulars do not matter here: what is judged are
 * the facts and the traits of the path.
 *
 * @param end     the case after the last step that the kernel took
 * @param refusal empty if it took every step as the path says; else where it did not
 */
record Replayed(RecoveryCase end, String refusal) {
    /**
     * @param team    of the case; empty for the default levels
     * @param waivers what a supervisor waives at every step
     */
    static Replayed of(Playbook playbook, String team, List<Waiver> waivers, List<PathStep> path) {
        RecoveryCase seen = path.isEmpty() ? RecoveryCase.blank("case", playbook.id(), playbook.vocabulary())
            : RecoveryCase.blank("case", playbook.id(), playbook.vocabulary(), action(team, path.get(0).step()));
        for (PathStep step : path) {
            Decision decision = Kernel.decide(playbook, seen, Replay.attempt(playbook, action(team, step.step()), step.traits(), step.told(),
                step.takenBack(), waivers));
            if (!(decision instanceof Permitted permitted)) {
                return new Replayed(seen, step + " on " + seen + ": " + decision);
            }
            String row = permitted.lastEvent().orElseThrow().row();
            RecoveryCase after = permitted.after();
            if (seen.state() != step.from() || !row.equals(step.row()) || after.state() != step.to()) {
                return new Replayed(seen, step + " on " + seen + ": the kernel took " + row + " to " + after + ", not " + step.row());
            }
            seen = after;
        }
        return new Replayed(seen, "");
    }

    boolean accepted() {
        return refusal.isEmpty();
    }

    private static RecoveryAction action(String team, Step step) {
        return switch (step) {
            case OPEN -> new Actions.Open("mr-smith", "it leaks", Channel.PHONE, Priority.NORMAL, team);
            case ADOPT -> new Actions.Adopt("mr-smith", "it leaks", Channel.PHONE, Priority.NORMAL, team, "", Set.of(), List.of());
            default -> Particulars.of(step);
        };
    }
}
