package org.servicerecovery.verify;

import org.servicerecovery.model.Level;

/**
 * What a guardrail does in a team's cases, where the team has a level of its own in one of two playbooks.
 *
 * @param team      the team
 * @param guardrail the id of a guardrail that both playbooks have
 * @param first     the level by the first playbook
 * @param second    the level by the second
 */
public record LevelChange(String team, String guardrail, Level first, Level second) {
    @Override
    public String toString() {
        return "in team " + team + ", " + guardrail + " " + Strictness.says(first) + ", now " + Strictness.says(second);
    }
}
