package org.servicerecovery.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A clock, as data: what starts it, what meets it, how long it gives and whom it tells on the way. One instance runs per
 * case, or one per duty when {@link #duty()} is given. Its due instants are written into the log when it starts, so that a
 * restart changes nothing.
 *
 * @param id         stable and unique in the playbook, lower-case words joined by hyphens
 * @param startsOn   facts whose becoming true, or steps whose being taken, starts it
 * @param metBy      facts or steps of which any meets it
 * @param voidedBy   facts or steps of which any ends it without meeting it
 * @param duty       the kind of duty whose every entry has a clock of its own, due when the entry is; then
 *                   {@code startsOn} and {@code length} are not used
 * @param length     how long it gives, by priority
 * @param calendar   the calendar by which it counts; {@value #ELAPSED} is plain elapsed time, any other one is the host's, given to the
 *                   desk by that name
 * @param pausedWhile the deadline whose clock runs while the customer has the ball: until that clock is stopped, or its breach is
 *                   reported, this one stands still (operational); empty if it never pauses (legal). A duty's date never moves, so its
 *                   clock cannot pause
 * @param recurs     whether it starts again, with the whole time, when it is met or has come to the end of its ladder (progress updates)
 * @param ladder     what is reported on the way, in the order of time
 * @param survivesEnd whether it runs on after the case has ended (a referral's check-back)
 * @param means      the trait of the report when it falls due, by which rows set facts
 * @param sources    rows of the rulebook or the host's own references, at least one
 */
public record Deadline(String id, Set<Trigger> startsOn, Set<Trigger> metBy, Set<Trigger> voidedBy, Optional<Duty.Kind> duty,
                       Map<Priority, Span> length, String calendar, Optional<String> pausedWhile, boolean recurs, List<Rung> ladder,
                       boolean survivesEnd, Optional<Trait> means, List<String> sources) {
    /** The calendar of plain elapsed time. */
    public static final String ELAPSED = "elapsed";
    /** A thousand years: nobody means more, and what is added to it still is a date. */
    private static final Duration MOST = Duration.ofDays(366_000);

    /** What starts or meets a clock: a fact that becomes true, or a step that is taken. */
    public sealed interface Trigger {
        /**
         * A fact becomes true.
         *
         * @param fact which
         */
        record Becomes(Fact fact) implements Trigger {
        }

        /**
         * A fact stops being true.
         *
         * @param fact which
         */
        record Ceases(Fact fact) implements Trigger {
        }

        /**
         * A step is taken.
         *
         * @param step which
         */
        record Taken(Step step) implements Trigger {
        }
    }

    /**
     * One rung of the ladder.
     *
     * @param percent of the time given, 1 to 100,000; 100 is the due instant. Of what a host's calendar counts in time or business days it is
     *                a share of the business time, of anything else a share of the elapsed time
     * @param kind    what it means
     * @param audience the role or tier that must hear of it, one line
     */
    public record Rung(int percent, Kind kind, String audience) {
        /** What a rung means. */
        public enum Kind {
            /** It will fall due. */
            WARNING,
            /** It is due and not met: the breach. */
            BREACH,
            /** It is overdue, and a higher tier must hear. */
            ESCALATION
        }

        /**
         * @throws InvalidInputException if the percentage is below 1 or a part is missing
         */
        public Rung {
            if (percent < 1 || percent > 100_000) {
                throw new InvalidInputException("A rung must lie at 1 to 100000 percent of the time given, but was " + percent + ".");
            }
            Texts.present("The rung's kind", kind);
            Texts.line("Whom the rung tells", audience);
        }
    }

    /**
     * @throws InvalidInputException if nothing starts or meets it, a length is missing or endless, no rung is its breach, or it is for
     *                               duties and pauses
     */
    public Deadline {
        if (id == null || !id.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new InvalidInputException("A deadline's id must be 2 to 60 lower-case letters, digits or hyphens, but was "
                + Texts.shown(id) + ". Name it like first-response.");
        }
        startsOn = Condition.ordered(Texts.present("What starts " + id, startsOn));
        metBy = Condition.ordered(Texts.present("What meets " + id, metBy));
        voidedBy = Condition.ordered(Texts.present("What ends " + id, voidedBy));
        length = Map.copyOf(Texts.present("The length of " + id, length));
        ladder = List.copyOf(Texts.present("The ladder of " + id, ladder));
        sources = List.copyOf(Texts.present("The sources of " + id, sources));
        Texts.line("The calendar of " + id, calendar);
        if (sources.isEmpty()) {
            throw new InvalidInputException("Deadline " + id + " has no source. Say where it comes from.");
        }
        if (duty.isEmpty() && (startsOn.isEmpty() || metBy.isEmpty())) {
            throw new InvalidInputException("Deadline " + id + " can never start or never be met. Say what starts and what meets it.");
        }
        for (Priority priority : Priority.values()) {
            Span given = length.get(priority);
            if (duty.isEmpty() && given == null) {
                throw new InvalidInputException("Deadline " + id + " gives no time to " + priority + " cases. Give a positive length.");
            }
            if (given != null && given.time().compareTo(MOST) > 0) {
                throw new InvalidInputException("Deadline " + id + " gives " + given + " to " + priority + " cases. Give at most " + MOST.toDays()
                    + " days.");
            }
        }
        Texts.present("What pauses " + id, pausedWhile);
        if (duty.isPresent() && pausedWhile.isPresent()) {
            throw new InvalidInputException("Deadline " + id + " is for duties of kind " + duty.get() + " and pauses while " + pausedWhile.get()
                + " runs, but what was promised for a date is due on that date. Leave out one of them.");
        }
        int before = 0;
        for (Rung rung : ladder) {
            if (rung.percent() < before) {
                throw new InvalidInputException("The ladder of deadline " + id + " goes back from " + before + " to " + rung.percent()
                    + " percent. Put the rungs in the order of time.");
            }
            before = rung.percent();
        }
        if (ladder.stream().filter(rung -> rung.kind() == Rung.Kind.BREACH).count() != 1) {
            throw new InvalidInputException("Deadline " + id + " needs exactly one rung of kind BREACH in its ladder.");
        }
    }

    /**
     * How long a case of that priority has.
     *
     * @param priority the case's
     * @return the time given; null if it is for duties, which have dates of their own
     */
    public Span length(Priority priority) {
        return length.get(priority);
    }

    /**
     * Starts a deadline of elapsed time that warns nobody, breaches at 100 percent and pauses never.
     *
     * @param id stable and unique in the playbook
     * @return a builder
     */
    public static Builder named(String id) {
        return new Builder(id);
    }

    /** Writes a deadline as one readable sentence. Not for use by several threads. */
    public static final class Builder {
        private final String id;
        private final Set<Trigger> startsOn = new LinkedHashSet<>();
        private final Set<Trigger> metBy = new LinkedHashSet<>();
        private final Set<Trigger> voidedBy = new LinkedHashSet<>();
        private Optional<Duty.Kind> duty = Optional.empty();
        private final Map<Priority, Span> length = new EnumMap<>(Priority.class);
        private String calendar = ELAPSED;
        private Optional<String> pausedWhile = Optional.empty();
        private boolean recurs;
        private final List<Rung> ladder = new ArrayList<>();
        private boolean survivesEnd;
        private Optional<Trait> means = Optional.empty();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Starts when one of these facts becomes true.
         *
         * @param facts which
         * @return this
         */
        public Builder startsWhen(Fact... facts) {
            for (Fact fact : facts) {
                startsOn.add(new Trigger.Becomes(fact));
            }
            return this;
        }

        /**
         * Starts when one of these steps is taken.
         *
         * @param steps which
         * @return this
         */
        public Builder startsWith(Step... steps) {
            for (Step step : steps) {
                startsOn.add(new Trigger.Taken(step));
            }
            return this;
        }

        /**
         * Is met when one of these facts becomes true.
         *
         * @param facts which
         * @return this
         */
        public Builder metWhen(Fact... facts) {
            for (Fact fact : facts) {
                metBy.add(new Trigger.Becomes(fact));
            }
            return this;
        }

        /**
         * Is met when one of these facts stops being true.
         *
         * @param facts which
         * @return this
         */
        public Builder metWhenNoLonger(Fact... facts) {
            for (Fact fact : facts) {
                metBy.add(new Trigger.Ceases(fact));
            }
            return this;
        }

        /**
         * Is met when one of these steps is taken.
         *
         * @param steps which
         * @return this
         */
        public Builder metWith(Step... steps) {
            for (Step step : steps) {
                metBy.add(new Trigger.Taken(step));
            }
            return this;
        }

        /**
         * Ends without being met when one of these steps is taken.
         *
         * @param steps which
         * @return this
         */
        public Builder voidedWith(Step... steps) {
            for (Step step : steps) {
                voidedBy.add(new Trigger.Taken(step));
            }
            return this;
        }

        /**
         * One clock per duty of this kind, due when the duty is, met when it is met or released.
         *
         * @param kind which duties
         * @return this
         */
        public Builder forEach(Duty.Kind kind) {
            duty = Optional.of(kind);
            return this;
        }

        /**
         * The time given, for every priority alike.
         *
         * @param given positive
         * @return this
         * @throws InvalidInputException if it is not
         */
        public Builder within(Duration given) {
            return within(spanned(given));
        }

        /**
         * The time given, for every priority alike: days, weeks, months, or the hours of a calendar. Eight hours in which the office is
         * open are
         *
         * <pre>{@code
         * Deadline.named("resolution").by("office").within(Span.of(Duration.ofHours(8)))
         * }</pre>
         *
         * @param given what it comes to is told by the calendar that {@link #by} names
         * @return this
         */
        public Builder within(Span given) {
            for (Priority priority : Priority.values()) {
                within(priority, given);
            }
            return this;
        }

        /**
         * The time given to one priority.
         *
         * @param priority which
         * @param given    positive
         * @return this
         * @throws InvalidInputException if it is not
         */
        public Builder within(Priority priority, Duration given) {
            return within(priority, spanned(given));
        }

        /**
         * The time given to one priority: days, weeks, months, or the hours of a calendar.
         *
         * @param priority which
         * @param given    what it comes to is told by the calendar that {@link #by} names
         * @return this
         */
        public Builder within(Priority priority, Span given) {
            length.put(priority, Texts.present("The time that " + id + " gives", given));
            return this;
        }

        private Span spanned(Duration given) {
            if (given == null || given.isNegative() || given.isZero()) {
                throw new InvalidInputException("Deadline " + id + " gives " + given + ". Give a positive length.");
            }
            return Span.of(given);
        }

        /**
         * The calendar by which it counts.
         *
         * @param name {@link #ELAPSED}, or the name of a calendar that the desk is given
         * @return this
         */
        public Builder by(String name) {
            calendar = name;
            return this;
        }

        /**
         * Pauses while the customer has the ball: from when the clock of that deadline starts until it is stopped, or its breach is reported.
         * Then this one goes on with what was left, at the instant at which the ball came back. Meant for times that a company sets
         * itself; leave it out for those that a law sets, and for how long the customer waits.
         *
         * @param deadline the id of the deadline that waits for the customer, such as {@code answer} in the standard playbook
         * @return this
         */
        public Builder pausedWhile(String deadline) {
            pausedWhile = Optional.of(Texts.line("What pauses " + id, deadline));
            return this;
        }

        /**
         * Starts again, with the whole time, whenever it is met or has come to the end of its ladder.
         *
         * @return this
         */
        public Builder recurring() {
            recurs = true;
            return this;
        }

        /**
         * Runs on after the end of the case.
         *
         * @return this
         */
        public Builder survivingTheEnd() {
            survivesEnd = true;
            return this;
        }

        /**
         * Adds a rung.
         *
         * @param percent of the time given
         * @param kind    what it means
         * @param audience who must hear
         * @return this
         */
        public Builder at(int percent, Rung.Kind kind, String audience) {
            ladder.add(new Rung(percent, kind, audience));
            return this;
        }

        /**
         * What the report of the breach means to the rows.
         *
         * @param trait the report's trait
         * @return this
         */
        public Builder meaning(Trait trait) {
            means = Optional.of(trait);
            return this;
        }

        /**
         * Ends the sentence.
         *
         * @param sources where the deadline comes from
         * @return the deadline
         * @throws InvalidInputException if it could never start or be met
         */
        public Deadline from(String... sources) {
            return new Deadline(id, startsOn, metBy, voidedBy, duty, length, calendar, pausedWhile, recurs, ladder, survivesEnd, means,
                List.of(sources));
        }
    }
}
