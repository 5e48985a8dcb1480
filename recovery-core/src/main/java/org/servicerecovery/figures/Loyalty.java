package org.servicerecovery.figures;

import java.util.OptionalDouble;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/**
 * Whether customers rely on the company again, and would say so. Of each case counts the last entry that was not taken back and
 * that no later reopening has outdated. A plain note is recorded, but states nothing that could be counted. Left out: merged
 * duplicates. Immutable.
 *
 * @param renewed              (E33) cases with renewed confidence, of the cases in which it is stated
 * @param confidenceUnstated   cases with a plain note on the confidence only
 * @param confidenceUnrecorded cases without an entry on the confidence, open ones among them
 * @param asked                (E32) cases in which a likelihood to recommend is stated
 * @param meanLikelihood       its mean, 0 to 10; empty if none is stated
 * @param advocacyUnstated     cases with a plain note on the advocacy only
 * @param advocacyUnrecorded   cases without an entry on the advocacy, open ones among them
 */
public record Loyalty(Share renewed, long confidenceUnstated, long confidenceUnrecorded, long asked, OptionalDouble meanLikelihood,
                      long advocacyUnstated, long advocacyUnrecorded) {

    /** Counts. */
    static final class Count {
        private long renewed;
        private long told;
        private long confidenceUnstated;
        private long confidenceUnrecorded;
        private long likelihood;
        private long asked;
        private long advocacyUnstated;
        private long advocacyUnrecorded;

        void add(History history) {
            RecoveryAction confidence = history.current(Step.RECORD_CONFIDENCE).orElse(null);
            if (confidence == null) {
                confidenceUnrecorded++;
            } else if (confidence instanceof Outcomes.Confidence stated) {
                told++;
                renewed += stated.renewed() ? 1 : 0;
            } else {
                confidenceUnstated++;
            }
            RecoveryAction advocacy = history.current(Step.RECORD_ADVOCACY).orElse(null);
            if (advocacy == null) {
                advocacyUnrecorded++;
            } else if (advocacy instanceof Outcomes.Advocacy stated) {
                asked++;
                likelihood += stated.likelihood();
            } else {
                advocacyUnstated++;
            }
        }

        Loyalty figure() {
            return new Loyalty(new Share(renewed, told), confidenceUnstated, confidenceUnrecorded, asked,
                asked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) likelihood / asked), advocacyUnstated, advocacyUnrecorded);
        }
    }
}
