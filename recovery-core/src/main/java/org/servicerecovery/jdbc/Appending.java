package org.servicerecovery.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/** The one write of a command. Who changes the line of the case has won; the rest of the write hangs on that. */
final class Appending {
    private static final String[] COLUMNS = {"version", "state", "owner", "customer", "team", "priority", "mood", "opened_at", "recorded_at",
        "next_due", "next_due_us", "tick_us", "seal", "snapshot"};
    private static final String SET = String.join(" = ?, ", COLUMNS) + " = ?";
    private static final String UPDATE = "UPDATE recovery_case SET " + SET + " WHERE case_id = ? AND version = ? AND archived = FALSE";
    private static final String INSERT = "INSERT INTO recovery_case (" + String.join(", ", COLUMNS) + ", case_id, archived) VALUES ("
        + "?, ".repeat(COLUMNS.length) + "?, FALSE)";
    private static final String EVENT = "INSERT INTO recovery_event (case_id, sequence, command_id, hash, payload, personal)";
    private static final String DELIVERY = "INSERT INTO recovery_delivery (case_id, sequence, hook, attempts, not_before, try_us, written_us, problem)";
    private static final String ALL_AT_ONCE = " RETURNING case_id), logged AS (" + EVENT
        + " SELECT moved.case_id, e.* FROM moved, unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[]) e)";
    private static final String AND_TOLD = ", told AS (" + DELIVERY
        + " SELECT moved.case_id, d.sequence, d.hook, 0, 'always', " + Moments.ALWAYS + ", ?, '' FROM moved, unnest(?::int[], ?::text[]) d(sequence, hook))";
    private static final String COUNTED = " SELECT count(*) FROM moved";

    private final Payloads payloads;
    private final Loaded before;
    private final RecoveryCase after;
    private final List<Delivery> deliveries;
    private final List<EventRow> rows = new ArrayList<>();

    Appending(Payloads payloads, Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        this.payloads = payloads;
        this.before = before;
        this.after = after;
        this.deliveries = deliveries;
        String seal = before.seal();
        for (CaseEvent event : events) {
            Written written = payloads.write(event);
            seal = Integrity.hash(seal, written.payload());
            rows.add(new EventRow(event.sequence(), event.commandId(), seal, written.payload(), written.personal()));
        }
    }

    /** Whether the case was still at the version that was loaded; if not, nothing was written. */
    boolean on(Connection connection, Dialect dialect) throws SQLException {
        return dialect == Dialect.POSTGRESQL ? inOne(connection) : inSeveral(connection);
    }

    private boolean isNew() {
        return before.snapshot().version() == 0;
    }

    private boolean inOne(Connection connection) throws SQLException {
        String sql = "WITH moved AS (" + (isNew() ? INSERT + " ON CONFLICT DO NOTHING" : UPDATE) + ALL_AT_ONCE
            + (deliveries.isEmpty() ? "" : AND_TOLD) + COUNTED;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = line(statement);
            at = array(statement, at, "int4", rows.stream().map(EventRow::sequence).toArray());
            at = array(statement, at, "text", rows.stream().map(EventRow::commandId).toArray());
            at = array(statement, at, "text", rows.stream().map(EventRow::hash).toArray());
            at = array(statement, at, "text", rows.stream().map(EventRow::payload).toArray());
            at = array(statement, at, "text", rows.stream().map(EventRow::personal).toArray());
            if (!deliveries.isEmpty()) {
                statement.setLong(at++, Moments.micros(after.recordedAt()));
                at = array(statement, at, "int4", deliveries.stream().map(one -> one.event().sequence()).toArray());
                array(statement, at, "text", deliveries.stream().map(Delivery::hook).toArray());
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) == 1;
            }
        }
    }

    private static int array(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        Array array = statement.getConnection().createArrayOf(type, values);
        statement.setArray(at, array);
        return at + 1;
    }

    private boolean inSeveral(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(isNew() ? INSERT : UPDATE)) {
            line(statement);
            if (statement.executeUpdate() == 0) {
                return false;
            }
        } catch (SQLException e) {
            if (isNew() && Dialect.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
        EventTable.insert(connection, after.id(), rows);
        if (!deliveries.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(DELIVERY + " VALUES (?, ?, ?, 0, 'always', " + Moments.ALWAYS
                + ", ?, '')")) {
                for (Delivery delivery : deliveries) {
                    statement.setString(1, after.id());
                    statement.setInt(2, delivery.event().sequence());
                    statement.setString(3, delivery.hook());
                    statement.setLong(4, Moments.micros(after.recordedAt()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        return true;
    }

    private int line(PreparedStatement statement) throws SQLException {
        String seal = rows.isEmpty() ? before.seal() : rows.get(rows.size() - 1).hash();
        int at = line(statement, CaseSummary.of(after), seal, payloads.writeSnapshot(after));
        statement.setString(at++, after.id());
        if (!isNew()) {
            statement.setInt(at++, before.snapshot().version());
        }
        return at;
    }

    /** The columns that are derived from a snapshot. A claim of the case ends with it. */
    private static int line(PreparedStatement statement, CaseSummary line, String seal, String snapshot) throws SQLException {
        int at = 1;
        statement.setInt(at++, line.version());
        statement.setString(at++, line.state().name());
        statement.setString(at++, line.owner());
        statement.setString(at++, line.customer());
        statement.setString(at++, line.team());
        statement.setString(at++, line.priority().name());
        statement.setString(at++, line.mood().map(Enum::name).orElse(""));
        statement.setString(at++, Moments.exact(line.openedAt()));
        statement.setString(at++, Moments.exact(line.recordedAt()));
        statement.setString(at++, Moments.exact(line.nextDue()));
        statement.setLong(at++, Moments.notBefore(line.nextDue()));
        statement.setLong(at++, Moments.notBefore(line.nextDue()));
        statement.setString(at++, seal);
        statement.setString(at++, snapshot);
        return at;
    }

    /** Writes what is derived from a snapshot anew; the events, the version and the seal stay. */
    static void rewrite(Connection connection, Payloads payloads, RecoveryCase same, String seal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_case SET " + SET + " WHERE case_id = ?")) {
            int at = line(statement, CaseSummary.of(same), seal, payloads.writeSnapshot(same));
            statement.setString(at, same.id());
            statement.executeUpdate();
        }
    }
}
