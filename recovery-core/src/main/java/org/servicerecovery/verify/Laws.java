package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/**
 * What must be true of every playbook's table, whoever wrote it: statements about the rows themselves, checked when a playbook
 * is built and never waivable.
 */
public final class Laws {
    /** Words that betray a term about fault, intent, liability, the kind of problem, or the channel as an excuse. */
    private static final Pattern BLIND_TO = Pattern.compile("(.*_)?(FAULT|INTENT|INTENTIONAL|LIABILITY|LIABLE|GUILT|PROBLEM_KIND|PROBLEM_TYPE|KIND_OF_PROBLEM)(_.*)?");

    private static final Set<Term> CHANNEL = Set.of(Traits.BY_EMAIL, Traits.TWO_WAY, Traits.HEARS_TONE, Traits.SEES_BODY, Traits.DURABLE,
        Facts.CAME_BY_EMAIL);
    /** What leads a case onward or ends it. */
    private static final Set<Step> ONWARD = EnumSet.of(Step.CONFIRM_STORY, Step.START_WORK, Step.RECORD_DELIVERY, Step.CLOSE_AS_RECOVERED,
        Step.CLOSE_AS_UNRECOVERED, Step.CLOSE_AS_UNANSWERED, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED);
    private static final Set<Term> LAPSES = Set.of(Facts.ANSWER_OVERDUE, Traits.PAST_DUE, Traits.PROMISE_LAPSED, Traits.FOLLOW_UP_LAPSED,
        Traits.ANSWER_LAPSED);

    private final PlaybookDefinition definition;
    private final List<Guardrail> floor;
    private final List<String> problems = new ArrayList<>();

    private Laws(PlaybookDefinition definition, List<Guardrail> floor) {
        this.definition = definition;
        this.floor = floor;
    }

    /**
     * Which laws a playbook breaks.
     *
     * @param playbook compiled
     * @param floor    the guardrails under every playbook
     * @return each as a sentence that names the rows, the law's sources and the remedy; empty if none is broken
     */
    public static List<String> problems(Playbook playbook, List<Guardrail> floor) {
        Laws laws = new Laws(playbook.definition(), floor);
        laws.blindToFault();
        laws.ownerIsNeverLost();
        laws.floorIsWhole();
        laws.wordsAreJudged();
        laws.machinesCountForNothing();
        laws.apologyIsNotWaived();
        laws.reportsAreTakenAlways();
        laws.deliveryIsANewTurn();
        laws.dutiesAreSeen();
        laws.sameOnEveryChannel();
        laws.nobodyHasToWait();
        return laws.problems;
    }

    /** Nothing is relaxed by fault, intent or kind of problem, and no apology admits liability. */
    private void blindToFault() {
        for (Transition row : definition.transitions()) {
            Stream.of(terms(row.when()), row.sets().stream(), row.clears().stream()).flatMap(terms -> terms)
                .filter(term -> BLIND_TO.matcher(term.name()).matches()).forEach(term -> problems.add("Row " + row.id() + " reads or sets "
                    + term.name() + ". What is owed to a customer depends on neither fault nor kind of problem " + Law.BLIND_TO_FAULT.cited() + ": take it out."));
        }
        for (Guardrail rule : definition.guardrails()) {
            Stream.of(terms(rule.when()), rule.needsAll().stream(), rule.needsAny().stream(), rule.bars().stream())
                .flatMap(terms -> terms).filter(term -> BLIND_TO.matcher(term.name()).matches())
                .forEach(term -> problems.add("Guardrail " + rule.id() + " reads " + term.name() + ". What is owed to a customer depends on"
                    + " neither fault nor kind of problem " + Law.BLIND_TO_FAULT.cited() + ": take it out."));
        }
    }

    private static Stream<Term> terms(Condition condition) {
        return Stream.concat(condition.present().stream(), condition.absent().stream());
    }

