package org.servicerecovery.examples.crm.cases;

/** Which cases of those that a person may see are listed. */
public enum QueueFilter {
    /** All of them. */
    ALL,
    /** Where the person has something to do: owns it, was asked to take over, helps, or owes something. */
    MINE,
    /** Those that nobody owns. */
    UNOWNED,
    /** Where something is overdue. */
    LATE
}
