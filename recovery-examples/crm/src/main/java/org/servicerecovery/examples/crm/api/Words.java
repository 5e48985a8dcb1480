package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;

/** Reasons, cures and plans as the resources tell them: each name with the words for it. */
final class Words {
    private Words() {
    }

    /** A fact or trait. */
    @Schema(name = "Word", description = "A fact about the case, or a trait of an action: its name for programs and its words for people.")
    record Word(String name, String words) {
        static List<Word> of(Collection<? extends Term> terms) {
            return terms.stream().map(term -> new Word(term.name(), Catalogue.phrase(term))).sorted(Comparator.comparing(Word::name)).toList();
        }
    }

    /** Why something is refused or advised against. */
    @Schema(name = "Reason", description = "One rule that refuses the command, or advises against it.")
    record Because(
        @Schema(description = "The rule's id; not-here if the procedure has no such step now, waiver if a waiver does not hold.") String rule,
        Step step,
        @Schema(description = "Why, in one sentence.") String because,
        @Schema(description = "Where the rule comes from.") List<String> sources,
        @Schema(description = "What is all needed and does not hold.") List<Word> missing,
        @Schema(description = "Of which one is needed and none holds.") List<Word> missingAnyOf,
        @Schema(description = "What holds and must not.") List<Word> barred,
        @Schema(description = "The role that may waive the rule for one attempt; absent if nobody may.") String waivableBy,
        @Schema(description = "What removes this reason, in order; absent in the list of all offers.") List<Remedy> cures) {

        static List<Because> of(List<Reason> reasons, Playbook playbook) {
            return reasons.stream().map(reason -> of(reason, playbook, true)).toList();
        }

        /** Each cure is a search of its own: for all closed steps at once they would take their time. */
        static List<Because> withoutCures(List<Reason> reasons, Playbook playbook) {
            return reasons.stream().map(reason -> of(reason, playbook, false)).toList();
        }

        private static Because of(Reason reason, Playbook playbook, boolean cures) {
            // A reason of an earlier playbook may name a rule that this one does not have.
            boolean known = reason.kind() == Reason.Kind.RULE && reason.playbook().equals(playbook.id());
            String role = known ? playbook.guardrail(reason.rule()).waivableBy().orElse(null) : null;
            return new Because(reason.rule(), reason.step(), reason.why(), reason.sources(), Word.of(reason.missing()),
                Word.of(reason.missingAnyOf()), Word.of(reason.barred()), role, cures ? Remedy.of(reason.cures()) : null);
        }
    }

    /** What to do about a reason. */
    @Schema(name = "Cure", description = "Something that removes a reason.")
    record Remedy(
        @Schema(description = "FIRST: take this step before. INSTEAD: take it instead. WITH or WITHOUT: do it again, with or without these traits.")
        Cure.Kind kind,
        Step step,
        @Schema(description = "The cure in words.") String words,
        @Schema(description = "What the step must, or for WITHOUT must not, have.") List<Word> traits,
        @Schema(description = "How often.") int times,
        @Schema(description = "Steps that would do as well.") List<Step> or) {

        static List<Remedy> of(List<Cure> cures) {
            return cures.stream().map(cure -> new Remedy(cure.kind(), cure.step(), cure.toString(), Word.of(cure.traits()), cure.times(),
                cure.or())).toList();
        }
    }

    /** The way to a recovered customer. */
    @Schema(name = "Plan", description = "The shortest permitted way to a recovered customer, as the case stands.")
    record Way(String caseId, int version, Plan.Outcome outcome,
               @Schema(description = "How many steps it takes, each as often as it must be taken.") int length, List<Stage> steps) {
        static Way of(String caseId, int version, Plan plan) {
            return new Way(caseId, version, plan.outcome(), plan.length(), plan.steps().stream().map(Stage::of).toList());
        }
    }

    /** One step of the way. */
    @Schema(name = "PlanStep", description = "One step of a plan.")
    record Stage(RecoveryState in, Step step, RecoveryState to, @Schema(description = "The step in words.") String words,
                 @Schema(description = "What the action must have.") List<Word> traits, int times, List<Step> or) {
        private static Stage of(PlanStep step) {
            return new Stage(step.in(), step.step(), step.to(), step.toString(), Word.of(step.traits()), step.times(), step.alternatives());
        }
    }
}
