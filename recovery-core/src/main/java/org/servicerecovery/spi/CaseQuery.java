package org.servicerecovery.spi;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;

/**
 * Which cases to list, in which order, and from where on: pages are asked for by the last line of the page before, so that each costs
 * the same however far one reads, and a case that comes or goes meanwhile moves no other. Immutable; the methods return changed copies.
 *
 * @param owner    only this one's; an empty text means cases that nobody owns
 * @param states   only in these states; empty for all
 * @param customer only of this customer
 * @param mood     only if the last reading is at least this; a case whose mood was never read is not
 * @param dueBy    only those with a rung that comes then or earlier
 * @param byDue    in the order of what falls due next (those with nothing due come last), otherwise by id
 * @param archived also those in the archive; a store that has none ignores it
 * @param after    only those after this line, in the order asked for
 * @param limit    at most so many, 1 to {@value #MOST}
 */
public record CaseQuery(Optional<String> owner, Set<RecoveryState> states, Optional<String> customer, Optional<Mood> mood,
                        Optional<Instant> dueBy, boolean byDue, boolean archived, Optional<CaseSummary> after, int limit) {
    /** The longest page. */
    public static final int MOST = 1_000;

    /**
     * @throws InvalidInputException if a part is null or the limit is outside 1 to {@value #MOST}
     */
    public CaseQuery {
        if (owner == null || states == null || customer == null || mood == null || dueBy == null || after == null) {
            throw new InvalidInputException("A part of the query is null. Start from CaseQuery.all() and leave out what does not matter.");
        }
        if (limit < 1 || limit > MOST) {
            throw new InvalidInputException("A page has 1 to " + MOST + " cases, but " + limit + " were asked for. Ask for the next page with after(…).");
        }
        states = Set.copyOf(states);
    }

    /**
     * Every case that is not archived, by id, a hundred at a time.
     *
     * @return a query
     */
    public static CaseQuery all() {
        return new CaseQuery(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), 100);
    }

    /**
     * Only this owner's.
     *
     * @param name empty for cases that nobody owns
     * @return a copy
     */
    public CaseQuery ownedBy(String name) {
        return new CaseQuery(Optional.of(name), states, customer, mood, dueBy, byDue, archived, after, limit);
    }

    /**
     * Only in these states.
     *
     * @param first one
     * @param more  others
     * @return a copy
     */
    public CaseQuery in(RecoveryState first, RecoveryState... more) {
        return new CaseQuery(owner, EnumSet.of(first, more), customer, mood, dueBy, byDue, archived, after, limit);
    }

    /**
     * Only cases that have not ended.
     *
     * @return a copy
     */
    public CaseQuery open() {
        Set<RecoveryState> open = EnumSet.allOf(RecoveryState.class);
        open.removeIf(RecoveryState::isEnd);
        return new CaseQuery(owner, open, customer, mood, dueBy, byDue, archived, after, limit);
    }

    /**
     * Only of this customer.
     *
     * @param name the host's identifier
     * @return a copy
     */
    public CaseQuery of(String name) {
        return new CaseQuery(owner, states, Optional.of(name), mood, dueBy, byDue, archived, after, limit);
    }

    /**
     * Only where the customer was at least so heated at the last reading.
     *
     * @param threshold the mood
     * @return a copy
     */
    public CaseQuery atLeast(Mood threshold) {
        return new CaseQuery(owner, states, customer, Optional.of(threshold), dueBy, byDue, archived, after, limit);
    }

    /**
     * Only where something falls due by then.
     *
     * @param when inclusive
     * @return a copy
     */
    public CaseQuery dueBy(Instant when) {
        return new CaseQuery(owner, states, customer, mood, Optional.of(when), byDue, archived, after, limit);
    }

    /**
     * What falls due next comes first.
     *
     * @return a copy
     */
    public CaseQuery dueFirst() {
        return new CaseQuery(owner, states, customer, mood, dueBy, true, archived, after, limit);
    }

    /**
     * Also those in the archive.
     *
     * @return a copy
     */
    public CaseQuery withArchived() {
        return new CaseQuery(owner, states, customer, mood, dueBy, byDue, true, after, limit);
    }

    /**
     * The next page.
     *
     * @param last the last line of the page before
     * @return a copy
     */
    public CaseQuery after(CaseSummary last) {
        return new CaseQuery(owner, states, customer, mood, dueBy, byDue, archived, Optional.of(last), limit);
    }

    /**
     * Of another length.
     *
     * @param most 1 to {@value #MOST}
     * @return a copy
     */
    public CaseQuery atMost(int most) {
        return new CaseQuery(owner, states, customer, mood, dueBy, byDue, archived, after, most);
    }

    /**
     * The order asked for.
     *
     * @return by due instant and id, or by id
     */
    public Comparator<CaseSummary> order() {
        Comparator<CaseSummary> byId = Comparator.comparing(CaseSummary::id);
        return byDue ? Comparator.comparing(CaseSummary::nextDue).thenComparing(byId) : byId;
    }

    /**
     * Whether a case belongs on the pages, wherever they begin: for stores that filter by themselves.
     *
     * @param line the case
     * @return true if every condition holds, {@link #after} among them
     */
    public boolean fits(CaseSummary line) {
        return owner.filter(name -> !name.equals(line.owner())).isEmpty() && (states.isEmpty() || states.contains(line.state()))
            && customer.filter(name -> !name.equals(line.customer())).isEmpty()
            && mood.filter(threshold -> line.mood().filter(read -> read.atLeast(threshold)).isEmpty()).isEmpty()
            && dueBy.filter(when -> line.nextDue().isAfter(when)).isEmpty()
            && after.filter(last -> order().compare(line, last) <= 0).isEmpty();
    }
}
