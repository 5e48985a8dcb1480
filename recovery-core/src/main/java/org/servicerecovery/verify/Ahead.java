package org.servicerecovery.verify;

import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Ledger;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/** How often a step must be taken until it is the last of its kind: rows know only whether it is. */
final class Ahead {
    private Ahead() {
    }

    static int times(Settings settings, RecoveryCase seen, Iterable<Trait> traits) {
        int times = 1;
        for (Trait trait : traits) {
            times = Math.max(times, until(settings, seen, trait));
        }
        return times;
    }

    private static int until(Settings settings, RecoveryCase seen, Trait trait) {
        Ledger ledger = seen.ledger();
        if (trait.equals(Traits.LAST_PROMISE)) {
            return ledger.open(Duty.Kind.PROMISE).size();
        } else if (trait.equals(Traits.LAST_DELIVERY_CHECK)) {
            return ledger.open(Duty.Kind.DELIVERY_CHECK).size();
        } else if (trait.equals(Traits.LAST_FOLLOW_UP)) {
            return ledger.open(Duty.Kind.FOLLOW_UP).size();
        } else if (trait.equals(Traits.LAST_CHECK_BACK)) {
            return ledger.open(Duty.Kind.CHECK_BACK).size();
        } else if (trait.equals(Traits.LAST_BAD_NEWS)) {
            return (int) ledger.duties().stream().filter(duty -> duty.status() == Duty.Status.UNTOLD).count();
        } else if (trait.equals(Traits.LAST_ISSUE)) {
            return ledger.open(Issue.Kind.COMPLAINT).size();
        } else if (trait.equals(Traits.LAST_UNCLEAR_POINT)) {
            return ledger.open(Issue.Kind.UNCLEAR_POINT).size();
        } else if (trait.equals(Traits.ENOUGH_OPEN_QUESTIONS)) {
            return settings.openQuestions() - seen.data().questions();
        } else if (trait.equals(Traits.THIRD_ATTEMPT)) {
            return settings.attempts() - seen.data().attempts();
        }
        return 1;
    }
}
