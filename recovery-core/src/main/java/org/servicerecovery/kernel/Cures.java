package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;

/** What removes a reason, read off the table: the steps that set what is missing or clear what is in the way. */
final class Cures {
    private final Playbook playbook;
    private final RecoveryCase seen;
    private final Step refused;
    private final List<Cure> cures = new ArrayList<>();

    private Cures(Playbook playbook, RecoveryCase seen, Step refused) {
        this.playbook = playbook;
        this.seen = seen;
        this.refused = refused;
    }

    static List<Cure> of(Playbook playbook, Guardrail rule, RecoveryCase seen, Step step, List<Term> missing, List<Term> any,
                         List<Term> barred) {
        Cures cures = new Cures(playbook, seen, step);
        rule.instead().ifPresent(other -> cures.cures.add(new Cure(Cure.Kind.INSTEAD, other, cures.elsewhere(other), List.of(),
            List.of())));
        cures.bring(missing);
        cures.bring(any);
        cures.remove(barred);
        // What is to be done instead need not be told again as a first step.
        cures.cures.removeIf(cure -> cure.kind() == Cure.Kind.FIRST && rule.instead().filter(cure.step()::equals).isPresent());
        return List.copyOf(cures.cures);
    }

    static List<Cure> forTerms(Playbook playbook, RecoveryCase seen, Step step, List<Term> missing, List<Term> barred) {
        Cures cures = new Cures(playbook, seen, step);
        cures.bring(missing);
        cures.remove(barred);
        return List.copyOf(cures.cures);
    }

    /** Steps that lead from here into one of the states in which the refused step can be taken. */
    static List<Cure> towards(Playbook playbook, RecoveryCase seen, Set<RecoveryState> states) {
        Set<Step> steps = new LinkedHashSet<>();
        for (Transition row : playbook.definition().transitions()) {
            // From an end there is one way back, wherever the step belongs then.
            boolean leads = states.contains(row.to()) || row.from().isEnd();
            if (row.from() == seen.state() && row.to() != row.from() && leads && !row.step().isReport()
                && row.step() != Step.CORRECT
                && row.when().absent().stream().noneMatch(term -> term instanceof Fact fact && seen.has(fact))) {
                steps.add(row.step());
            }
        }
        return steps.stream().map(step -> new Cure(Cure.Kind.FIRST, step, List.of(), List.of(), List.of())).toList();
    }

    private void bring(List<Term> terms) {
        List<Trait> traits = terms.stream().filter(Trait.class::isInstance).map(Trait.class::cast).toList();
        if (!traits.isEmpty()) {
            cures.add(new Cure(Cure.Kind.WITH, refused, List.of(), traits, List.of()));
        }
        terms.stream().filter(Fact.class::isInstance).map(Fact.class::cast).forEach(fact -> steps(fact, true));
    }

    private void remove(List<Term> terms) {
        List<Trait> traits = terms.stream().filter(Trait.class::isInstance).map(Trait.class::cast).toList();
        if (!traits.isEmpty()) {
            cures.add(new Cure(Cure.Kind.WITHOUT, refused, List.of(), traits, List.of()));
        }
        terms.stream().filter(Fact.class::isInstance).map(Fact.class::cast).forEach(fact -> steps(fact, false));
    }

    /** A step that can be taken here is worth more than one elsewhere; taking back and starting anew are no cures. */
    private void steps(Fact fact, boolean sets) {
        List<Transition> rows = playbook.rowsFor(fact, sets).stream().filter(row -> row.step() != refused && !drastic(row.step())).toList();
        if (sets && !Facts.all().contains(fact)) {
            cures.add(new Cure(Cure.Kind.FIRST, Step.RECORD_FACT, elsewhere(Step.RECORD_FACT), List.of(), List.of(fact)));
        }
        List<Transition> here = rows.stream().filter(row -> row.from() == seen.state()).toList();
        List<Transition> chosen = here.isEmpty() ? rows : here;
        Set<Step> steps = new LinkedHashSet<>(chosen.stream().map(Transition::step).toList());
        for (Step step : steps) {
            cures.add(new Cure(Cure.Kind.FIRST, step, here.isEmpty() ? elsewhere(step) : List.of(),
                traits(chosen.stream().filter(row -> row.step() == step).toList()), List.of(fact)));
        }
    }

    private static boolean drastic(Step step) {
        return step == Step.CORRECT || step == Step.ADOPT || step == Step.REOPEN || step == Step.MERGE || step == Step.ABSORB
            || step == Step.OPEN || step == Step.TRANSFER || step == Step.REASSIGN || step.name().startsWith("CLOSE_AS_");
    }

    /** What every one of the rows asks for; what merely tells them apart, such as "the last one", helps nobody. */
    private List<Trait> traits(List<Transition> rows) {
        Transition row = rows.get(0);
        Set<Trait> traits = new LinkedHashSet<>();
        row.when().present().stream().filter(term -> rows.stream().allMatch(other -> other.when().present().contains(term))
            && !term.name().startsWith("LAST_")).forEach(term -> add(traits, term));
        for (CompiledGuardrail rule : playbook.cell(seen.data().team(), row.from(), row.step()).refusing()) {
            if (rule.source().when().present().stream().allMatch(term -> term instanceof Fact fact && seen.has(fact))
                && rule.source().when().absent().stream().noneMatch(term -> term instanceof Fact fact && seen.has(fact))) {
                rule.source().needsAll().forEach(term -> add(traits, term));
            }
        }
        return List.copyOf(traits);
    }

    private static void add(Set<Trait> traits, Term term) {
        // That a person speaks to the customer need not be said.
        if (term instanceof Trait trait && !trait.equals(Traits.BY_PERSON) && !trait.equals(Traits.RECEIVED)) {
            traits.add(trait);
        }
    }

    private List<RecoveryState> elsewhere(Step step) {
        Set<RecoveryState> states = playbook.statesOf(step);
        return states.contains(seen.state()) ? List.of() : List.copyOf(states);
    }
}
