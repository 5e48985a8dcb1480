package org.servicerecovery.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until it is told otherwise. Safe for many threads. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    /**
     * @param start what time it is
     */
    public SettableClock(Instant start) {
        now = Objects.requireNonNull(start, "start");
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Time passes.
     *
     * @param time how much; negative to see what a clock that runs backwards does
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /**
     * It is another time.
     *
     * @param instant which
     */
    public void set(Instant instant) {
        now = Objects.requireNonNull(instant, "instant");
    }
}
