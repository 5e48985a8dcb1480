package org.servicerecovery.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.servicerecovery.model.Span;
import org.servicerecovery.spi.BusinessCalendar;

/**
 * Monday to Friday, 09:00 to 17:00 UTC, without holidays. Written plainly, day by day, so that tests of the kernel do not lean on the
 * calendar that the library ships.
 */
public final class OfficeHours implements BusinessCalendar {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    @Override
    public String name() {
        return "office";
    }

    @Override
    public Instant after(Instant start, Span span) {
        LocalDateTime from = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        return switch (span.unit()) {
            case TIME -> after(start, span.time());
            case BUSINESS_DAYS -> at(businessDay(from.toLocalDate(), span.count()).atTime(CLOSES));
            case DAYS -> at(from.plusDays(span.count()));
            case WEEKS -> at(from.plusWeeks(span.count()));
            case MONTHS -> at(from.plusMonths(span.count()));
        };
    }

    private static LocalDate businessDay(LocalDate from, int count) {
        LocalDate day = from;
        for (int counted = 0; counted < count; counted += isOpen(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant after(Instant start, Duration time) {
        LocalDate day = start.atZone(ZoneOffset.UTC).toLocalDate();
        Duration left = time;
        while (true) {
            Instant opens = later(start, at(day.atTime(OPENS)));
            Duration here = isOpen(day) ? length(opens, at(day.atTime(CLOSES))) : Duration.ZERO;
            if (left.compareTo(here) <= 0 && !here.isZero()) {
                return opens.plus(left);
            }
            left = left.minus(here);
            day = day.plusDays(1);
        }
    }

    @Override
    public Instant before(Instant end, Duration time) {
        if (time.isZero()) {
            return end;
        }
        LocalDate day = end.atZone(ZoneOffset.UTC).toLocalDate();
        Duration left = time;
        while (true) {
            Instant closes = end.isBefore(at(day.atTime(CLOSES))) ? end : at(day.atTime(CLOSES));
            Duration here = isOpen(day) ? length(at(day.atTime(OPENS)), closes) : Duration.ZERO;
            if (left.compareTo(here) <= 0) {
                return closes.minus(left);
            }
            left = left.minus(here);
            day = day.minusDays(1);
        }
    }

    @Override
    public Duration between(Instant start, Instant end) {
        Duration sum = Duration.ZERO;
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
        for (LocalDate day = start.atZone(ZoneOffset.UTC).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Instant closes = at(day.atTime(CLOSES));
            sum = isOpen(day) ? sum.plus(length(later(start, at(day.atTime(OPENS))), end.isBefore(closes) ? end : closes)) : sum;
        }
        return sum;
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant at(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration length(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
