package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;

/** Random traits with which somebody might attempt a step: mostly what it takes, but for some, and with some that are out of place. */
final class Tries {
    private final Random random;

    Tries(long seed) {
        random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Set<Trait> traits(RecoveryState state, Step step) {
        Cell cell = Sample.STANDARD.cell("", state, step);
        Set<Trait> traits = new LinkedHashSet<>();
        double slip = chance(0.5) ? 0.1 : chance(0.5) ? 0.5 : 0;
        for (CompiledGuardrail rule : rules(cell)) {
            traits.addAll(some(rule.source().needsAll(), 1 - slip));
            traits.addAll(some(rule.source().needsAny(), 1 - slip));
            traits.addAll(some(rule.source().bars(), slip / 4));
            traits.addAll(some(rule.source().when().present(), 0.4));
            traits.addAll(some(rule.source().when().absent(), 0.2));
        }
        if (!cell.rows().isEmpty()) {
            CompiledRow row = any(cell.rows());
            traits.addAll(some(row.source().when().present(), 1 - slip / 2));
            traits.removeAll(some(row.source().when().absent(), 1));
        }
        if (chance(0.1)) {
            traits.addAll(some(Sample.STANDARD.vocabulary().traits().all(), 0.1));
        }
        return traits;
    }

    private static List<CompiledGuardrail> rules(Cell cell) {
        return Stream.concat(cell.refusing().stream(), cell.telling().stream()).toList();
    }

    private List<Trait> some(Iterable<? extends Term> terms, double share) {
        List<Trait> some = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof Trait trait && chance(share)) {
                some.add(trait);
            }
        }
        return some;
    }
}
