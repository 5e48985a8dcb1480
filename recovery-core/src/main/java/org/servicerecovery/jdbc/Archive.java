package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.ArrayList;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseSummary;

/** What is done with whole cases: putting them away, taking them out again, and erasing what they know of a person. */
final class Archive {
    private final Work work;
    private final Payloads payloads;
    private final CaseTable cases;

    Archive(Work work, Payloads payloads, CaseTable cases) {
        this.work = work;
        this.payloads = payloads;
        this.cases = cases;
    }

    /** Whether it was put away: it has ended before then, no clock runs, and no hook has to be told. */
    boolean put(CaseSummary line, Instant before) {
        return work.write("Archiving case " + line.id(), connection -> {
            CaseTable.Line locked = cases.locked(connection, line.id());
            if (locked == null || locked.archived() || locked.version() != line.version() || !line.state().isEnd()
                || !line.recordedAt().isBefore(before) || line.nextDue().isBefore(Instant.MAX) || DeliveryTable.any(connection, line.id())) {
                return false;
            }
            List<EventRow> rows = EventTable.live(connection, line.id());
            store(connection, line.id(), rows);
            change(connection, "DELETE FROM recovery_event WHERE case_id = ?", line.id());
            change(connection, "UPDATE recovery_case SET archived = TRUE WHERE case_id = ?", line.id());
            return true;
        });
    }

    boolean takeOut(String caseId) {
        return work.write("Taking case " + caseId + " out of the archive", connection -> {
            CaseTable.Line line = cases.locked(connection, caseId);
            if (line == null || !line.archived()) {
                return false;
            }
            EventTable.insert(connection, caseId, EventTable.rows(connection, caseId));
            change(connection, "DELETE FROM recovery_archive WHERE case_id = ?", caseId);
            change(connection, "UPDATE recovery_case SET archived = FALSE WHERE case_id = ?", caseId);
            return true;
        });
    }

    /** Whether the case held anything of it; an open case is only looked at. */
    boolean erase(String caseId, boolean open, BiPredicate<String, String> which) {
        return work.write("Erasing in case " + caseId, connection -> {
            CaseTable.Line line = cases.locked(connection, caseId);
            if (line == null) {
                return false;
            }
            List<EventRow> rows = EventTable.rows(connection, caseId);
            List<EventRow> left = new ArrayList<>(rows.size());
            boolean any = false;
            for (EventRow row : rows) {
                String personal = Erasing.erase(caseId, row.sequence(), row.payload(), row.personal(), which);
                any |= personal != row.personal();
                left.add(new EventRow(row.sequence(), row.commandId(), row.hash(), row.payload(), personal));
            }
            if (any && !open) {
                write(connection, caseId, line.archived(), left);
                Appending.rewrite(connection, payloads, RecoveryCase.replayed(EventTable.read(payloads, caseId, left)), line.seal());
            }
            return any;
        });
    }

    private static void write(Connection connection, String caseId, boolean archived, List<EventRow> rows) throws SQLException {
        if (archived) {
            change(connection, "DELETE FROM recovery_archive WHERE case_id = ?", caseId);
            store(connection, caseId, rows);
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_event SET personal = ? WHERE case_id = ? AND sequence = ?")) {
            for (EventRow row : rows) {
                statement.setString(1, row.personal());
                statement.setString(2, caseId);
                statement.setInt(3, row.sequence());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void store(Connection connection, String caseId, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO recovery_archive (case_id, events) VALUES (?, ?)")) {
            statement.setString(1, caseId);
            statement.setBytes(2, Packing.pack(rows));
            statement.executeUpdate();
        }
    }

    private static void change(Connection connection, String sql, String caseId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, caseId);
            statement.executeUpdate();
        }
    }
}