    /** Nothing takes the owner away, and no escalation or help touches the duties. */
    private void ownerIsNeverLost() {
        Set<Step> helping = EnumSet.of(Step.ESCALATE, Step.INVOLVE, Step.DISMISS_HELPER, Step.NUDGE, Step.REASSIGN, Step.TRANSFER);
        Set<Fact> duties = Set.of(Facts.FOLLOW_UP_SET, Facts.PROMISE_OPEN, Facts.DELIVERY_CHECK_OPEN, Facts.CHECK_BACK_SET,
            Facts.BAD_NEWS_OWED, Facts.ISSUE_OPEN);
        for (Transition row : definition.transitions()) {
            if (row.clears().contains(Facts.OWNER_NAMED)) {
                problems.add("Row " + row.id() + " leaves the case without an owner " + Law.OWNER_IS_NEVER_LOST.cited() + ": do not clear OWNER_NAMED.");
            }
            if (helping.contains(row.step())) {
                row.clears().stream().filter(duties::contains).forEach(duty -> problems.add("Row " + row.id() + " clears " + duty
                    + ", but a duty survives escalation, help and hand-over " + Law.OWNER_IS_NEVER_LOST.cited() + ": do not clear it."));
            }
        }
    }

    /** The floor stays as it is, in every team. */
    private void floorIsWhole() {
        for (Guardrail rule : floor) {
            String sources = " (" + String.join(", ", rule.sources()) + ")";
            boolean lowered = definition.guardrails().stream().anyMatch(one -> one.level() != rule.level() && one.at(rule.level()).equals(rule));
            if (lowered) {
                problems.add("The guardrail " + rule.id() + sources + " of the floor no longer refuses: its level was changed. Remove that level.");
            } else if (!definition.guardrails().contains(rule)) {
                problems.add("The guardrail " + rule.id() + sources + " of the floor is missing or was changed. Start from"
                    + " Playbooks.onTheFloor(…) or a shipped playbook, and leave it as it is; add a guardrail of your own beside it.");
            }
            definition.teamLevels().forEach((team, levels) -> {
                if (levels.getOrDefault(rule.id(), Level.REFUSE) != Level.REFUSE) {
                    problems.add("Team " + team + " lowers " + rule.id() + sources + ", which belongs to the floor: it refuses in every team."
                        + " Remove that level.");
                }
            });
        }
    }

    /** Whoever says it, to whomever, in whatever state, the words are judged. */
    private void wordsAreJudged() {
        Set<Step> taken = new HashSet<>();
        definition.transitions().forEach(row -> taken.add(row.step()));
        for (Step step : taken) {
            judged(step, step.isSpeech() || step.kind() == Step.Kind.INTERNAL, "courteous-to-the-end", Traits.DISCOURTEOUS);
            judged(step, step.isSpeech() || step.kind() == Step.Kind.INTERNAL, "right-attitude", Traits.WRONG_ATTITUDE);
            judged(step, step.isSpeech(), "positive-tone", Traits.NEGATIVE_TONE);
        }
    }

    private void judged(Step step, boolean spoken, String id, Term bars) {
        boolean judged = definition.guardrails().stream().anyMatch(rule -> rule.watches().contains(step) && rule.bars().contains(bars)
            && rule.when().equals(Condition.ALWAYS) && rule.states().size() == RecoveryState.values().length);
        if (spoken && !judged) {
            problems.add("The words of " + step + " are not judged for " + bars.name() + " in every state " + Law.WORDS_ARE_JUDGED.cited() + ". Let " + id
                + " watch it.");
        }
    }

    /** An automatic reply answers nobody: it sets no fact, clears none, and leads nowhere. */
    private void machinesCountForNothing() {
        for (Transition row : definition.transitions()) {
            if (row.step() == Step.SEND_AUTOMATIC_REPLY && (!row.sets().isEmpty() || !row.clears().isEmpty() || row.to() != row.from())) {
                problems.add("Row " + row.id() + " brings something about, but a machine's message counts for nothing "
                    + Law.MACHINES_COUNT_FOR_NOTHING.cited() + ": let it set, clear and change nothing.");
            }
        }
    }

    /** Where a playbook requires an apology or feelings, no waiver removes it. */
    private void apologyIsNotWaived() {
        for (Guardrail rule : definition.guardrails()) {
            boolean heart = rule.needsAll().contains(Facts.APOLOGY_GIVEN) || rule.needsAll().contains(Facts.FEELINGS_TENDED)
                || rule.needsAny().contains(Facts.FEELINGS_TENDED);
            if (heart && rule.waivableBy().isPresent()) {
                problems.add("Guardrail " + rule.id() + " can be waived, but it asks for an apology or for feelings " + Law.APOLOGY_IS_NOT_WAIVED.cited() + ". Nobody may"
                    + " waive those: remove the role.");
            }
        }
    }

