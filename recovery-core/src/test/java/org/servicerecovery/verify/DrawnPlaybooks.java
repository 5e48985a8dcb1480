package org.servicerecovery.verify;

import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;

/** Small playbooks drawn by lot, mostly nonsense: what nobody would think of writing down. The same seed draws the same one. */
final class DrawnPlaybooks {
    private static final List<RecoveryState> STATES = List.of(AWAITING, AWAITING, LISTENING, LISTENING, SOLVING, SOLVING, RECOVERED, WITHDRAWN);
    private static final List<Step> STEPS = List.of(OPEN, OPEN, ADOPT, TAKE_OWNERSHIP, APOLOGISE, CORRECT, RECORD_FACT, TRANSFER, REOPEN,
        CLOSE_AS_RECOVERED, CLOSE_AS_RECOVERED, CLOSE_AS_WITHDRAWN, REPORT_WITHDRAWAL, MERGE);
    private static final Fact OWN = Fact.named("OWN");
    private static final Fact OTHER = Fact.named("OTHER");
    private static final List<Fact> FACTS = List.of(Facts.OPENED, Facts.OWNER_NAMED, Facts.APOLOGY_GIVEN, Facts.PROMISE_OPEN,
        Facts.CUSTOMER_HAS_FLOOR, OWN, OTHER);
    private static final List<Term> TERMS = List.of(Facts.OPENED, Facts.OWNER_NAMED, Facts.APOLOGY_GIVEN, Facts.PROMISE_OPEN,
        Facts.CUSTOMER_HAS_FLOOR, OWN, OTHER, Traits.BY_OWNER, Traits.SAYS_EMPATHY, Traits.STANDS_IN_AWAITING, Traits.STANDS_IN_LISTENING,
        Traits.STANDS_IN_SOLVING);

    private final Random lot;
    private final List<Transition> rows = new ArrayList<>();

    private DrawnPlaybooks(long seed) {
        lot = new Random(seed);
    }

    static SmallPlaybook drawn(long seed) {
        return new DrawnPlaybooks(seed).playbook(seed);
    }

    private SmallPlaybook playbook(long seed) {
        SmallPlaybook drawn = new SmallPlaybook("drawn-" + seed, "whatever the lot gives").declares(OWN, OTHER);
        int many = 6 + lot.nextInt(10);
        rows.add(new Transition("row-0", AWAITING, REMARK, condition(0), LISTENING, Set.of(Facts.OWNER_NAMED), Set.of()));
        for (int i = 1; i < many; i++) {
            add(i);
        }
        drawn.rows(rows);
        List<Step> taken = rows.stream().map(Transition::step).distinct().filter(step -> !step.isReport()).toList();
        for (int i = 0; i < lot.nextInt(5); i++) {
            String id = "rule-" + i;
            drawn.rule(id, Level.values()[lot.nextInt(8) % 5 % 4], rule -> rule(rule, taken));
            if (lot.nextInt(4) == 0) {
                drawn.level("team", id, one(List.of(Level.values())));
            }
        }
        if (lot.nextBoolean()) {
            drawn.standing(LISTENING, one(FACTS));
        }
        if (lot.nextBoolean()) {
            drawn.standing(SOLVING, one(FACTS));
        }
        for (RecoveryState state : List.of(AWAITING, SOLVING, RECOVERED)) {
            Condition never = condition(3);
            never.present().stream().filter(Fact.class::isInstance).findFirst().ifPresent(fact ->
                drawn.never(new Property("never-in-" + state, "It is so.", state, new Condition(Set.of(fact), Set.of()))));
        }
        for (int i = 0; i < lot.nextInt(3); i++) {
            Deadline.Builder clock = Deadline.named("clock-" + i);
            clock = lot.nextInt(3) == 0 ? clock.startsWith(one(STEPS)) : clock.startsWhen(one(FACTS));
            drawn.clocks(SmallPlaybooks.clock(switch (lot.nextInt(5)) {
                case 0 -> clock.metWith(one(STEPS));
                case 1, 2 -> clock.metWhenNoLonger(one(FACTS));
                default -> clock.metWhen(one(FACTS), one(FACTS));
            }));
        }
        return drawn;
    }

    /** A row, if what was drawn can stand beside the others. */
    private void add(int number) {
        RecoveryState from = one(STATES);
        RecoveryState to = lot.nextInt(3) == 0 ? from : one(STATES);
        Step step = one(STEPS);
        Condition when = condition(3);
        Set<Fact> sets = lot.nextInt(3) > 0 ? Set.of(one(FACTS)) : Set.of();
        Set<Fact> clears = lot.nextInt(4) == 0 ? Set.of(one(FACTS)) : Set.of();
        boolean told = step == ADOPT || step == RECORD_FACT;
        boolean fits = (from == to || !from.isEnd() || step == REOPEN) && (from == to || !to.isEnd() || !step.isReport())
            && sets.stream().noneMatch(clears::contains) && !(told && !clears.isEmpty())
            && rows.stream().noneMatch(row -> row.from() == from && row.step() == step);
        if (fits) {
            rows.add(new Transition("row-" + number, from, step, when, to, sets, clears));
        }
    }

    private Guardrail.Builder rule(Guardrail.Builder rule, List<Step> taken) {
        rule.watches(one(taken), one(taken)).when(condition(2).present().toArray(new Term[0]));
        switch (lot.nextInt(3)) {
            case 0 -> rule.needs(one(TERMS));
            case 1 -> rule.needsAny(one(TERMS), one(TERMS));
            default -> rule.bars(one(TERMS));
        }
        return lot.nextInt(4) == 0 ? rule.waivableBy("supervisor") : rule;
    }

    private Condition condition(int most) {
        Condition condition = Condition.ALWAYS;
        for (int i = 0; i < most; i++) {
            Term term = one(TERMS);
            boolean mentioned = condition.present().contains(term) || condition.absent().contains(term);
            condition = mentioned || lot.nextBoolean() ? condition : lot.nextBoolean() ? condition.and(term) : condition.without(term);
        }
        return condition;
    }

    private <T> T one(List<T> items) {
        return items.get(lot.nextInt(items.size()));
    }
}
