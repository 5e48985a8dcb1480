package org.servicerecovery.figures;

import java.util.List;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/**
 * How often the problem itself was easy to solve (A16). Of the cases with a delivery on record, those with exactly one proposal,
 * since then no rejection and no dissatisfied answer, and at no time a helper, a hand-over (transfer or reassignment), an
 * escalation, a reopening or a broken promise. A promise is broken that lapsed, was told to be broken, or was kept past its date.
 * An entry that was taken back counts as never made. Left out: merged duplicates, cases without a delivery, and adopted cases,
 * because nobody here saw what was proposed before. Immutable.
 *
 * @param share       easy fixes, of the cases that delivered
 * @param undelivered cases left out because nothing was delivered
 * @param adopted     adopted cases left out
 */
public record EasyFixes(Share share, long undelivered, long adopted) {
    /** The share that the rulebook expects (A16), to compare with: four in five. */
    public static final double EXPECTED = 0.8;

    /** Counts. */
    static final class Count {
        private long easy;
        private long delivered;
        private long undelivered;
        private long adopted;

        void add(History history) {
            List<CaseEvent> standing = history.standing().toList();
            if (history.adopted()) {
                adopted++;
            } else if (standing.stream().noneMatch(event -> event.step() == Step.RECORD_DELIVERY)) {
                undelivered++;
            } else {
                delivered++;
                easy += isEasy(standing) ? 1 : 0;
            }
        }

        private static boolean isEasy(List<CaseEvent> standing) {
            int proposals = 0;
            for (CaseEvent event : standing) {
                proposals += event.step() == Step.PROPOSE_SOLUTION ? 1 : 0;
                // Before there is a proposal, nothing of ours is rejected.
                if (isHard(event) || proposals > 0 && isTurnedDown(event)) {
                    return false;
                }
            }
            return proposals == 1;
        }

        private static boolean isHard(CaseEvent event) {
            return switch (event.step()) {
                case INVOLVE, TRANSFER, REASSIGN, REOPEN, TELL_BROKEN_PROMISE -> true;
                case KEEP_PROMISE -> event.traits().contains(Traits.PAST_DUE);
                default -> event.sets().contains(Facts.ESCALATED) || isLapsedPromise(event);
            };
        }

        private static boolean isLapsedPromise(CaseEvent event) {
            return event.action() instanceof Actions.Lapse lapse && lapse.kind() == Deadline.Rung.Kind.BREACH
                && lapse.means().filter(Traits.PROMISE_LAPSED::equals).isPresent();
        }

        private static boolean isTurnedDown(CaseEvent event) {
            return event.step() == Step.REPORT_REJECTION || event.action() instanceof Actions.ReportAnswer answer && !answer.satisfied();
        }

        EasyFixes figure() {
            return new EasyFixes(new Share(easy, delivered), undelivered, adopted);
        }
    }
}