    /** What happened is never refused: every report has a row in every state, for every case. */
    private void reportsAreTakenAlways() {
        for (Step step : Step.values()) {
            if (!step.isReport()) {
                continue;
            }
            for (RecoveryState state : RecoveryState.values()) {
                if (definition.transitions().stream().noneMatch(row -> row.step() == step && row.from() == state)) {
                    problems.add("There is no row for " + step + " in " + state + ", but what happened must always be taken " + Law.REPORTS_ARE_TAKEN.cited() + ". Add one.");
                }
            }
        }
    }

    /** What was asked, answered and followed up before a delivery or a reopening says nothing about what comes after it. */
    private void deliveryIsANewTurn() {
        Set<Fact> turn = Set.of(Facts.FOLLOWED_UP, Facts.SATISFACTION_ASKED, Facts.ANYTHING_ELSE_ASKED, Facts.CUSTOMER_SATISFIED,
            Facts.CUSTOMER_DISSATISFIED);
        for (Transition row : definition.transitions()) {
            if (row.step() == Step.RECORD_DELIVERY || row.step() == Step.REOPEN) {
                turn.stream().filter(fact -> !row.clears().contains(fact)).sorted((one, other) -> one.name().compareTo(other.name()))
                    .forEach(fact -> problems.add("Row " + row.id() + " does not forget " + fact + ", but a delivery and a reopening are a new turn"
                        + " " + Law.DELIVERY_IS_A_NEW_TURN.cited() + ": let it clear that."));
            }
        }
    }

    /** What somebody takes on is seen by the rules that ask whether anything is open. */
    private void dutiesAreSeen() {
        Map<Step, Fact> opens = Map.of(Step.MAKE_PROMISE, Facts.PROMISE_OPEN, Step.SCHEDULE_FOLLOW_UP, Facts.FOLLOW_UP_SET,
            Step.SCHEDULE_CHECK_BACK, Facts.CHECK_BACK_SET, Step.REPORT_ISSUE, Facts.ISSUE_OPEN, Step.RAISE_UNCLEAR_POINT, Facts.POINT_UNCLEAR);
        for (Transition row : definition.transitions()) {
            Fact fact = opens.get(row.step());
            if (fact != null && !row.sets().contains(fact)) {
                problems.add("Row " + row.id() + " does not set " + fact + ", but the ledger has an open entry then " + Law.DUTIES_ARE_SEEN.cited() + ": let it set that.");
            }
        }
    }

    /** However the customer came and is spoken to, the same is owed before a case moves on or ends. */
    private void sameOnEveryChannel() {
        for (Guardrail rule : definition.guardrails()) {
            Set<Step> onward = EnumSet.copyOf(rule.watches());
            onward.retainAll(ONWARD);
            terms(rule.when()).filter(CHANNEL::contains).filter(term -> !onward.isEmpty()).forEach(term -> problems.add("Guardrail " + rule.id()
                + " asks for something at " + onward + " depending on " + term.name() + ". What is owed is the same on every channel "
                + Law.SAME_ON_EVERY_CHANNEL.cited() + ": take the channel out."));
        }
        for (Transition row : definition.transitions()) {
            row.when().present().stream().filter(CHANNEL::contains).filter(term -> definition.transitions().stream().noneMatch(other ->
                other.step() == row.step() && other.from() == row.from() && other.when().absent().contains(term))).forEach(term ->
                    problems.add("Row " + row.id() + " is only there with " + term.name() + ". The procedure is the same on every channel "
                        + Law.SAME_ON_EVERY_CHANNEL.cited() + ": add one for when it is not so."));
        }
    }

    /** A problem that is fixed at once and one that takes weeks go the same steps; only silence takes time. */
    private void nobodyHasToWait() {
        for (Guardrail rule : definition.guardrails()) {
            Set<Term> waits = new LinkedHashSet<>(rule.needsAll());
            if (rule.needsAny().stream().allMatch(LAPSES::contains)) {
                waits.addAll(rule.needsAny());
            }
            waits.retainAll(LAPSES);
            if (!waits.isEmpty() && !rule.watches().equals(Set.of(Step.CLOSE_AS_UNANSWERED))) {
                problems.add("Guardrail " + rule.id() + " needs " + names(waits) + ", so that time has to pass first. Quick and slow ways have the same"
                    + " steps " + Law.NOBODY_HAS_TO_WAIT.cited() + ": let a deadline remind of it instead.");
            }
        }
    }

    private static String names(Set<Term> terms) {
        return String.join(", ", terms.stream().map(Term::name).toList());
    }
}
