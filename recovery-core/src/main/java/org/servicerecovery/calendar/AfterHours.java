package org.servicerecovery.calendar;

/**
 * On which day a thing counts as received that comes on a day that is no business day, or at or after the end of the opening hours
 * that begin on its day. What comes before they begin, or in a break, counts on its day; so does what comes in a night shift that runs
 * into a day on which none begins. Asked for days, business days, weeks and months; a span of time begins to run at the next opening
 * in any case.
 */
public enum AfterHours {
    /** On the day on which it comes. The default: it gives no more time than the law does. */
    SAME_DAY,
    /** On the next business day, when that opens. */
    NEXT_BUSINESS_DAY
}
