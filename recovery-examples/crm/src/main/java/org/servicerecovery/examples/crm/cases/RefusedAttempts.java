package org.servicerecovery.examples.crm.cases;

import java.time.InstantSource;
import java.util.List;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what was refused, which is in no history. */
@Component
class RefusedAttempts {
    private final JdbcClient database;
    private final InstantSource clock;

    RefusedAttempts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(Person person, String caseId, Decision decision) {
        long at = clock.instant().getEpochSecond();
        decision.refusedBy().forEach(rule -> database.sql("INSERT INTO crm_refused (refused_at, case_id, person, rule) VALUES (?, ?, ?, ?)")
            .params(at, caseId, person.id(), rule).update());
    }

    List<Report.RefusedBy> byRule() {
        return database.sql("SELECT rule, COUNT(*) FROM crm_refused GROUP BY rule ORDER BY COUNT(*) DESC, rule")
            .query((row, number) -> new Report.RefusedBy(row.getString(1), row.getLong(2))).list();
    }
}
