package org.servicerecovery.verify;

import java.util.Optional;
import java.util.function.Predicate;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;

/**
 * The standard playbook with something wrong in it.
 *
 * @param broken   what is wrong, as a support manager would say it
 * @param property what the proof must name
 * @param playbook with the mistake, built without being asked whether it is sound
 * @param named    what the finding must name, where it shows no history: a row, a guardrail, a state …
 * @param shown    how the case must stand at the end of the history that the finding shows; empty where it shows none
 * @param team     whose cases go wrong; empty for everybody's
 * @param waived   whether it goes wrong only where a supervisor waives what can be waived
 */
record BrokenVariant(String broken, String property, Playbook playbook, String named, Optional<Predicate<RecoveryCase>> shown,
                     String team, boolean waived) {
    /** Begins the sentence. */
    static Told that(String name, String broken) {
        return new Told(name, broken);
    }

    /** What is wrong has been told; now for the rows. */
    record Told(String name, String broken) {
        BrokenVariant violates(String property, Draft draft) {
            return new BrokenVariant(broken, property, draft.playbook(name), "", Optional.empty(), "", false);
        }
    }

    BrokenVariant naming(String what) {
        return new BrokenVariant(broken, property, playbook, what, shown, team, waived);
    }

    BrokenVariant showing(Predicate<RecoveryCase> end) {
        return new BrokenVariant(broken, property, playbook, named, Optional.of(end), team, waived);
    }

    BrokenVariant inTeam(String only) {
        return new BrokenVariant(broken, property, playbook, named, shown, only, waived);
    }

    BrokenVariant whereWaived() {
        return new BrokenVariant(broken, property, playbook, named, shown, team, true);
    }

    @Override
    public String toString() {
        return playbook.id().name();
    }
}
