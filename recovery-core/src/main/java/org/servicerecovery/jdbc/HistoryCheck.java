package org.servicerecovery.jdbc;

import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/** Finds the first place at which what is stored is not what was written. */
final class HistoryCheck {
    private final Payloads payloads;
    private final String caseId;
    private final List<EventRow> rows;

    HistoryCheck(Payloads payloads, String caseId, List<EventRow> rows) {
        this.payloads = payloads;
        this.caseId = caseId;
        this.rows = rows;
    }

    /** The seal and version are those of the case's line; the snapshot is empty if another version of the library wrote it. */
    Optional<BrokenLink> first(int version, String seal, Optional<RecoveryCase> snapshot) {
        String hash = "";
        for (int i = 0; i < rows.size(); i++) {
            EventRow row = rows.get(i);
            if (row.sequence() != i + 1) {
                return broken(i + 1, "The event is missing: the next one that is there is " + row.sequence() + ".");
            }
            hash = Integrity.hash(hash, row.payload());
            if (!hash.equals(row.hash())) {
                return broken(i + 1, "Its payload, or that of an earlier event, is not what was written: the hashes do not fit.");
            }
            Optional<String> tampered = Integrity.tampered(row.payload(), row.personal());
            if (tampered.isPresent()) {
                return broken(i + 1, tampered.get());
            }
            CaseEvent event;
            try {
                event = payloads.read(caseId, row.sequence(), row.payload(), row.personal());
            } catch (UnreadableEventException e) {
                return broken(i + 1, e.getMessage());
            }
            if (!event.commandId().equals(row.commandId())) {
                return broken(i + 1, "The command's id beside it is not the one that was written.");
            }
        }
        if (rows.size() != version || !hash.equals(seal)) {
            return broken(rows.size() + 1, "The case is at version " + version + ", and the last event that is there is " + rows.size()
                + (rows.size() == version ? ", but its hash is not the case's seal." : "."));
        }
        RecoveryCase folded = RecoveryCase.replayed(EventTable.read(payloads, caseId, rows));
        return snapshot.filter(stored -> !stored.snapshot().equals(folded.snapshot())).isEmpty() ? Optional.empty()
            : broken(version, "The snapshot is not what the events add up to.");
    }

    private Optional<BrokenLink> broken(int sequence, String problem) {
        return Optional.of(new BrokenLink(caseId, sequence, problem));
    }
}
