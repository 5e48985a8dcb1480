package org.servicerecovery.calendar;

import java.time.Instant;

/** Time in which it is open: from the one instant until just before the other. Never empty. */
record Stretch(Instant from, Instant to) {
}
