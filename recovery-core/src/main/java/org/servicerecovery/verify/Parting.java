package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;

/**
 * A history that two playbooks both take, and after which the case stands differently: in another state, or with other facts.
 * Facts that only one playbook knows are not compared.
 *
 * @param steps       from the first, with the first playbook's states and rows
 * @param first       the state by the first playbook
 * @param second      the state by the second
 * @param onlyFirst   facts that hold by the first only
 * @param onlySecond  facts that hold by the second only
 */
public record Parting(List<PathStep> steps, RecoveryState first, RecoveryState second, Set<Fact> onlyFirst, Set<Fact> onlySecond) {
    /** Copies the collections. */
    public Parting {
        steps = List.copyOf(steps);
        onlyFirst = Set.copyOf(onlyFirst);
        onlySecond = Set.copyOf(onlySecond);
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(List.of(Telling.numbered(steps)));
        if (first != second) {
            lines.add("     the case is " + first + " by the first, " + second + " by the second");
        }
        if (!onlyFirst.isEmpty()) {
            lines.add(Telling.wrapped("     by the first only: " + Telling.phrases(onlyFirst)));
        }
        if (!onlySecond.isEmpty()) {
            lines.add(Telling.wrapped("     by the second only: " + Telling.phrases(onlySecond)));
        }
        return String.join("\n", lines);
    }
}
