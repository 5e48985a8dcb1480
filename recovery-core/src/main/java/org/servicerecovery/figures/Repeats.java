package org.servicerecovery.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Customers who complain again (B53): the aim is to have fewer of them. Customers are told apart by their ids, as
 * {@code OPEN} and {@code ADOPT} have them. Left out: merged duplicates, which are the same complaint. Withdrawn cases count: the
 * customer did complain. A case that is reopened is one case. Immutable.
 *
 * @param repeaters        customers with more than one case, of all customers
 * @param casesPerRepeater cases of such customers, by their number; at least 2, empty if there are none
 * @param recurrences      cases that were opened after any other case of the same customer had been closed as {@code RECOVERED},
 *                         also if that one was reopened since; of all cases but the adopted ones, whose opening is not known. What
 *                         was recovered in an adopted case counts
 */
public record Repeats(Share repeaters, OptionalDouble casesPerRepeater, Share recurrences) {

    /** Keeps the dates at which each customer's cases were opened: which of them came after a recovery shows in the end only. */
    static final class Count {
        private final Map<String, Customer> customers = new HashMap<>();

        private static final class Customer {
            private final List<Instant> opened = new ArrayList<>(1);
            private int cases;
            private Instant recovered = Instant.MAX;
        }

        void add(History history) {
            Customer customer = customers.computeIfAbsent(history.customer(), id -> new Customer());
            customer.cases++;
            if (!history.adopted()) {
                customer.opened.add(history.opened());
            }
            history.first(History::recovers).map(event -> event.occurredAt()).filter(at -> at.isBefore(customer.recovered))
                .ifPresent(at -> customer.recovered = at);
        }

        Repeats figure() {
            long repeaters = 0;
            long theirs = 0;
            long opened = 0;
            long after = 0;
            for (Customer customer : customers.values()) {
                if (customer.cases > 1) {
                    repeaters++;
                    theirs += customer.cases;
                }
                opened += customer.opened.size();
                // Its own recovery never lies before its opening, so that only another case's can.
                after += customer.opened.stream().filter(customer.recovered::isBefore).count();
            }
            return new Repeats(new Share(repeaters, customers.size()),
                repeaters == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) theirs / repeaters), new Share(after, opened));
        }
    }
}
