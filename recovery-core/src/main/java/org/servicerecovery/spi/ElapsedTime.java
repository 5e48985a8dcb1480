package org.servicerecovery.spi;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Span;

/** Always open. */
final class ElapsedTime implements BusinessCalendar {
    static final BusinessCalendar INSTANCE = new ElapsedTime();

    @Override
    public String name() {
        return Deadline.ELAPSED;
    }

    @Override
    public Instant after(Instant start, Span span) {
        ZonedDateTime from = start.atZone(ZoneOffset.UTC);
        return switch (span.unit()) {
            case TIME -> start.plus(span.time());
            case DAYS, BUSINESS_DAYS -> from.plusDays(span.count()).toInstant();
            case WEEKS -> from.plusWeeks(span.count()).toInstant();
            case MONTHS -> from.plusMonths(span.count()).toInstant();
        };
    }

    @Override
    public Instant before(Instant end, Duration time) {
        return end.minus(time);
    }

    @Override
    public Duration between(Instant start, Instant end) {
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }
}
