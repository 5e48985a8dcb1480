package org.servicerecovery.verify;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/** Facts that come or go with an action and not with its row: what adopting attests, absorbing brings, correcting takes back. */
final class Told {
    private static final Set<Fact> DUTIES = Set.of(Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET, Facts.CHECK_BACK_SET);
    private static final Set<Fact> BROUGHT = Set.of(Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET, Facts.CHECK_BACK_SET,
        Facts.DELIVERY_CHECK_OPEN, Facts.BAD_NEWS_OWED, Facts.ISSUE_OPEN, Facts.POINT_UNCLEAR);

    private Told() {
    }

    static Set<Fact> by(Playbook playbook, Step step) {
        if (step == Step.ABSORB) {
            return BROUGHT;
        }
        if (step == Step.RECORD_FACT) {
            return Set.copyOf(playbook.definition().hostFacts());
        }
        if (step != Step.ADOPT) {
            return Set.of();
        }
        Set<Fact> facts = playbook.vocabulary().facts().all().stream().filter(Fact::attestable)
            .collect(Collectors.toCollection(LinkedHashSet::new));
        facts.addAll(DUTIES);
        return facts;
    }

    /** Whatever a correctable entry may have set; more rather than less, so that the proof errs on the safe side. */
    static Set<Fact> takenBack(Playbook playbook, Step step) {
        if (step != Step.CORRECT) {
            return Set.of();
        }
        Set<Fact> facts = new LinkedHashSet<>();
        playbook.definition().transitions().stream().filter(row -> row.step().isCorrectable())
            .forEach(row -> facts.addAll(row.sets()));
        facts.addAll(playbook.definition().hostFacts());
        facts.remove(Facts.FIRST_RESPONSE_GIVEN);
        return facts;
    }
}
