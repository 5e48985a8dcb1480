package org.servicerecovery.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.servicerecovery.model.InvalidInputException;

/**
 * Hours on the wall clock, in nanoseconds since the midnight of the day on which they begin; what lies beyond {@link #DAY} is on the
 * next day. Never empty, and as given never longer than a day.
 */
record Hours(long from, long to) {
    static final long DAY = 24L * 60 * 60 * 1_000_000_000;
    private static final long MINUTE = 60L * 1_000_000_000;
    private static final Pattern TEXT = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    /** What ends at or before it begins ends on the next day. */
    static Hours of(String place, LocalTime from, LocalTime to) {
        return running(Inputs.present("The beginning of " + place, from).toNanoOfDay(), Inputs.present("The end of " + place, to).toNanoOfDay());
    }

    static Hours parse(String place, String text) {
        Matcher matcher = TEXT.matcher(Inputs.present("One of " + place, text));
        if (!matcher.matches()) {
            String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
            throw new InvalidInputException("Each of " + place + " must be written like 09:00-17:30, or 22:00-06:00 if it runs into the next"
                + " day, from 00:00 at the earliest to 24:00 at the latest, but one was \"" + shown + "\".");
        }
        long end = matcher.group(3) == null ? DAY : minutes(matcher.group(3), matcher.group(4));
        return running(minutes(matcher.group(1), matcher.group(2)), end);
    }

    static List<Hours> parse(String place, String... texts) {
        if (Inputs.present("The list of " + place, texts).length == 0) {
            throw new InvalidInputException("None of " + place + " is given. Give at least one, like 09:00-17:30.");
        }
        List<Hours> hours = new ArrayList<>();
        for (String text : texts) {
            hours.add(parse(place, text));
        }
        return hours;
    }

    private static long minutes(String hour, String minute) {
        return (Integer.parseInt(hour) * 60 + Integer.parseInt(minute)) * MINUTE;
    }

    private static Hours running(long from, long to) {
        return new Hours(from, to <= from ? to + DAY : to);
    }

    /** The same hours as the given number of days later, or earlier, sees them. */
    Hours shifted(int days) {
        return new Hours(from + days * DAY, to + days * DAY);
    }

    /** In order, and none touching another: what overlaps is open once. */
    static List<Hours> union(List<Hours> hours) {
        List<Hours> sorted = new ArrayList<>(hours);
        sorted.sort(Comparator.comparingLong(Hours::from));
        List<Hours> union = new ArrayList<>();
        for (Hours next : sorted) {
            Hours last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last == null || next.from > last.to) {
                union.add(next);
            } else if (next.to > last.to) {
                union.set(union.size() - 1, new Hours(last.from, next.to));
            }
        }
        return union;
    }

    /** What is left of hours that are in order when breaks, in any order, are cut out. */
    static List<Hours> without(List<Hours> hours, List<Hours> breaks) {
        List<Hours> left = hours;
        for (Hours cut : breaks) {
            List<Hours> rest = new ArrayList<>();
            for (Hours one : left) {
                if (cut.to <= one.from || cut.from >= one.to) {
                    rest.add(one);
                    continue;
                }
                if (one.from < cut.from) {
                    rest.add(new Hours(one.from, cut.from));
                }
                if (cut.to < one.to) {
                    rest.add(new Hours(cut.to, one.to));
                }
            }
            left = rest;
        }
        return left;
    }

    /** The part of hours in order that lies between the midnights of the day. */
    static List<Hours> within(List<Hours> hours) {
        List<Hours> within = new ArrayList<>();
        for (Hours one : hours) {
            long from = Math.max(one.from, 0);
            long to = Math.min(one.to, DAY);
            if (from < to) {
                within.add(new Hours(from, to));
            }
        }
        return within;
    }
}
