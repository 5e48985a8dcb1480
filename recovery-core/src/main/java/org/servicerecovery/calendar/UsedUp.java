package org.servicerecovery.calendar;

/**
 * When a span of time is over that is exactly used up at a closing time, which the beginning of a break is, too. Nobody is there
 * between the two instants, so that no business time lies between them: they differ only in what they show.
 */
public enum UsedUp {
    /** At that closing time: eight hours from Friday 09:00, open until 17:00, are over on Friday at 17:00. The default. */
    AT_CLOSING,
    /**
     * When it opens again: the same eight hours are over on Monday at 09:00, as the calendar of jBPM has it. If it never opens again,
     * at the closing time.
     */
    AT_NEXT_OPENING
}
