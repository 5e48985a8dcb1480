package org.servicerecovery.model;

import java.time.Instant;

/**
 * Something that one named person owes on a case by a date. It survives hand-over, escalation and reassignment until it is
 * met or released. Immutable.
 *
 * @param id     unique within the case: the sequence of the event that opened it
 * @param kind   what sort of duty
 * @param holder who owes it; never blank
 * @param what   what is owed; never blank
 * @param start  when it was taken on
 * @param due    by when; after {@code start}
 * @param status where it stands
 */
public record Duty(int id, Kind kind, String holder, String what, Instant start, Instant due, Status status) {
    /** Sorts of duty. */
    public enum Kind {
        /** Owed to the customer (C25). */
        PROMISE,
        /** The next contact with the customer (D11). */
        FOLLOW_UP,
        /** The promisor's check of what somebody else delivers (B44). */
        DELIVERY_CHECK,
        /** A later look at a referred case. */
        CHECK_BACK
    }

    /** Where a duty stands. */
    public enum Status {
        /** Owed. */
        OPEN,
        /** Owed, and the customer must be told that it broke or cannot be kept. */
        UNTOLD,
        /** Owed, and the customer knows that it broke. */
        BROKEN,
        /** Done. */
        MET,
        /** No longer owed: the customer released it, or the case was withdrawn. */
        RELEASED,
        /** Owed by somebody else now: a referral's partner, the original of a merge. */
        HANDED_OVER;

        /**
         * Whether it is still owed.
         *
         * @return true for the first three
         */
        public boolean isOpen() {
            return ordinal() <= BROKEN.ordinal();
        }
    }

    Duty as(Status other) {
        return new Duty(id, kind, holder, what, start, due, other);
    }

    Duty heldBy(String other) {
        return new Duty(id, kind, other, what, start, due, status);
    }

    Duty dueAt(Instant other, String newWhat) {
        return new Duty(id, kind, holder, newWhat.isBlank() ? what : newWhat, start, other, Status.OPEN);
    }
}
