package org.servicerecovery.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Span;

/** Counts days, business days, weeks and months: the date first, then the time on that date. Immutable. */
final class DayCount {
    private final String name;
    private final OpenDays days;
    private final Conventions conventions;

    DayCount(String name, OpenDays days, Conventions conventions) {
        this.name = name;
        this.days = days;
        this.conventions = conventions;
    }

    Instant after(Instant start, Span span) {
        LocalDateTime received = received(start);
        LocalDate last = lastDay(received.toLocalDate(), span);
        Instant end = switch (conventions.lastDay()) {
            case SAME_TIME -> sameTime(last, received.toLocalTime());
            case CLOSE_OF_BUSINESS -> {
                Instant close = days.closeOf(last);
                yield close == null ? endOf(last) : close;
            }
            case END_OF_DAY -> endOf(last);
        };
        if (!end.isAfter(start)) {
            // Received after the close of its own last day: what is left is the evening.
            end = endOf(last);
        }
        // Where a clock is set back over midnight, the same date comes twice.
        return end.isBefore(start) ? start : end;
    }

    /** When it counts as received, on the wall clock. */
    private LocalDateTime received(Instant start) {
        LocalDateTime wall = days.wall(start);
        if (conventions.afterHours() == AfterHours.SAME_DAY || isInHours(start, wall.toLocalDate())) {
            return wall;
        }
        LocalDate next = businessDay(wall.toLocalDate(), 1);
        return LocalDateTime.of(next, days.wall(days.begunOn(next).get(0).from()).toLocalTime());
    }

    private boolean isInHours(Instant start, LocalDate date) {
        Instant close = days.closeOf(date);
        Instant nightShift = days.closeOf(date.minusDays(1));
        return close != null && start.isBefore(close) || nightShift != null && start.isBefore(nightShift);
    }

    private LocalDate lastDay(LocalDate received, Span span) {
        boolean counted = conventions.dayOfReceipt() == DayOfReceipt.COUNTED;
        LocalDate last = switch (span.unit()) {
            case BUSINESS_DAYS -> businessDay(received, counted && days.isBusinessDay(received) ? span.count() - 1 : span.count());
            case DAYS -> received.plusDays(counted ? span.count() - 1 : span.count());
            case WEEKS -> received.plusWeeks(span.count());
            case MONTHS -> received.plusMonths(span.count());
            case TIME -> throw new IllegalStateException("Time is not counted in days.");
        };
        boolean moves = conventions.closedEnd() == ClosedEnd.NEXT_BUSINESS_DAY && !days.isBusinessDay(last);
        return moves ? businessDay(last, 1) : last;
    }

    /** The so many-th business day after a date; the date itself for none. */
    private LocalDate businessDay(LocalDate date, int count) {
        LocalDate far = days.lastFrom(date);
        LocalDate day = date;
        for (int found = 0; found < count; ) {
            day = day.plusDays(1);
            if (day.isAfter(far)) {
                throw new InvalidInputException("Calendar " + name + " has only " + found + " business days after " + date + " until " + far
                    + ", but " + count + " are asked for. Give it weekly opening hours, or exceptional openings that reach further.");
            }
            if (days.isBusinessDay(day)) {
                found++;
            }
        }
        return day;
    }

    private Instant sameTime(LocalDate date, LocalTime time) {
        Instant same = days.instant(LocalDateTime.of(date, time));
        List<Stretch> own = days.begunOn(date);
        if (own.isEmpty() || isOpen(same, days.on(date))) {
            return same;
        }
        for (Stretch open : own) {
            if (same.isBefore(open.to())) {
                return same.isBefore(open.from()) ? open.from() : same;
            }
        }
        return own.get(own.size() - 1).to();
    }

    private static boolean isOpen(Instant instant, List<Stretch> stretches) {
        for (Stretch open : stretches) {
            if (!instant.isBefore(open.from()) && instant.isBefore(open.to())) {
                return true;
            }
        }
        return false;
    }

    private Instant endOf(LocalDate date) {
        return days.instant(date.plusDays(1).atStartOfDay());
    }
}
