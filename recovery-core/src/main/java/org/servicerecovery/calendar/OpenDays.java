package org.servicerecovery.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When it is open, day by day. Immutable. */
final class OpenDays {
    /** How far it is looked for an opening, so that no search is endless. Ten thousand months fit in. */
    private static final int YEARS = 1_000;

    private final ZoneRules rules;
    private final Map<DayOfWeek, List<Hours>> weekly;
    private final Map<LocalDate, List<Hours>> exceptional;
    private final Set<LocalDate> holidays;
    private final List<Hours> breaks;
    private final Map<LocalDate, List<Hours>> breaksOn;

    OpenDays(ZoneId zone, Map<DayOfWeek, List<Hours>> weekly, Map<LocalDate, List<Hours>> exceptional, Set<LocalDate> holidays,
             List<Hours> breaks, Map<LocalDate, List<Hours>> breaksOn) {
        this.rules = zone.getRules();
        this.weekly = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, hours) -> this.weekly.put(day, List.copyOf(Hours.union(hours))));
        this.exceptional = new HashMap<>();
        exceptional.forEach((date, hours) -> this.exceptional.put(date, List.copyOf(Hours.union(hours))));
        this.holidays = Set.copyOf(holidays);
        this.breaks = List.copyOf(breaks);
        this.breaksOn = new HashMap<>();
        breaksOn.forEach((date, hours) -> this.breaksOn.put(date, List.copyOf(hours)));
    }

    /** The open time between the midnights of a day, whichever day its hours began on; in order. Days in order tile all time. */
    List<Stretch> on(LocalDate date) {
        List<Hours> own = hours(date);
        List<Hours> all = new ArrayList<>(own);
        boolean mixed = false;
        for (Hours one : hours(date.minusDays(1))) {
            if (one.to() > Hours.DAY) {
                all.add(one.shifted(-1));
                mixed = true;
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        return stretches(date, Hours.without(Hours.within(mixed ? Hours.union(all) : all), breaksAround(date)));
    }

    /** The open time of the hours that begin on a day, to their end on the next day if need be; in order. Empty unless a business day. */
    List<Stretch> begunOn(LocalDate date) {
        List<Hours> own = hours(date);
        return own.isEmpty() ? List.of() : stretches(date, Hours.without(own, breaksAround(date)));
    }

    boolean isBusinessDay(LocalDate date) {
        return !begunOn(date).isEmpty();
    }

    /** The end of the hours that begin on a day, or null if none do. */
    Instant closeOf(LocalDate date) {
        List<Stretch> open = begunOn(date);
        return open.isEmpty() ? null : open.get(open.size() - 1).to();
    }

    private List<Hours> hours(LocalDate date) {
        List<Hours> instead = exceptional.get(date);
        if (instead != null) {
            return instead;
        }
        return holidays.contains(date) ? List.of() : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The breaks of a day and of both its neighbours: yesterday's may run into it, and its hours may run into tomorrow's. */
    private List<Hours> breaksAround(LocalDate date) {
        if (breaks.isEmpty() && breaksOn.isEmpty()) {
            return List.of();
        }
        List<Hours> around = new ArrayList<>();
        for (int days = -1; days <= 1; days++) {
            for (Hours one : breaks) {
                around.add(one.shifted(days));
            }
            for (Hours one : breaksOn.getOrDefault(date.plusDays(days), List.of())) {
                around.add(one.shifted(days));
            }
        }
        return around;
    }

    private List<Stretch> stretches(LocalDate date, List<Hours> hours) {
        List<Stretch> stretches = new ArrayList<>(hours.size());
        for (Hours one : hours) {
            Instant from = instant(date, one.from());
            Instant to = instant(date, one.to());
            // Hours that the clock skips when it springs forward are no time at all.
            if (from.isBefore(to)) {
                stretches.add(new Stretch(from, to));
            }
        }
        return stretches;
    }

    private Instant instant(LocalDate date, long nanos) {
        LocalDate day = date.plusDays(Math.floorDiv(nanos, Hours.DAY));
        return instant(LocalDateTime.of(day, LocalTime.ofNanoOfDay(Math.floorMod(nanos, Hours.DAY))));
    }

    /** The first instant at which the wall clock shows that time or a later one. */
    Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change == null) {
            return time.toInstant(rules.getOffset(time));
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /** What the wall clock shows. */
    LocalDateTime wall(Instant instant) {
        ZoneOffset offset = rules.getOffset(instant);
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
    }

    LocalDate dateOf(Instant instant) {
        return wall(instant).toLocalDate();
    }

    /** The last day on which it makes sense to look for an opening. */
    LocalDate lastFrom(LocalDate date) {
        LocalDate far = date.plusYears(YEARS);
        if (!weekly.isEmpty()) {
            return far;
        }
        LocalDate last = Collections.max(exceptional.keySet()).plusDays(1);
        return last.isBefore(far) ? last : far;
    }

    /** The first day on which it makes sense to look for an opening, going back. */
    LocalDate firstFrom(LocalDate date) {
        LocalDate far = date.minusYears(YEARS);
        if (!weekly.isEmpty()) {
            return far;
        }
        LocalDate first = Collections.min(exceptional.keySet());
        return first.isAfter(far) ? first : far;
    }
}
