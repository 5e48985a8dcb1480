package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/**
 * Evaluates the rows for an action whose particulars are not known yet: facts are decided, traits that depend on the
 * particulars stay open.
 */
public final class Offers {
    private final Playbook playbook;
    private final RecoveryCase seen;
    private final Set<Trait> expected;
    private final Set<Trait> known;

    private Offers(Playbook playbook, RecoveryCase seen, Set<Trait> expected, Set<Trait> known) {
        this.playbook = playbook;
        this.seen = seen;
        this.expected = expected;
        this.known = known;
    }

    /**
     * What can be done on a case.
     *
     * @param playbook     by which rows
     * @param recoveryCase the case
     * @param expected     the traits that hold for whoever would act
     * @param known        the traits of which that is decided; all others depend on the particulars
     * @return one offer for every step that the playbook has, in the order of the steps
     */
    public static List<Offer> of(Playbook playbook, RecoveryCase recoveryCase, Set<Trait> expected, Set<Trait> known) {
        Offers offers = new Offers(playbook, recoveryCase, expected, known);
        return Stream.of(Step.values()).filter(step -> !playbook.statesOf(step).isEmpty()).map(offers::offer).toList();
    }

    private Offer offer(Step step) {
        Cell cell = playbook.cell(seen.data().team(), seen.state(), step);
        List<Offer.Way> ways = new ArrayList<>();
        boolean always = false;
        for (CompiledRow row : cell.rows()) {
            if (possible(row.source().when().present(), true) && possible(row.source().when().absent(), false)) {
                Offer.Way way = new Offer.Way(open(row.source().when().present()), open(row.source().when().absent()));
                always |= way.with().isEmpty() && way.without().isEmpty();
                ways.add(way);
            }
        }
        List<Offer.Requirement> conditions = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        Cures cures = new Cures(playbook, seen, step, expected, Set.of(), Set.of());
        if (ways.isEmpty()) {
            reasons.add(Reasons.notHere(playbook, cell, seen, step, expected, cures));
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            judge(rule, step, conditions, reasons, cures);
        }
        if (!reasons.isEmpty()) {
            return new Offer(step, Offer.Status.CLOSED, List.of(), List.of(), reasons);
        }
        boolean free = conditions.isEmpty() && (always || covers(ways));
        return new Offer(step, free ? Offer.Status.OPEN : Offer.Status.IF, conditions, always ? List.of() : ways, List.of());
    }

    private void judge(CompiledGuardrail compiled, Step step, List<Offer.Requirement> conditions, List<Reason> reasons, Cures cures) {
        Guardrail rule = compiled.source();
        if (!possible(rule.when().present(), true) || !possible(rule.when().absent(), false)) {
            return;
        }
        Set<Trait> when = open(rule.when().present());
        Set<Trait> unless = open(rule.when().absent());
        boolean anyHolds = rule.needsAny().isEmpty() || rule.needsAny().stream().anyMatch(this::holds);
        boolean never = rule.needsAll().stream().anyMatch(term -> decided(term) && !holds(term)) || rule.bars().stream().anyMatch(this::holds)
            || !anyHolds && open(rule.needsAny()).isEmpty();
        if (never && when.isEmpty() && unless.isEmpty()) {
            reasons.add(Reasons.violation(playbook, compiled, seen, step, expected, cures));
            return;
        }
        Offer.Requirement condition = new Offer.Requirement(rule.id(), when, unless, open(rule.needsAll()),
            anyHolds ? Set.of() : open(rule.needsAny()), open(rule.bars()), never);
        if (never || !condition.needs().isEmpty() || !condition.needsAny().isEmpty() || !condition.bars().isEmpty()) {
            conditions.add(condition);
        }
    }

    /** Whether rows that differ by one trait leave no gap: with it and without it. */
    private static boolean covers(List<Offer.Way> ways) {
        return ways.stream().anyMatch(way -> way.without().isEmpty() && way.with().size() == 1
            && ways.stream().anyMatch(other -> other.with().isEmpty() && other.without().equals(way.with())));
    }

    private boolean possible(Set<Term> terms, boolean wanted) {
        return terms.stream().allMatch(term -> !decided(term) || holds(term) == wanted);
    }

    private boolean decided(Term term) {
        return term instanceof Fact || known.contains(term);
    }

    private boolean holds(Term term) {
        return term instanceof Fact fact ? seen.has(fact) : known.contains(term) && expected.contains(term);
    }

    private Set<Trait> open(Set<Term> terms) {
        return terms.stream().filter(term -> !decided(term)).map(Trait.class::cast).collect(Collectors.toSet());
    }
}
