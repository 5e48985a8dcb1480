package org.servicerecovery.examples.crm.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.Message;

/**
 * What was done, said or reported in one go, as the history shows it.
 *
 * @param sequence the number of its first event
 * @param kind     how it is drawn
 * @param who      the name of who did it
 * @param when     when it happened
 * @param what     each step with its particulars
 * @param message  the words that the customer received
 * @param advised  what the rules advised against it
 * @param waived   which rules were waived, by whom and why
 * @param now      the state that the case moved to; empty if it stayed
 */
public record Entry(int sequence, Kind kind, String who, Instant when, List<String> what, Optional<Message> message, List<String> advised,
                    List<String> waived, String now) {
    /** How an entry is drawn. */
    public enum Kind {
        /** Words to the customer. */
        MESSAGE,
        /** From the customer. */
        CUSTOMER,
        /** Within the company. */
        INTERNAL,
        /** By the clock. */
        CLOCK
    }

    public Entry {
        what = List.copyOf(what);
        advised = List.copyOf(advised);
        waived = List.copyOf(waived);
    }
}
