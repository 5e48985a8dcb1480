package org.servicerecovery.model;

/** How soon a case's deadlines fall due; each {@link Deadline} says how long it gives per priority. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** The usual. */
    NORMAL,
    /** Before others. */
    HIGH,
    /** At once. */
    URGENT
}
