package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/** Turns a refused attempt into its reasons. Every sentence comes from the catalogue or the row. */
final class Reasons {
    private Reasons() {
    }

    static List<Reason> of(Playbook playbook, RecoveryCase seen, Attempt attempt) {
        Step step = attempt.action().step();
        Cell cell = playbook.cell(seen.data().team(), seen.state(), step);
        List<Reason> reasons = new ArrayList<>();
        Cures cures = cures(playbook, seen, attempt);
        long t0 = attempt.traits().low();
        long t1 = attempt.traits().high();
        if (cell.row(seen.low(), seen.high(), t0, t1) == null) {
            reasons.add(notHere(playbook, cell, seen, step, attempt.traits(), cures));
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            if (rule.violated(seen.low(), seen.high(), t0, t1) && !attempt.waives(rule.source().id())) {
                reasons.add(violation(playbook, rule, seen, step, attempt.traits(), cures));
            }
        }
        for (Waiver waiver : attempt.unentitled()) {
            reasons.add(unentitled(playbook, waiver, step));
        }
        return reasons;
    }

    static Cures cures(Playbook playbook, RecoveryCase seen, Attempt attempt) {
        return new Cures(playbook, seen, attempt.action().step(), attempt.traits(),
            attempt.waivers().stream().map(Waiver::guardrail).collect(Collectors.toSet()), Set.of());
    }

    static Reason violation(Playbook playbook, CompiledGuardrail rule, RecoveryCase seen, Step step, Set<Trait> traits, Cures cures) {
        Guardrail source = rule.source();
        Reason.Lacks lacks = new Reason.Lacks(rule.missing(seen.facts(), traits), rule.missingAnyOf(seen.facts(), traits),
            rule.barred(seen.facts(), traits));
        String why = source.why().replace("{original}", seen.data().mergedInto());
        return new Reason(Reason.Kind.RULE, source.id(), step, why, source.sources(), lacks, () -> cures.of(source), playbook.id());
    }

    /** What a rule advised that nobody can look up any more. */
    static Reason unknown(String rule, CaseEvent event) {
        String why = Catalogue.text("migration.unknown-advice").replace("{rule}", rule).replace("{playbook}", event.playbook().toString());
        return new Reason(Reason.Kind.RULE, rule, event.step(), why, List.of(), Reason.Lacks.NOTHING, List::of, event.playbook());
    }

    /** "Not in this state" and "not now" differ: the second has rows here, and says what they wait for. */
    static Reason notHere(Playbook playbook, Cell cell, RecoveryCase seen, Step step, Set<Trait> traits, Cures cures) {
        if (!cell.rows().isEmpty()) {
            List<Term> missing = new ArrayList<>();
            List<Term> barred = new ArrayList<>();
            nearest(cell, seen.facts(), traits, missing, barred);
            String why = Catalogue.text("refusal.not-now").replace("{step}", Catalogue.phrase(step))
                .replace("{missing}", told(missing, barred));
            return new Reason(Reason.Kind.NOT_HERE, Reason.NOT_HERE, step, why, List.of(),
                new Reason.Lacks(missing, List.of(), barred), cures::ofRow, playbook.id());
        }
        Set<RecoveryState> possible = playbook.statesOf(step);
        String key = possible.isEmpty() ? "refusal.never-here" : seen.state().isEnd() ? "refusal.ended" : "refusal.not-here";
        String why = Catalogue.text(key).replace("{step}", Catalogue.phrase(step)).replace("{state}", seen.state().name())
            .replace("{states}", possible.stream().map(Enum::name).collect(Collectors.joining(", ")));
        return new Reason(Reason.Kind.NOT_HERE, Reason.NOT_HERE, step, why, List.of(), Reason.Lacks.NOTHING,
            cures::ofRow, playbook.id());
    }

    private static String told(List<Term> missing, List<Term> barred) {
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("it needs that " + Catalogue.phrases(missing, ", and that "));
        }
        if (!barred.isEmpty()) {
            parts.add("it must not be that " + Catalogue.phrases(barred, ", or that "));
        }
        return String.join(", and ", parts);
    }

    /** The row with the fewest unmet terms is the one that was probably meant. */
    private static void nearest(Cell cell, Set<Fact> facts, Set<Trait> traits, List<Term> missing, List<Term> barred) {
        int fewest = Integer.MAX_VALUE;
        for (CompiledRow row : cell.rows()) {
            List<Term> lacks = row.source().when().present().stream().filter(term -> !facts.contains(term) && !traits.contains(term)).toList();
            List<Term> has = row.source().when().absent().stream().filter(term -> facts.contains(term) || traits.contains(term)).toList();
            if (lacks.size() + has.size() < fewest) {
                fewest = lacks.size() + has.size();
                missing.clear();
                missing.addAll(lacks);
                barred.clear();
                barred.addAll(has);
            }
        }
    }

    private static Reason unentitled(Playbook playbook, Waiver waiver, Step step) {
        Guardrail rule = playbook.guardrail(waiver.guardrail());
        String why = rule.waivableBy().isPresent()
            ? Catalogue.text("refusal.waiver-role").replace("{role}", rule.waivableBy().get())
            : Catalogue.text("refusal.waiver-never");
        return new Reason(Reason.Kind.WAIVER, Reason.WAIVER, step,
            why.replace("{actor}", waiver.by().id()).replace("{rule}", rule.id()), rule.sources(),
            Reason.Lacks.NOTHING, List::of, playbook.id());
    }
}
