package org.servicerecovery.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The same questions answered by counting: every minute around the day of a {@link Plan} is looked at by itself. It knows nothing of
 * intervals, transitions or offsets; what a clock that is set back shows again is taken as the latest time that it has shown.
 */
final class MinuteByMinute {
    static final int MINUTES = 12 * 1_440;

    private final Plan plan;
    private final boolean[] open = new boolean[MINUTES];

    MinuteByMinute(Plan plan) {
        this.plan = plan;
        LocalDateTime latest = LocalDateTime.MIN;
        for (int minute = -3 * 1_440; minute < MINUTES; minute++) {
            LocalDateTime wall = LocalDateTime.ofInstant(at(minute), plan.zone());
            latest = wall.isAfter(latest) ? wall : latest;
            if (minute >= 0) {
                open[minute] = isOpen(latest);
            }
        }
    }

    Instant at(int minute) {
        return plan.at(minute);
    }

    boolean isOpen(int minute) {
        return open[minute];
    }

    private boolean isOpen(LocalDateTime wall) {
        LocalDate today = wall.toLocalDate();
        LocalDate yesterday = today.minusDays(1);
        int minute = wall.getHour() * 60 + wall.getMinute();
        if (covers(plan.breaks(), minute) || covers(plan.breaks(), minute + 1_440)
            || covers(plan.breaksOn().getOrDefault(today, List.of()), minute)
            || covers(plan.breaksOn().getOrDefault(yesterday, List.of()), minute + 1_440)) {
            return false;
        }
        return covers(hours(today), minute) || covers(hours(yesterday), minute + 1_440);
    }

    private List<int[]> hours(LocalDate date) {
        if (plan.exceptional().containsKey(date)) {
            return plan.exceptional().get(date);
        }
        return plan.holidays().contains(date) ? List.of() : plan.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static boolean covers(List<int[]> hours, int minute) {
        return hours.stream().anyMatch(one -> one[0] <= minute && minute < one[1]);
    }

    int between(int start, int end) {
        int count = 0;
        for (int minute = start; minute < end; minute++) {
            count += open[minute] ? 1 : 0;
        }
        return count;
    }

    /** The minute at which so many have passed, or -1 if that is not within the days looked at. */
    int after(int start, int minutes, UsedUp usedUp) {
        int count = 0;
        for (int minute = start; minute < MINUTES; minute++) {
            if (count == minutes && open[minute]) {
                return minute;
            }
            count += open[minute] ? 1 : 0;
            if (count == minutes && open[minute] && usedUp == UsedUp.AT_CLOSING) {
                return minute + 1;
            }
        }
        return -1;
    }

    int before(int end, int minutes) {
        int count = 0;
        for (int minute = end; minute > 0; minute--) {
            if (open[minute - 1] && count == minutes) {
                return minute;
            }
            count += open[minute - 1] ? 1 : 0;
            if (open[minute - 1] && count == minutes) {
                return minute - 1;
            }
        }
        return -1;
    }
}
