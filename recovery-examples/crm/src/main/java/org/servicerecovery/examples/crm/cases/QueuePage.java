package org.servicerecovery.examples.crm.cases;

import java.util.List;
import java.util.Optional;

/** A page of the queue, what is most overdue first; with where the next page begins, if there is one. */
public record QueuePage(List<QueueLine> lines, Optional<String> next) {
    public QueuePage {
        lines = List.copyOf(lines);
    }
}
