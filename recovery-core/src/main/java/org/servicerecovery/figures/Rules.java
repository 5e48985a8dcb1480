package org.servicerecovery.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Waiver;

/**
 * Which guardrails bite: where people go wrong in small ways, and so what to coach (D17). Refusals are in no history; only
 * those count that were handed to {@link FiguresCollector#refused}. Left out: advice, waivers and shadowed violations of merged
 * duplicates; refusals name no case, so theirs count. Immutable.
 *
 * @param refusals how many commands were refused, among those handed in
 * @param byRule   one for each guardrail that did anything, the busiest first, equals by id
 * @param reviewed ended cases with a review of the conduct (D17) that was not taken back and that no later reopening has outdated,
 *                 of the ended cases
 */
public record Rules(long refusals, List<ByRule> byRule, Share reviewed) {
    /** Copies the list. */
    public Rules {
        byRule = List.copyOf(byRule);
    }

    /**
     * What one guardrail did. Immutable.
     *
     * @param rule     its id; {@code not-here} and {@code waiver} for refusals by the procedure and for waivers that nobody may give
     * @param refused  commands that it refused, each once, alone or with others
     * @param advised  entries that it advised against
     * @param waived   entries for which it was waived
     * @param shadowed entries that violated it while it was only recorded
     */
    public record ByRule(String rule, long refused, long advised, long waived, long shadowed) {
        /**
         * All four together: what the list is sorted by.
         *
         * @return 1 or more
         */
        public long total() {
            return refused + advised + waived + shadowed;
        }
    }

    /** Counts. */
    static final class Count {
        private static final int REFUSED = 0;
        private static final int ADVISED = 1;
        private static final int WAIVED = 2;
        private static final int SHADOWED = 3;
        private final Map<String, long[]> rules = new HashMap<>();
        private long refusals;
        private long ended;
        private long reviewed;

        void refused(Decision decision) {
            count(decision.refusedBy().stream(), REFUSED);
            refusals++;
        }

        void add(History history) {
            for (CaseEvent event : history.events()) {
                count(event.advised().stream(), ADVISED);
                count(event.waivers().stream().map(Waiver::guardrail), WAIVED);
                count(event.shadowed().stream(), SHADOWED);
            }
            if (history.state().isEnd()) {
                ended++;
                reviewed += history.current(Step.REVIEW_CONDUCT).isPresent() ? 1 : 0;
            }
        }

        private void count(Stream<String> ids, int kind) {
            ids.distinct().forEach(id -> rules.computeIfAbsent(id, key -> new long[SHADOWED + 1])[kind]++);
        }

        Rules figure() {
            List<ByRule> all = rules.entrySet().stream().map(entry -> new ByRule(entry.getKey(), entry.getValue()[REFUSED],
                    entry.getValue()[ADVISED], entry.getValue()[WAIVED], entry.getValue()[SHADOWED]))
                .sorted(Comparator.comparingLong(ByRule::total).reversed().thenComparing(ByRule::rule)).toList();
            return new Rules(refusals, all, new Share(reviewed, ended));
        }
    }
}
