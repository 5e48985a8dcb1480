package org.servicerecovery.calendar;

/** Whether the day on which a span begins is the first of its days. Asked for days and business days, not for weeks and months. */
public enum DayOfReceipt {
    /** It is not: the first day is the one after it, as in "the third business day following the day of receipt". The default. */
    NOT_COUNTED,
    /**
     * It is: one business day from Tuesday 10:00 ends on that Tuesday. A day of receipt that is no business day is not counted as a
     * business day even so.
     */
    COUNTED
}
