package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.spi.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hooks have not been told: only the oldest of a case and hook can be claimed, so that the order is kept. */
final class DeliveryTable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcCaseStore.class);
    private static final String COLUMNS = "SELECT d.case_id, d.hook, d.sequence, d.attempts, d.not_before, d.problem FROM recovery_delivery d";
    private static final String HEADS = " AND d.try_us <= ? AND NOT EXISTS (SELECT 1 FROM recovery_delivery o WHERE o.case_id = d.case_id"
        + " AND o.hook = d.hook AND o.sequence < d.sequence) ORDER BY d.try_us, d.written_us, d.case_id LIMIT ?";
    private static final String KEY = " WHERE case_id = ? AND hook = ? AND sequence = ?";

    private final Work work;
    private final Payloads payloads;

    /** A row, without its event. */
    private record Row(String caseId, String hook, int sequence, int attempts, Instant notBefore, String problem) {
    }

    DeliveryTable(Work work, Payloads payloads) {
        this.work = work;
        this.payloads = payloads;
    }

    List<Delivery> claim(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        return work.alone("Claiming what hook " + hook + " has not been told", connection -> {
            String sql = COLUMNS + " WHERE d.hook = ?" + (caseId.isPresent() ? " AND d.case_id = ?" : "") + HEADS + work.dialect().skippingLocked();
            List<Row> rows;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                statement.setString(at++, hook);
                if (caseId.isPresent()) {
                    statement.setString(at++, caseId.get());
                }
                statement.setLong(at++, Moments.micros(now));
                statement.setInt(at, limit);
                rows = rows(statement);
            }
            if (!rows.isEmpty()) {
                try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_delivery SET try_us = ?" + KEY)) {
                    for (Row row : rows) {
                        statement.setLong(1, Moments.notBefore(until));
                        key(statement, 2, row.caseId(), row.hook(), row.sequence());
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
            return deliveries(connection, rows);
        });
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new Row(result.getString(1), result.getString(2), result.getInt(3), result.getInt(4), Moments.read(result.getString(5)),
                    result.getString(6)));
            }
        }
        return rows;
    }

    private List<Delivery> deliveries(Connection connection, List<Row> rows) throws SQLException {
        List<Delivery> deliveries = new ArrayList<>(rows.size());
        try (PreparedStatement statement = connection.prepareStatement("SELECT payload, personal FROM recovery_event WHERE case_id = ?"
            + " AND sequence = ?")) {
            for (Row row : rows) {
                statement.setString(1, row.caseId());
                statement.setInt(2, row.sequence());
                try (ResultSet result = statement.executeQuery()) {
                    if (result.next()) {
                        deliveries.add(new Delivery(row.hook(), payloads.read(row.caseId(), row.sequence(), result.getString(1), result.getString(2)),
                            row.attempts(), row.notBefore(), row.problem()));
                    }
                } catch (UnreadableEventException e) {
                    // It must not hold up what other cases have to tell. It stays claimed, and is looked at again when the claim expires.
                    LOG.error("Hook {} cannot be told of an event that cannot be read", row.hook(), e);
                }
            }
        }
        return deliveries;
    }

    void delivered(Delivery delivery) {
        String caseId = delivery.event().caseId();
        work.write("Marking " + delivery.key() + " as delivered", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM recovery_delivery" + KEY)) {
                key(statement, 1, caseId, delivery.hook(), delivery.event().sequence());
                statement.executeUpdate();
            }
            if (delivery.attempts() > 0) {
                // What waited behind it no longer has to.
                try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_delivery SET try_us = ?"
                    + " WHERE case_id = ? AND hook = ? AND attempts = 0")) {
                    statement.setLong(1, Moments.ALWAYS);
                    statement.setString(2, caseId);
                    statement.setString(3, delivery.hook());
                    statement.executeUpdate();
                }
            }
            return null;
        });
    }

    void retry(Delivery failed) {
        String caseId = failed.event().caseId();
        long again = Moments.notBefore(failed.notBefore());
        work.write("Putting off " + failed.key(), connection -> {
            int there;
            try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_delivery SET attempts = ?, not_before = ?, try_us = ?,"
                + " problem = ?" + KEY)) {
                statement.setInt(1, failed.attempts());
                statement.setString(2, Moments.exact(failed.notBefore()));
                statement.setLong(3, again);
                statement.setString(4, failed.problem());
                key(statement, 5, caseId, failed.hook(), failed.event().sequence());
                there = statement.executeUpdate();
            }
            if (there > 0) {
                // What comes after it waits as long, and need not be looked at until then.
                try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_delivery SET try_us = ?"
                    + " WHERE case_id = ? AND hook = ? AND sequence > ?")) {
                    statement.setLong(1, again);
                    key(statement, 2, caseId, failed.hook(), failed.event().sequence());
                    statement.executeUpdate();
                }
            }
            return null;
        });
    }

    List<Delivery> dead(int limit) {
        return work.singly("Listing dead letters", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " WHERE d.not_before = 'never'"
                + " ORDER BY d.case_id, d.sequence, d.hook LIMIT ?")) {
                statement.setInt(1, limit);
                return deliveries(connection, rows(statement));
            }
        });
    }

    List<Delivery> waiting(Instant since, int limit) {
        return work.singly("Listing what hooks wait for", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " WHERE d.written_us < ? AND d.not_before <> 'never'"
                + " ORDER BY d.written_us, d.case_id, d.sequence, d.hook LIMIT ?")) {
                statement.setLong(1, Moments.micros(since));
                statement.setInt(2, limit);
                return deliveries(connection, rows(statement));
            }
        });
    }

    static boolean any(Connection connection, String caseId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM recovery_delivery WHERE case_id = ?")) {
            statement.setString(1, caseId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void key(PreparedStatement statement, int at, String caseId, String hook, int sequence) throws SQLException {
        statement.setString(at, caseId);
        statement.setString(at + 1, hook);
        statement.setInt(at + 2, sequence);
    }
}
