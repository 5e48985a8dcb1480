package org.servicerecovery.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a playbook does and must not, with the shortest history that shows it.
 *
 * @param property which property is violated, lower-case words joined by hyphens
 * @param sentence what is wrong, in words that a support manager can read
 * @param blame    ids of the rows and guardrails to look at
 * @param path     the shortest sequence of steps that shows it, from the first; empty where no history is needed
 */
public record Finding(String property, String sentence, List<String> blame, List<PathStep> path) {
    /** Copies the lists. */
    public Finding {
        blame = List.copyOf(blame);
        path = List.copyOf(path);
    }

    @Override
    public String toString() {
        String shown = path.isEmpty() ? "" : " It takes " + path.size() + (path.size() == 1 ? " step: " : " steps: ")
            + path.stream().map(PathStep::toString).collect(Collectors.joining("; ")) + ".";
        return property + ": " + sentence + (blame.isEmpty() ? "" : " Look at " + String.join(", ", blame) + ".") + shown;
    }
}
