package org.servicerecovery.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random calendar around a day on which clocks change, in minutes of the wall clock, as it was thought up. */
record Plan(ZoneId zone, LocalDate around, Map<DayOfWeek, List<int[]>> weekly, Map<LocalDate, List<int[]>> exceptional,
            Set<LocalDate> holidays, List<int[]> breaks, Map<LocalDate, List<int[]>> breaksOn) {
    /** Both directions, half an hour, a quarter, at midnight, over midnight, a day that never was, and one without a change. */
    private static final String[][] CHANGES = {{"Europe/Berlin", "2026-03-29"}, {"Europe/Berlin", "2026-10-25"},
        {"America/New_York", "2026-03-08"}, {"America/New_York", "2026-11-01"}, {"Australia/Lord_Howe", "2026-04-05"},
        {"Australia/Lord_Howe", "2026-10-04"}, {"Asia/Kathmandu", "1986-01-01"}, {"Asia/Kathmandu", "2026-05-05"},
        {"Africa/Casablanca", "2024-03-10"}, {"Africa/Casablanca", "2024-04-14"}, {"America/Sao_Paulo", "2018-11-04"},
        {"America/Sao_Paulo", "2019-02-17"}, {"Pacific/Apia", "2011-12-30"}, {"America/St_Johns", "2006-10-29"},
        {"America/St_Johns", "2006-04-02"}, {"UTC", "2026-02-28"}};

    static Plan random(Random random) {
        String[] change = CHANGES[random.nextInt(CHANGES.length)];
        LocalDate around = LocalDate.parse(change[1]);
        Map<DayOfWeek, List<int[]>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                weekly.put(day, hours(random, 1 + random.nextInt(3), 1_440));
            }
        }
        Map<LocalDate, List<int[]>> exceptional = new HashMap<>();
        Map<LocalDate, List<int[]>> breaksOn = new HashMap<>();
        Set<LocalDate> holidays = new HashSet<>();
        for (int day = -3; day <= 3; day++) {
            LocalDate date = around.plusDays(day);
            if (random.nextInt(5) == 0 || weekly.isEmpty()) {
                exceptional.put(date, hours(random, 1 + random.nextInt(2), 1_440));
            }
            if (random.nextInt(4) == 0) {
                holidays.add(date);
            }
            if (random.nextInt(6) == 0) {
                breaksOn.put(date, hours(random, 1, 180));
            }
        }
        return new Plan(ZoneId.of(change[0]), around, weekly, exceptional, holidays, hours(random, random.nextInt(3), 90), breaksOn);
    }

    /** From a minute of the day until a later minute, up to a day later; on the hour or half hour more often than not. */
    private static List<int[]> hours(Random random, int number, int longest) {
        List<int[]> hours = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int step = random.nextBoolean() ? 30 : 1;
            int from = random.nextInt(1_440 / step) * step;
            hours.add(new int[] {from, from + (1 + random.nextInt(longest / step)) * step});
        }
        return hours;
    }

    /** So many minutes after the beginning of what a test looks at, which is six days before the change. */
    Instant at(int minute) {
        return around.minusDays(6).atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(60L * minute);
    }

    OpeningHours build(UsedUp usedUp) {
        return builder().usedUp(usedUp).build();
    }

    OpeningHoursBuilder builder() {
        OpeningHoursBuilder builder = OpeningHours.named("random", zone).holidays(holidays);
        weekly.forEach((day, hours) -> builder.open(day, texts(hours)));
        exceptional.forEach((date, hours) -> builder.open(date, texts(hours)));
        breaksOn.forEach((date, hours) -> builder.breaks(date, texts(hours)));
        for (int[] one : breaks) {
            builder.breaks(LocalTime.ofSecondOfDay(one[0] * 60L), LocalTime.ofSecondOfDay(one[1] % 1_440 * 60L));
        }
        return builder;
    }

    private static String[] texts(List<int[]> hours) {
        return hours.stream().map(one -> text(one[0]) + "-" + (one[1] == 1_440 ? "24:00" : text(one[1] % 1_440))).toArray(String[]::new);
    }

    private static String text(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(zone + " around " + around + ", holidays " + holidays);
        weekly.forEach((day, hours) -> text.append(", ").append(day).append(List.of(texts(hours))));
        exceptional.forEach((day, hours) -> text.append(", ").append(day).append(List.of(texts(hours))));
        text.append(", breaks ").append(List.of(texts(breaks)));
        breaksOn.forEach((day, hours) -> text.append(", break on ").append(day).append(List.of(texts(hours))));
        return text.toString();
    }
}
