package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Attempted;
import org.servicerecovery.verify.PlanStep;
import org.servicerecovery.verify.Planner;
import org.servicerecovery.verify.Preparation;

/**
 * What makes one refused attempt permitted, worked out by the planner when somebody reads it; and, for each reason, which part
 * of that the reason alone asks for.
 */
final class Cures {
    private final Playbook playbook;
    private final RecoveryCase seen;
    private final Attempted attempted;
    private Optional<Preparation> preparation;

    Cures(Playbook playbook, RecoveryCase seen, Step step, Set<Trait> traits, Set<String> lifted, Set<String> heeded) {
        this.playbook = playbook;
        this.seen = seen;
        this.attempted = new Attempted(step, traits, lifted, heeded);
    }

    private synchronized Optional<Preparation> preparation() {
        if (preparation == null) {
            preparation = Planner.of(playbook).preparation(seen, attempted);
        }
        return preparation;
    }

    /** Everything that is needed, in order; nothing if nothing helps. */
    List<Cure> all() {
        return preparation().map(needed -> cures(needed.steps(), needed.with(), needed.without())).orElse(List.of());
    }

    /** Where nothing helps any more, the case goes on with something else. */
    private List<Cure> goingOn() {
        return Planner.of(playbook).plan(seen).steps().stream().limit(1).map(Cure::instead).toList();
    }

    /** What one guardrail asks for; what it names instead comes first. */
    List<Cure> of(Guardrail rule) {
        List<Cure> cures = new ArrayList<>();
        rule.instead().ifPresent(other -> cures.add(new Cure(Cure.Kind.INSTEAD, other, Set.of(), Set.of(), 1, List.of())));
        preparation().ifPresentOrElse(needed -> {
            Set<Trait> with = asked(rule, needed.with());
            Set<Trait> without = asked(rule, needed.without());
            cures.addAll(cures(fewest(needed, state -> obeyed(rule.id(), state)), with, without));
        }, () -> cures.addAll(goingOn()));
        return cures;
    }

    /** What it takes for a row to be there at all. */
    List<Cure> ofRow() {
        return preparation().map(needed -> cures(fewest(needed, this::taken), needed.with(), needed.without())).orElseGet(this::goingOn);
    }

    /** Of some traits, those about which the rule says anything; it may as well be made not to apply. */
    private static Set<Trait> asked(Guardrail rule, Set<Trait> traits) {
        return traits.stream().filter(trait -> rule.needsAll().contains(trait) || rule.needsAny().contains(trait) || rule.bars().contains(trait)
            || rule.when().present().contains(trait) || rule.when().absent().contains(trait)).collect(Collectors.toSet());
    }

    private List<Cure> cures(Collection<PlanStep> steps, Set<Trait> with, Set<Trait> without) {
        List<Cure> cures = new ArrayList<>(steps.stream().map(Cure::first).toList());
        if (!with.isEmpty()) {
            cures.add(new Cure(Cure.Kind.WITH, attempted.step(), with, Set.of(), 1, List.of()));
        }
        if (!without.isEmpty()) {
            cures.add(new Cure(Cure.Kind.WITHOUT, attempted.step(), without, Set.of(), 1, List.of()));
        }
        return cures;
    }

    /** What a case has become after some steps, as the rows see it. */
    private record Standing(RecoveryState state, long low, long high) {
    }

    private interface Wish {
        boolean granted(Standing standing);
    }

    /** Leaves out every step without which the others can still be taken and the wish is granted all the same. */
    private List<PlanStep> fewest(Preparation needed, Wish wish) {
        List<PlanStep> kept = new ArrayList<>(needed.steps());
        for (int i = kept.size() - 1; i >= 0; i--) {
            PlanStep left = kept.remove(i);
            Optional<Standing> end = after(kept);
            if (end.isEmpty() || !wish.granted(end.get())) {
                kept.add(i, left);
            }
        }
        return kept;
    }

    private Optional<Standing> after(List<PlanStep> steps) {
        Standing at = new Standing(seen.state(), seen.low(), seen.high());
        for (PlanStep step : steps) {
            Terms<Trait> traits = playbook.vocabulary().traits().of(step.traits());
            Cell cell = playbook.cell(seen.data().team(), at.state(), step.step());
            CompiledRow row = cell.row(at.low(), at.high(), traits.low(), traits.high());
            if (row == null || cell.refuses(at.low(), at.high(), traits.low(), traits.high())) {
                return Optional.empty();
            }
            Terms<Fact> told = playbook.vocabulary().facts().of(step.facts());
            at = new Standing(row.source().to(), row.low(at.low()) | told.low(), row.high(at.high()) | told.high());
        }
        return Optional.of(at);
    }

    /** The attempt as it is to be repeated. */
    private Terms<Trait> repeated() {
        Set<Trait> traits = new LinkedHashSet<>(attempted.traits());
        preparation().ifPresent(needed -> {
            traits.addAll(needed.with());
            traits.removeAll(needed.without());
        });
        return playbook.vocabulary().traits().of(traits);
    }

    private boolean taken(Standing at) {
        Terms<Trait> traits = repeated();
        return cell(at).row(at.low(), at.high(), traits.low(), traits.high()) != null;
    }

    private boolean obeyed(String rule, Standing at) {
        Terms<Trait> traits = repeated();
        List<CompiledGuardrail> rules = new ArrayList<>(cell(at).refusing());
        rules.addAll(cell(at).telling());
        return !cell(at).rows().isEmpty() && rules.stream()
            .noneMatch(one -> one.source().id().equals(rule) && one.violated(at.low(), at.high(), traits.low(), traits.high()));
    }

    private Cell cell(Standing at) {
        return playbook.cell(seen.data().team(), at.state(), attempted.step());
    }
}
