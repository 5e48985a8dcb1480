package org.servicerecovery.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is owed on a case and what is to be settled. Facts such as {@link Facts#PROMISE_OPEN} mean "any open" here.
 * Immutable.
 *
 * @param duties every duty that was ever taken on, in order
 * @param issues every issue and unclear point that was ever raised, in order
 */
public record Ledger(List<Duty> duties, List<Issue> issues) {
    /** Nothing owed. */
    public static final Ledger EMPTY = new Ledger(List.of(), List.of());

    /** Copies the lists. */
    public Ledger {
        duties = List.copyOf(duties);
        issues = List.copyOf(issues);
    }

    /**
     * The open duties of one kind.
     *
     * @param kind which
     * @return in the order in which they were taken on
     */
    public List<Duty> open(Duty.Kind kind) {
        return duties.stream().filter(duty -> duty.kind() == kind && duty.status().isOpen()).toList();
    }

    /**
     * A duty.
     *
     * @param id its number
     * @return empty if there is none
     */
    public Optional<Duty> duty(int id) {
        for (Duty duty : duties) {
            if (duty.id() == id) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }

    /**
     * The open issues of one kind.
     *
     * @param kind which
     * @return in the order in which they were raised
     */
    public List<Issue> open(Issue.Kind kind) {
        return issues.stream().filter(issue -> issue.kind() == kind && issue.open()).toList();
    }

    /** Whether any duty but this one satisfies the question; the measure of the "last one" traits. */
    boolean anyOther(int id, Predicate<Duty> question) {
        for (Duty duty : duties) {
            if (duty.id() != id && question.test(duty)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether another open duty of the kind exists besides one.
     *
     * @param kind which
     * @param id   the one that does not count; 0 for none
     * @return true if another is open
     */
    public boolean othersOpen(Duty.Kind kind, int id) {
        return anyOther(id, duty -> duty.kind() == kind && duty.status().isOpen());
    }

    /**
     * Whether the customer has not been told of another duty that broke.
     *
     * @param id the one that does not count; 0 for none
     * @return true if another is untold
     */
    public boolean othersUntold(int id) {
        return anyOther(id, duty -> duty.status() == Duty.Status.UNTOLD);
    }

    /**
     * Whether another open issue of the kind exists besides one.
     *
     * @param kind which
     * @param id   the one that does not count; 0 for none
     * @return true if another is open
     */
    public boolean othersOpen(Issue.Kind kind, int id) {
        for (Issue issue : issues) {
            if (issue.id() != id && issue.kind() == kind && issue.open()) {
                return true;
            }
        }
        return false;
    }

    Ledger with(Duty duty) {
        return new Ledger(plus(duties, duty), issues);
    }

    Ledger with(Issue issue) {
        return new Ledger(duties, plus(issues, issue));
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some.size() + 1);
        more.addAll(some);
        more.add(one);
        return List.copyOf(more);
    }

    Ledger settle(int issue) {
        return new Ledger(duties, issues.stream()
            .map(one -> one.id() == issue ? new Issue(one.id(), one.kind(), one.what(), false) : one).toList());
    }

    Ledger change(int duty, UnaryOperator<Duty> change) {
        return changeAll(one -> one.id() == duty, change);
    }

    Ledger changeAll(Predicate<Duty> which, UnaryOperator<Duty> change) {
        List<Duty> changed = new ArrayList<>(duties);
        changed.replaceAll(one -> which.test(one) ? change.apply(one) : one);
        return new Ledger(changed, issues);
    }

    static Duty opened(int id, Duty.Kind kind, String holder, String what, Instant start, Instant due) {
        return new Duty(id, kind, holder, what, start, due, Duty.Status.OPEN);
    }
}
