package org.servicerecovery.model;

/**
 * Something that the customer wants put right, or a point that is still unclear. Immutable.
 *
 * @param id   unique within the case: the sequence of the event that raised it
 * @param kind which of the two
 * @param what in words
 * @param open whether it is still to be settled
 */
public record Issue(int id, Kind kind, String what, boolean open) {
    /** Sorts of issue. */
    public enum Kind {
        /** Raised by the customer (C33). */
        COMPLAINT,
        /** To be clarified (C19). */
        UNCLEAR_POINT
    }
}
