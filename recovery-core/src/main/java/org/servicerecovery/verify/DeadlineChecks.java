package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;

/** Whether the deadlines of a case can start, and can be met after they started. Those of duties start and end with the duty. */
final class DeadlineChecks {
    private static final int MOST_NODES = 1 << 22;

    private final Playbook playbook;
    private final Moves moves;
    private final Happening happening;

    DeadlineChecks(Playbook playbook, Moves moves, Happening happening) {
        this.playbook = playbook;
        this.moves = moves;
        this.happening = happening;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Deadline deadline : playbook.definition().deadlines()) {
            if (deadline.duty().isEmpty()) {
                Map<Move, Integer> started = started(deadline.startsOn());
                if (started.isEmpty() || !canBeMet(started, deadline.metBy())) {
                    findings.add(new Finding("deadline-can-be-met", "The deadline " + deadline.id()
                        + (started.isEmpty() ? " can never start." : " can start but never be met.") + " Let a row that happens "
                        + (started.isEmpty() ? "start" : "meet") + " it, or remove it.", List.of(deadline.id()), List.of()));
                }
            }
        }
        return findings;
    }

    /** By move, with which facts it leaves a case on which it just started the deadline. */
    private Map<Move, Integer> started(Set<Trigger> triggers) {
        Map<Move, Integer> started = new LinkedHashMap<>();
        for (Move move : moves.all()) {
            int after = Diagrams.EMPTY;
            for (Trigger trigger : triggers) {
                after = moves.sets.or(after, trigger instanceof Trigger.Taken taken ? taken.step() == move.row().step() ? happening.image(move) : Diagrams.EMPTY
                    : happening.changed(move, moves.variable(fact(trigger)), trigger instanceof Trigger.Becomes));
            }
            if (after != Diagrams.EMPTY) {
                started.put(move, after);
            }
        }
        return started;
    }

    /** Whether after some start the deadline can still be met: by the next move, or further on. */
    private boolean canBeMet(Map<Move, Integer> started, Set<Trigger> triggers) {
        int[] goal = new int[RecoveryState.values().length];
        for (Move move : moves.all()) {
            int from = move.row().from().ordinal();
            for (Trigger trigger : triggers) {
                goal[from] = moves.sets.or(goal[from], meeting(move, trigger));
            }
        }
        if (started.keySet().stream().anyMatch(move -> moves.sets.and(started.get(move), goal[move.row().to().ordinal()]) != Diagrams.EMPTY)) {
            return true;
        }
        Approach approach = new Approach(moves, goal, moves.all(), moves.constants(), MOST_NODES);
        // One started case nearly always shows that it can; asking about all of them takes long.
        return started.keySet().stream()
            .anyMatch(move -> approach.distance(move.row().to(), moves.sets.nearest(started.get(move), new BitSet())).isPresent())
            || started.keySet().stream().anyMatch(move -> approach.reaches(move.row().to(), started.get(move)));
    }

    /** The facts with which the move fires the trigger. */
    private int meeting(Move move, Trigger trigger) {
        if (trigger instanceof Trigger.Taken taken) {
            return taken.step() == move.row().step() ? moves.preimage(move, Diagrams.ALL) : Diagrams.EMPTY;
        }
        int variable = moves.variable(fact(trigger));
        boolean holds = trigger instanceof Trigger.Becomes;
        return moves.touches(move, variable, holds)
            ? moves.sets.and(moves.preimage(move, moves.sets.literal(variable, holds)), moves.sets.literal(variable, !holds)) : Diagrams.EMPTY;
    }

    private static Fact fact(Trigger trigger) {
        return trigger instanceof Trigger.Becomes becomes ? becomes.fact() : ((Trigger.Ceases) trigger).fact();
    }
}
