package org.servicerecovery.figures;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.servicerecovery.model.CaseEvent;

/**
 * Feelings against fix, over finished cases. Emotion acts and acts on the fix are those of {@code Step.tendsFeelings()} and
 * {@code Step.worksOnFix()}. The working time told with a command counts once for the command, for the feelings if it has
 * emotion acts, for the fix if it has acts on the fix; between both it is shared in proportion to their number. Left out: open
 * cases, merged duplicates, and all time of commands with neither. Acts count although their entry was taken back: they were
 * done. Of an adopted case, what was done here counts. Immutable.
 *
 * @param byActs      (D15) cases with at least as many emotion acts as acts on the fix, of the cases with any of either
 * @param withoutActs finished cases left out of {@code byActs}, because they have none of either
 * @param byTime      (A21) cases with at least as much told time on feelings as on the fix, of the cases with any of either
 * @param withoutTime finished cases left out of {@code byTime}, because nobody told the time
 * @param feelingActs emotion acts of all finished cases
 * @param fixActs     acts on the fix of all finished cases
 * @param feelingTime told time on feelings of all finished cases
 * @param fixTime     told time on the fix of all finished cases
 * @param unfinished  open cases left out
 */
public record Balance(Share byActs, long withoutActs, Share byTime, long withoutTime, long feelingActs, long fixActs,
                      Duration feelingTime, Duration fixTime, long unfinished) {

    /** Counts. */
    static final class Count {
        /** What a case counts at most for one command, as in the case itself: 34 years. */
        private static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE / 2);
        private long noLessActs;
        private long noLessTime;
        private long finished;
        private long withoutActs;
        private long withoutTime;
        private long unfinished;
        private Work all = new Work();

        /** What was done in one command, one case or all. */
        private static final class Work {
            private long feelingActs;
            private long fixActs;
            private Duration feelingTime = Duration.ZERO;
            private Duration fixTime = Duration.ZERO;

            void add(Work other) {
                feelingActs += other.feelingActs;
                fixActs += other.fixActs;
                feelingTime = feelingTime.plus(other.feelingTime);
                fixTime = fixTime.plus(other.fixTime);
            }

            void share(Duration spent) {
                if (feelingActs + fixActs > 0) {
                    Duration told = spent.compareTo(MOST) > 0 ? MOST : spent;
                    feelingTime = told.multipliedBy(feelingActs).dividedBy(feelingActs + fixActs);
                    fixTime = told.minus(feelingTime);
                }
            }
        }

        void add(History history) {
            if (!history.state().isEnd()) {
                unfinished++;
                return;
            }
            finished++;
            Work work = work(history);
            all.add(work);
            withoutActs += work.feelingActs + work.fixActs == 0 ? 1 : 0;
            noLessActs += work.feelingActs + work.fixActs > 0 && work.feelingActs >= work.fixActs ? 1 : 0;
            boolean told = !work.feelingTime.isZero() || !work.fixTime.isZero();
            withoutTime += told ? 0 : 1;
            noLessTime += told && work.feelingTime.compareTo(work.fixTime) >= 0 ? 1 : 0;
        }

        private static Work work(History history) {
            Map<String, Work> commands = new HashMap<>();
            Map<String, Duration> spent = new HashMap<>();
            for (CaseEvent event : history.events()) {
                Work command = commands.computeIfAbsent(event.commandId(), id -> new Work());
                command.feelingActs += event.step().tendsFeelings() ? 1 : 0;
                command.fixActs += event.step().worksOnFix() ? 1 : 0;
                spent.put(event.commandId(), event.spent());
            }
            Work sum = new Work();
            commands.forEach((id, command) -> {
                command.share(spent.get(id));
                sum.add(command);
            });
            return sum;
        }

        Balance figure() {
            return new Balance(new Share(noLessActs, finished - withoutActs), withoutActs, new Share(noLessTime, finished - withoutTime),
                withoutTime, all.feelingActs, all.fixActs, all.feelingTime, all.fixTime, unfinished);
        }
    }
}
