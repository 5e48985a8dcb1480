package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.verify.Moves.Move;

/** The shortest ways from the blank case, found layer by layer; made only when something has to be shown. */
final class Ways {
    private final Moves moves;
    private final List<Map<RecoveryState, Integer>> layers = new ArrayList<>();
    private final Map<RecoveryState, Integer> seen = new EnumMap<>(RecoveryState.class);

    Ways(Moves moves) {
        this.moves = moves;
        Map<RecoveryState, Integer> first = new EnumMap<>(RecoveryState.class);
        first.put(RecoveryState.AWAITING, moves.blank());
        layers.add(first);
        seen.putAll(first);
    }

    /** The shortest sequence into one of the configurations; empty if none can be reached. */
    Optional<List<PathStep>> to(RecoveryState state, int target) {
        for (int depth = 0;; depth++) {
            if (depth == layers.size() && !deepen()) {
                return Optional.empty();
            }
            int hit = moves.sets.and(layers.get(depth).getOrDefault(state, Diagrams.EMPTY), target);
            if (hit != Diagrams.EMPTY) {
                return Optional.of(back(depth, state, moves.sets.any(hit)));
            }
        }
    }

    private boolean deepen() {
        Map<RecoveryState, Integer> next = new EnumMap<>(RecoveryState.class);
        for (Map.Entry<RecoveryState, Integer> entry : layers.get(layers.size() - 1).entrySet()) {
            for (Move move : moves.from(entry.getKey())) {
                next.merge(move.row().to(), moves.image(move, entry.getValue()), moves.sets::or);
            }
        }
        next.replaceAll((state, set) -> moves.sets.without(set, seen.getOrDefault(state, Diagrams.EMPTY)));
        next.values().removeIf(set -> set == Diagrams.EMPTY);
        next.forEach((state, set) -> seen.merge(state, set, moves.sets::or));
        layers.add(next);
        return !next.isEmpty();
    }

    private List<PathStep> back(int depth, RecoveryState end, BitSet goal) {
        List<PathStep> path = new ArrayList<>();
        RecoveryState state = end;
        BitSet member = goal;
        for (int at = depth; at > 0; at--) {
            boolean found = false;
            for (Map.Entry<RecoveryState, Integer> entry : layers.get(at - 1).entrySet()) {
                for (Move move : moves.from(entry.getKey())) {
                    if (found || move.row().to() != state) {
                        continue;
                    }
                    int before = moves.sets.and(entry.getValue(), moves.preimage(move, moves.exactly(member)));
                    if (before != Diagrams.EMPTY) {
                        BitSet origin = moves.sets.any(before);
                        path.add(step(move, origin, member));
                        state = entry.getKey();
                        member = origin;
                        found = true;
                    }
                }
                if (found) {
                    break;
                }
            }
        }
        Collections.reverse(path);
        return path;
    }

    private PathStep step(Move move, BitSet before, BitSet after) {
        BitSet told = (BitSet) after.clone();
        told.andNot(before);
        told.and(move.adds());
        BitSet taken = (BitSet) before.clone();
        taken.andNot(after);
        taken.and(move.drops());
        return new PathStep(move.row().from(), move.row().step(), move.row().to(), move.row().id(), moves.traits(move, before),
            moves.facts(told), moves.facts(taken));
    }
}
