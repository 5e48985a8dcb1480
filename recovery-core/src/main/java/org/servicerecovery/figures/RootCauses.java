package org.servicerecovery.figures;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Step;

/**
 * Complaints as trends (B49): the root causes that were recorded (B50), ranked. Two notes name one cause if they are equal but for
 * blanks, line breaks and upper case. Counted is every entry of {@code RECORD_ROOT_CAUSE}, also several in one case and those
 * before a reopening. Left out: entries that were taken back, and merged duplicates. Immutable.
 *
 * @param ranked       one for each cause, the most frequent first, equals by name; without {@code none found}
 * @param noneFound    entries whose whole note is {@code none found} (B50)
 * @param unconsidered cases in which no such entry stands, open ones among them
 * @param trends       (B49) every threshold that was reached, in the order in which it was; the one figure that depends on the
 *                     order of collecting
 * @param untold       how many of the trends the host could not be told of: its callback threw
 */
public record RootCauses(List<Cause> ranked, long noneFound, long unconsidered, List<Trend> trends, long untold) {
    /** The note that says that there is no cause which the company should address (B50). */
    public static final String NONE_FOUND = "none found";

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Copies the lists. */
    public RootCauses {
        ranked = List.copyOf(ranked);
        trends = List.copyOf(trends);
    }

    /**
     * One cause. Immutable.
     *
     * @param name  its name: the note in lower case, on one line
     * @param share its entries, of all entries that name a cause
     * @param cases how many cases it was recorded in
     * @param first when it was first recorded, as it occurred
     * @param last  when it was last recorded, as it occurred
     */
    public record Cause(String name, Share share, long cases, Instant first, Instant last) {
    }

    /** By what two notes are the same cause. */
    static String name(String note) {
        String composed = Normalizer.normalize(note, Normalizer.Form.NFC);
        // Up first: some letters have several small forms, which only a common capital shows to be the same.
        return BLANKS.matcher(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Counts. */
    static final class Count {
        private final Map<String, Entries> causes = new HashMap<>();
        private long noneFound;
        private long unconsidered;

        private static final class Entries {
            private long count;
            private long cases;
            private Instant first = Instant.MAX;
            private Instant last = Instant.MIN;
        }

        /** Gives the causes of this case, each with the date of its first entry in it. */
        Map<String, Instant> add(History history) {
            List<CaseEvent> entries = history.standing().filter(event -> event.step() == Step.RECORD_ROOT_CAUSE).toList();
            unconsidered += entries.isEmpty() ? 1 : 0;
            Map<String, Instant> here = new LinkedHashMap<>();
            for (CaseEvent event : entries) {
                String name = name(((Act) event.action()).note());
                if (name.equals(NONE_FOUND)) {
                    noneFound++;
                } else {
                    Entries all = causes.computeIfAbsent(name, key -> new Entries());
                    Instant when = event.occurredAt();
                    all.count++;
                    all.cases += here.containsKey(name) ? 0 : 1;
                    all.first = when.isBefore(all.first) ? when : all.first;
                    all.last = when.isAfter(all.last) ? when : all.last;
                    here.merge(name, when, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
            return here;
        }

        RootCauses figure(List<Trend> trends, long untold) {
            long all = causes.values().stream().mapToLong(entries -> entries.count).sum();
            List<Cause> ranked = new ArrayList<>();
            causes.forEach((name, entries) -> ranked.add(new Cause(name, new Share(entries.count, all), entries.cases, entries.first,
                entries.last)));
            ranked.sort(Comparator.comparingLong((Cause cause) -> cause.share().count()).reversed().thenComparing(Cause::name));
            return new RootCauses(ranked, noneFound, unconsidered, trends, untold);
        }
    }
}
