package org.servicerecovery.figures;

import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;

/**
 * Figures over the histories of many cases: what the rulebook wants measured and no single case can show. Each figure's own type
 * defines it exactly, with its unit, what is left out and the row of the rulebook that asks for it; a figure over nothing is empty,
 * never NaN. They do not depend on the order of the histories, but for {@link RootCauses#trends()}. Merged duplicates are left out
 * everywhere, and counted here. Immutable and safe for many threads.
 *
 * @param cases      every case that was collected, merged duplicates among them
 * @param merged     merged duplicates
 * @param ends       how cases stand and ended, and what was saved (A22, A30, B51)
 * @param times      how long customers waited (A03, A06, E23)
 * @param easyFixes  how often the problem was easy to solve (A16)
 * @param balance    feelings against fix (A21, D15)
 * @param moods      the mood before and after (B52)
 * @param loyalty    confidence and advocacy (E32, E33)
 * @param rules      refusals, advice and waivers by guardrail (D17)
 * @param breaches   deadlines that were missed, the most frequent first, equals by id
 * @param rootCauses root causes, ranked (B49, B50)
 * @param repeats    customers who complain again (B53)
 */
public record RecoveryFigures(long cases, long merged, Ends ends, Times times, EasyFixes easyFixes, Balance balance, Moods moods,
                              Loyalty loyalty, Rules rules, List<Breaches> breaches, RootCauses rootCauses, Repeats repeats) {
    /** Copies the list. */
    public RecoveryFigures {
        breaches = List.copyOf(breaches);
    }

    /**
     * Over every case of a store, one history at a time. Refusals are in no history, so none are counted.
     *
     * @param store not null
     * @return the figures
     * @throws InvalidInputException if the store is null or a history in it is not one of {@link FiguresCollector#add}
     */
    public static RecoveryFigures of(CaseStore store) {
        if (store == null) {
            throw new InvalidInputException("The store must not be null. Hand in the one that the desk keeps its cases in.");
        }
        return of(store, CaseQuery.all().withArchived());
    }

    /**
     * Over the cases that a query finds, on all its pages, one history at a time.
     *
     * @param store not null
     * @param query which cases; not null
     * @return the figures
     * @throws InvalidInputException if a part is null or a history is not one of {@link FiguresCollector#add}
     */
    public static RecoveryFigures of(CaseStore store, CaseQuery query) {
        if (store == null || query == null) {
            throw new InvalidInputException("Neither the store nor the query may be null. Hand in CaseQuery.all() for every case.");
        }
        FiguresCollector collector = collector();
        CaseQuery pages = query.atMost(CaseQuery.MOST);
        for (List<CaseSummary> page = store.find(pages); !page.isEmpty(); page = store.find(pages.after(page.get(page.size() - 1)))) {
            page.forEach(line -> collector.add(store.history(line.id()), "The history of case " + line.id()));
        }
        return collector.figures();
    }

    /**
     * Over histories from anywhere, one at a time. Refusals are in no history, so none are counted.
     *
     * @param histories each the whole history of another case, the oldest event first; consumed, not closed
     * @return the figures
     * @throws InvalidInputException if the stream is null or a history in it is not one of {@link FiguresCollector#add}
     */
    public static RecoveryFigures of(Stream<List<CaseEvent>> histories) {
        if (histories == null) {
            throw new InvalidInputException("The stream of histories must not be null. Hand in an empty one if there are none.");
        }
        FiguresCollector collector = collector();
        histories.sequential().forEachOrdered(collector::add);
        return collector.figures();
    }

    /**
     * For histories that come one by one, for refusals, and for being told of trends.
     *
     * @return an empty collector
     */
    public static FiguresCollector collector() {
        return new FiguresCollector();
    }

    /**
     * All of it to read: plain text tables, at most 120 characters wide, lines ending in {@code \n}, dates in UTC. Long names are cut.
     *
     * @return never blank
     */
    public String report() {
        return new Report(this).text();
    }
}
