package org.servicerecovery.jdbc;

import java.time.Instant;

/** Instants as columns: whole microseconds for indexes, ISO texts where they must be exact. */
final class Moments {
    static final long NEVER = Long.MAX_VALUE;
    static final long ALWAYS = Long.MIN_VALUE;

    private Moments() {
    }

    /** Nothing is due before it is: rounded up. */
    static long notBefore(Instant instant) {
        long micros = micros(instant);
        return micros == NEVER || micros == ALWAYS || instant.getNano() % 1_000 == 0 ? micros : micros + 1;
    }

    /** The last whole microsecond that has come; {@link #NEVER} and {@link #ALWAYS} for the ends of time. */
    static long micros(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return NEVER;
        }
        return instant.equals(Instant.MIN) ? ALWAYS
            : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    static String exact(Instant instant) {
        return instant.equals(Instant.MAX) ? "never" : instant.equals(Instant.MIN) ? "always" : instant.toString();
    }

    static Instant read(String text) {
        return text.equals("never") ? Instant.MAX : text.equals("always") ? Instant.MIN : Instant.parse(text);
    }
}
