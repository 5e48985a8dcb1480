package org.servicerecovery.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases whose clocks have come. A claim moves the case in the index to where the claim expires: what others claimed is not in the way, and
 * the cost follows what is due.
 */
final class DueClaims {
    private static final String SELECT = "SELECT d.case_id FROM recovery_case d WHERE d.tick_us <= ? ORDER BY d.tick_us, d.case_id LIMIT ?";

    private final Work work;

    DueClaims(Work work) {
        this.work = work;
    }

    List<String> claim(Instant now, Instant until, int limit) {
        return work.alone("Claiming what is due", connection -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(SELECT + work.dialect().skippingLocked())) {
                statement.setLong(1, Moments.micros(now));
                statement.setInt(2, limit);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        ids.add(result.getString(1));
                    }
                }
            }
            if (!ids.isEmpty()) {
                try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_case SET tick_us = ? WHERE case_id = ?")) {
                    for (String id : ids) {
                        statement.setLong(1, Moments.notBefore(until));
                        statement.setString(2, id);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
            return ids;
        });
    }

    void unclaim(String caseId) {
        work.singly("Giving back the claim of case " + caseId, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("UPDATE recovery_case SET tick_us = next_due_us WHERE case_id = ?")) {
                statement.setString(1, caseId);
                return statement.executeUpdate();
            }
        });
    }
}
