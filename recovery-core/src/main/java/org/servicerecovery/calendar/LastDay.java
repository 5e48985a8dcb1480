package org.servicerecovery.calendar;

/** When on its last day a span of days, weeks or months is over. */
public enum LastDay {
    /**
     * At the time of day at which it was received. If the calendar is closed then, and the last day is a business day, it is moved into
     * that day's opening hours: to their next opening, or to their end if they are over.
     */
    SAME_TIME,
    /**
     * At the end of the last opening hours that begin on that day; these may end on the next day, if it is a night shift. On a day that
     * is no business day, at the end of the calendar day. The default.
     */
    CLOSE_OF_BUSINESS,
    /** At the end of the calendar day, wherever in it the opening hours lie: the midnight that follows it, in the calendar's zone. */
    END_OF_DAY
}
