package org.servicerecovery.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/**
 * One case: its snapshot and its log. One thread at a time appends while others read. The snapshot is published last, and
 * its version tells how much of the log belongs to it; what is there is never overwritten.
 */
final class Entry {
    private static final int FIRST_ROOM = 8;
    private CaseEvent[] log = new CaseEvent[0];
    private volatile RecoveryCase snapshot;

    RecoveryCase snapshot() {
        return snapshot;
    }

    int version() {
        RecoveryCase seen = snapshot;
        return seen == null ? 0 : seen.version();
    }

    void append(List<CaseEvent> events, RecoveryCase after) {
        int size = version();
        if (size + events.size() > log.length) {
            log = Arrays.copyOf(log, Math.max(size + events.size(), Math.max(FIRST_ROOM, log.length + (log.length >> 1))));
        }
        for (CaseEvent event : events) {
            log[size++] = event;
        }
        snapshot = after;
    }

    List<CaseEvent> history() {
        // The snapshot first: the log that is read after it has at least as many events.
        int size = version();
        return List.of(Arrays.copyOf(log, size));
    }

    List<CaseEvent> command(String id) {
        int size = version();
        CaseEvent[] events = log;
        List<CaseEvent> found = List.of();
        for (int i = 0; i < size; i++) {
            if (events[i].commandId().equals(id)) {
                found = found.isEmpty() ? new ArrayList<>(1) : found;
                found.add(events[i]);
            }
        }
        return found;
    }
}
