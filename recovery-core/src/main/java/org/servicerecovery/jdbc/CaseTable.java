package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/** The lines of cases and the appending to their logs. */
final class CaseTable {
    private final Work work;
    private final Payloads payloads;

    /**
     * What a check needs of a case's line.
     *
     * @param version  the last event
     * @param seal     its hash
     * @param archived whether the events are in the archive
     * @param snapshot as it is stored
     */
    record Line(int version, String seal, boolean archived, String snapshot) {
    }

    CaseTable(Work work, Payloads payloads) {
        this.work = work;
        this.payloads = payloads;
    }

    Optional<RecoveryCase> load(String caseId) {
        return work.singly("Reading case " + caseId, connection -> {
            Line line = line(connection, caseId, "");
            return line == null ? Optional.empty() : Optional.of(snapshot(connection, caseId, line.snapshot(), line.archived()));
        });
    }

    /** The line of a case, or null; locked until the transaction ends. */
    Line locked(Connection connection, String caseId) throws SQLException {
        return line(connection, caseId, " FOR UPDATE");
    }

    Line line(Connection connection, String caseId, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT version, seal, archived, snapshot FROM recovery_case"
            + " WHERE case_id = ?" + lock)) {
            statement.setString(1, caseId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Line(row.getInt(1), row.getString(2).trim(), row.getBoolean(3), row.getString(4)) : null;
            }
        }
    }

    Optional<Loaded> load(String caseId, String commandId) {
        // A host's transaction on MariaDB reads what was so when it began: only a read that locks sees what a lost race was lost to.
        String lock = work.dialect().readsThePast() && work.transactions().joined() ? " FOR UPDATE" : "";
        return work.singly("Reading case " + caseId, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT c.seal, c.archived, c.snapshot, e.sequence, e.payload, e.personal"
                + " FROM recovery_case c LEFT JOIN recovery_event e ON e.case_id = c.case_id AND e.command_id = ? WHERE c.case_id = ?"
                + " ORDER BY e.sequence" + lock)) {
                statement.setString(1, commandId);
                statement.setString(2, caseId);
                try (ResultSet row = statement.executeQuery()) {
                    return loaded(connection, caseId, row);
                }
            }
        });
    }

    private Optional<Loaded> loaded(Connection connection, String caseId, ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String seal = row.getString(1).trim();
        if (row.getBoolean(2)) {
            throw new ArchivedCaseException(caseId);
        }
        String snapshot = row.getString(3);
        List<CaseEvent> done = new ArrayList<>(0);
        do {
            int sequence = row.getInt(4);
            if (sequence > 0) {
                done.add(payloads.read(caseId, sequence, row.getString(5), row.getString(6)));
            }
        } while (row.next());
        return Optional.of(new Loaded(snapshot(connection, caseId, snapshot, false), done, seal));
    }

    /** The snapshot, or what the events add up to if another version of the library wrote it. */
    private RecoveryCase snapshot(Connection connection, String caseId, String json, boolean archived) throws SQLException {
        if (archived) {
            throw new ArchivedCaseException(caseId);
        }
        Optional<RecoveryCase> read = payloads.readSnapshot(caseId, json);
        return read.isPresent() ? read.get() : RecoveryCase.replayed(EventTable.read(payloads, caseId, EventTable.rows(connection, caseId)));
    }

    boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        Appending appending = new Appending(payloads, before, events, after, deliveries);
        try {
            Transactions.Work<Boolean> write = connection -> appending.on(connection, work.dialect());
            return work.dialect() == Dialect.POSTGRESQL ? work.transactions().singly(write) : work.transactions().write(write);
        } catch (SQLException e) {
            // In a transaction of the host's everything is lost, not only this command: that is for the host to repeat.
            if (Dialect.isLostRace(e) && !work.transactions().joined()) {
                return false;
            }
            throw new StoreException("Writing command " + (events.isEmpty() ? "" : events.get(0).commandId() + " ") + "on case " + after.id()
                + " failed", e);
        }
    }

    List<CaseEvent> history(String caseId) {
        return List.copyOf(EventTable.read(payloads, caseId,
            work.singly("Reading the history of case " + caseId, connection -> EventTable.rows(connection, caseId))));
    }

    Optional<BrokenLink> verify(String caseId) {
        return work.singly("Verifying case " + caseId, connection -> {
            Line line = line(connection, caseId, "");
            List<EventRow> rows = EventTable.rows(connection, caseId);
            if (line == null) {
                return rows.isEmpty() ? Optional.empty() : Optional.of(new BrokenLink(caseId, 1, "There are events, but the case itself is missing."));
            }
            Optional<RecoveryCase> snapshot;
            try {
                snapshot = payloads.readSnapshot(caseId, line.snapshot());
            } catch (UnreadableEventException e) {
                return Optional.of(new BrokenLink(caseId, line.version(), e.getMessage()));
            }
            return new HistoryCheck(payloads, caseId, rows).first(line.version(), line.seal(), snapshot);
        });
    }
}
