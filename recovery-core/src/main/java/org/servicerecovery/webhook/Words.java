package org.servicerecovery.webhook;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.RecoveryAction;

/** What is said in words: an action has one text at most, whatever it calls it. */
final class Words {
    private static final Map<Class<?>, Wording<?>> NOTES = List.<Wording<?>>of(
        new Wording<>(Act.class, Act::note),
        new Wording<>(Actions.Open.class, Actions.Open::problem),
        new Wording<>(Actions.Adopt.class, Actions.Adopt::problem),
        new Wording<>(Actions.Migrate.class, Actions.Migrate::reason),
        new Wording<>(Actions.EndContact.class, Actions.EndContact::summary),
        new Wording<>(Actions.ReportAnswer.class, Actions.ReportAnswer::words),
        new Wording<>(Actions.RecordLimits.class, Actions.RecordLimits::limits),
        new Wording<>(Actions.RecordFact.class, Actions.RecordFact::note),
        new Wording<>(Duties.TakeOn.class, Duties.TakeOn::what),
        new Wording<>(Duties.Discharge.class, Duties.Discharge::evidence),
        new Wording<>(Duties.Renegotiate.class, Duties.Renegotiate::what),
        new Wording<>(Duties.Raise.class, Duties.Raise::what),
        new Wording<>(Duties.Settle.class, Duties.Settle::how),
        new Wording<>(Duties.Goodwill.class, Duties.Goodwill::what),
        new Wording<>(HandOvers.HandOver.class, HandOvers.HandOver::reason),
        new Wording<>(HandOvers.Involve.class, HandOvers.Involve::task),
        new Wording<>(HandOvers.Correct.class, HandOvers.Correct::reason),
        new Wording<>(Outcomes.Confidence.class, Outcomes.Confidence::note),
        new Wording<>(Outcomes.Advocacy.class, Outcomes.Advocacy::note),
        new Wording<>(Outcomes.Outcome.class, Outcomes.Outcome::note)
    ).stream().collect(Collectors.toUnmodifiableMap(wording -> wording.type(), wording -> wording));

    private record Wording<T extends RecoveryAction>(Class<T> type, Function<T, String> words) {
        String of(RecoveryAction action) {
            return words.apply(type.cast(action));
        }
    }

    private Words() {
    }

    /** Empty if the action says nothing in words. */
    static String of(RecoveryAction action) {
        Wording<?> wording = NOTES.get(action.getClass());
        return wording == null ? "" : wording.of(action);
    }

    static boolean hasWords(Class<?> action) {
        return NOTES.containsKey(action);
    }

    /** The customer's identifier; empty if the action does not say it. */
    static String customer(RecoveryAction action) {
        if (action instanceof Actions.Open open) {
            return open.customer();
        }
        return action instanceof Actions.Adopt adopt ? adopt.customer() : "";
    }
}
