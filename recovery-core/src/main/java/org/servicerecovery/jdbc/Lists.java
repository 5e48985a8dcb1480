package org.servicerecovery.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseSummary;

/** Lists of cases, page by page. */
final class Lists {
    private final Work work;

    Lists(Work work) {
        this.work = work;
    }

    List<CaseSummary> find(CaseQuery query) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (!query.archived()) {
            where.append(" AND archived = FALSE");
        }
        query.owner().ifPresent(owner -> and(where, values, "owner = ?", owner));
        query.customer().ifPresent(customer -> and(where, values, "customer = ?", customer));
        query.dueBy().ifPresent(when -> and(where, values, "next_due_us <= ?", Moments.notBefore(when)));
        if (!query.states().isEmpty()) {
            in(where, values, "state", query.states().stream().map(Enum::name).sorted().toList());
        }
        query.mood().ifPresent(mood -> in(where, values, "mood", Stream.of(Mood.values()).filter(one -> one.atLeast(mood)).map(Enum::name).toList()));
        query.after().ifPresent(last -> after(where, values, query.byDue(), last));
        String sql = "SELECT case_id, version, state, owner, customer, team, priority, mood, opened_at, recorded_at, next_due FROM recovery_case"
            + (where.length() == 0 ? "" : " WHERE " + where.substring(" AND ".length()))
            + " ORDER BY " + (query.byDue() ? "next_due_us, case_id" : "case_id") + " LIMIT ?";
        values.add(query.limit());
        return work.singly("Listing cases", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                return lines(statement);
            }
        });
    }

    private static void after(StringBuilder where, List<Object> values, boolean byDue, CaseSummary last) {
        if (byDue) {
            and(where, values, "(next_due_us > ? OR next_due_us = ? AND case_id > ?)", Moments.notBefore(last.nextDue()),
                Moments.notBefore(last.nextDue()), last.id());
        } else {
            and(where, values, "case_id > ?", last.id());
        }
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object... more) {
        where.append(" AND ").append(condition);
        Collections.addAll(values, more);
    }

    private static void in(StringBuilder where, List<Object> values, String column, List<String> names) {
        where.append(" AND ").append(column).append(" IN (").append(String.join(", ", Collections.nCopies(names.size(), "?"))).append(')');
        values.addAll(names);
    }

    private static List<CaseSummary> lines(PreparedStatement statement) throws SQLException {
        List<CaseSummary> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<Mood> mood = Optional.of(row.getString(8)).filter(name -> !name.isEmpty()).map(Mood::valueOf);
                lines.add(new CaseSummary(row.getString(1), row.getInt(2), RecoveryState.valueOf(row.getString(3)), row.getString(4), row.getString(5),
                    row.getString(6), Priority.valueOf(row.getString(7)), mood, Moments.read(row.getString(9)), Moments.read(row.getString(10)),
                    Moments.read(row.getString(11))));
            }
        }
        return lines;
    }

    List<CaseCount> counts() {
        return work.singly("Counting cases", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT state, owner, count(*) FROM recovery_case WHERE archived = FALSE"
                + " GROUP BY state, owner"); ResultSet row = statement.executeQuery()) {
                List<CaseCount> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new CaseCount(RecoveryState.valueOf(row.getString(1)), row.getString(2), row.getLong(3)));
                }
                counts.sort(CaseCount.ORDER);
                return List.copyOf(counts);
            }
        });
    }
}
