package org.servicerecovery.calendar;

/** What happens if days, weeks or months, counted by the calendar, end on a day that is no business day. */
public enum ClosedEnd {
    /** The span ends on that day: what the law gives is not stretched. The default. */
    STAYS,
    /** The span ends on the next business day. */
    NEXT_BUSINESS_DAY
}
