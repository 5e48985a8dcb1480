package org.servicerecovery.rules;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.servicerecovery.model.Transition;

/**
 * Which facts a case can have in a state, and which it cannot be without, each fact judged by itself. Coarse, on the generous
 * side; but a slip that is noticed only in a situation that fails even this is noticed by no history.
 */
final class Possible {
    /** What comes with an adopted ticket or a duplicate, besides what can be attested. */
    private static final Set<Fact> BROUGHT_ALONG = Set.of(Facts.ISSUE_OPEN, Facts.POINT_UNCLEAR, Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET,
        Facts.CHECK_BACK_SET, Facts.DELIVERY_CHECK_OPEN, Facts.BAD_NEWS_OWED);

    private final PlaybookDefinition standard;
    private final Map<RecoveryState, Set<Fact>> may = new EnumMap<>(RecoveryState.class);
    private final Map<RecoveryState, Set<Fact>> must = new EnumMap<>(RecoveryState.class);

    Possible(PlaybookDefinition standard) {
        this.standard = standard;
        may.put(RecoveryState.AWAITING, new HashSet<>());
        must.put(RecoveryState.AWAITING, new HashSet<>());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Transition row : standard.transitions()) {
                grew |= may.containsKey(row.from()) && may.get(row.from()).containsAll(facts(row.when().present())) && take(row);
            }
        }
    }

    private boolean take(Transition row) {
        Set<Fact> after = new HashSet<>(may.get(row.from()));
        Set<Fact> sure = new HashSet<>(must.get(row.from()));
        sure.addAll(asked(row));
        after.removeAll(row.clears());
        sure.removeAll(row.clears());
        after.addAll(row.sets());
        sure.addAll(row.sets());
        if (row.step() == Step.ADOPT) {
            Facts.all().stream().filter(Fact::attestable).forEach(after::add);
            sure.addAll(standing(row.to()));
        }
        if (row.step() == Step.ADOPT || row.step() == Step.ABSORB) {
            after.addAll(BROUGHT_ALONG);
        }
        if (row.step() == Step.CORRECT) {
            // It may take back anything, but the case falls back to where what is left allows.
            sure.retainAll(standing(row.to()));
        }
        boolean grew = may.computeIfAbsent(row.to(), state -> new HashSet<>()).addAll(after);
        // OPENED is left out: nothing is asked of what is no case.
        sure.remove(Facts.OPENED);
        return must.containsKey(row.to()) ? must.get(row.to()).retainAll(sure) || grew : must.put(row.to(), sure) == null;
    }

    /** What must hold for the row to be taken: its own conditions, and whatever nobody can waive. */
    private Set<Fact> asked(Transition row) {
        Set<Fact> asked = facts(row.when().present());
        for (Guardrail rule : standard.guardrails()) {
            if (rule.watches().contains(row.step()) && rule.states().contains(row.from()) && rule.level() == Level.REFUSE
                && rule.waivableBy().isEmpty() && rule.when().equals(Condition.ALWAYS)) {
                asked.addAll(facts(rule.needsAll()));
            }
        }
        return asked;
    }

    private Set<Fact> standing(RecoveryState state) {
        Set<Fact> needs = new HashSet<>();
        standard.standing().forEach((earlier, facts) -> {
            if (earlier.ordinal() <= state.ordinal()) {
                needs.addAll(facts);
            }
        });
        return needs;
    }

    private static Set<Fact> facts(Set<? extends Term> terms) {
        Set<Fact> facts = new HashSet<>();
        terms.stream().filter(Fact.class::isInstance).map(Fact.class::cast).forEach(facts::add);
        return facts;
    }

    /** What cannot be about a situation; empty if nothing is seen to be. */
    List<String> wrongWith(Situation situation) {
        Set<Fact> extra = new HashSet<>(situation.facts());
        extra.removeAll(may.get(situation.state()));
        Set<Fact> lacking = new HashSet<>(must.get(situation.state()));
        lacking.removeAll(situation.facts());
        return Stream.concat(extra.stream().map(fact -> "has " + fact), lacking.stream().map(fact -> "lacks " + fact))
            .sorted().toList();
    }
}
