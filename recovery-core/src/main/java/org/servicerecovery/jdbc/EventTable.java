package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;

/** The rows of events, live or archived. */
final class EventTable {
    private EventTable() {
    }

    /** Every event of a case, in order; of an archived case from the archive; empty if there is none. */
    static List<EventRow> rows(Connection connection, String caseId) throws SQLException {
        List<EventRow> rows = live(connection, caseId);
        if (rows.isEmpty()) {
            Optional<byte[]> archived = archived(connection, caseId);
            if (archived.isPresent()) {
                return Packing.unpack(caseId, archived.get());
            }
        }
        return rows;
    }

    static List<EventRow> live(Connection connection, String caseId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT sequence, command_id, hash, payload, personal FROM recovery_event"
            + " WHERE case_id = ? ORDER BY sequence")) {
            statement.setString(1, caseId);
            List<EventRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new EventRow(result.getInt(1), result.getString(2), result.getString(3), result.getString(4), result.getString(5)));
                }
            }
            return rows;
        }
    }

    private static Optional<byte[]> archived(Connection connection, String caseId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT events FROM recovery_archive WHERE case_id = ?")) {
            statement.setString(1, caseId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
            }
        }
    }

    static List<CaseEvent> read(Payloads payloads, String caseId, List<EventRow> rows) {
        List<CaseEvent> events = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            events.add(payloads.read(caseId, row.sequence(), row.payload(), row.personal()));
        }
        return events;
    }

    static void insert(Connection connection, String caseId, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO recovery_event (case_id, sequence, command_id, hash, payload,"
            + " personal) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (EventRow row : rows) {
                statement.setString(1, caseId);
                statement.setInt(2, row.sequence());
                statement.setString(3, row.commandId());
                statement.setString(4, row.hash());
                statement.setString(5, row.payload());
                statement.setString(6, row.personal());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
