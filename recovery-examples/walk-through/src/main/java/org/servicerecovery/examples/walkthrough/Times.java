package org.servicerecovery.examples.walkthrough;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and durations as case files write them: {@code 2026-03-02T09:00Z}, {@code +20m}, {@code +1d 4h}, {@code 3 days}. */
final class Times {
    static final String A_DATE = "Write a date with its offset from UTC, such as 2026-03-02T09:00Z or 2026-03-02T09:00+01:00";
    static final String A_DURATION = "Write how long as minutes, hours, days or weeks, such as 20m, 3 hours or 1d 4h";
    private static final Pattern PART =
        Pattern.compile("(\\d{1,6})\\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)(?![a-z])\\s*(?:,|and\\b)?\\s*");

    private Times() {
    }

    /**
     * A date with an offset.
     *
     * @throws DateTimeException if it is none
     */
    static OffsetDateTime date(String written) {
        return OffsetDateTime.parse(written.strip());
    }

    /**
     * A point in time: a date, or so long after another.
     *
     * @throws DateTimeException if it is neither
     */
    static Instant moment(String written, Instant after) {
        String text = written.strip();
        return text.startsWith("+") ? after.plus(duration(text.substring(1))) : date(text).toInstant();
    }

    /**
     * How long.
     *
     * @throws DateTimeException if it is no duration
     */
    static Duration duration(String written) {
        String text = Words.plain(written);
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at) {
            long number = Long.parseLong(part.group(1));
            sum = sum.plus(switch (part.group(2).charAt(0)) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                default -> Duration.ofDays(7 * number);
            });
            at = part.end();
        }
        if (text.isEmpty() || at < text.length()) {
            throw new DateTimeException("no duration: " + written);
        }
        return sum;
    }
}
