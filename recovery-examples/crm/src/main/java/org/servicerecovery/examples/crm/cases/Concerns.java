package org.servicerecovery.examples.crm.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The CRM's own index of the cases: who is concerned, and when the next clock runs out. It is a hook, so that it hears of everything that was
 * written, by whatever node, and again if it failed; it reads the case as it stands, so that it does not matter how often.
 */
@Component
public class Concerns implements EscalationHook {
    private final JdbcClient database;
    private final ObjectProvider<CaseStore> store;

    Concerns(JdbcClient database, ObjectProvider<CaseStore> store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public String name() {
        return "crm-index";
    }

    @Override
    public boolean wants(CaseEvent event) {
        return true;
    }

    @Override
    public void deliver(Delivery delivery) {
        store.getObject().load(delivery.event().caseId()).ifPresent(seen -> {
            helper(delivery.event());
            index(seen);
        });
    }

    /** Takes down how a case stands; who helps is known by the entries of the history only. */
    public void index(RecoveryCase seen) {
        people(seen);
        line(seen);
    }

    boolean has(String caseId, String person) {
        return database.sql("SELECT COUNT(*) FROM crm_concern WHERE case_id = ? AND person = ?").params(caseId, person)
            .query(Integer.class).single() > 0;
    }

    private void helper(CaseEvent event) {
        if (event.action() instanceof HandOvers.Involve involve) {
            if (involve.step() == Step.INVOLVE) {
                put(event.caseId(), involve.helper(), true, true);
            } else {
                database.sql("DELETE FROM crm_concern WHERE case_id = ? AND person = ?").params(event.caseId(), involve.helper()).update();
            }
        }
    }

    private void people(RecoveryCase seen) {
        Set<String> now = Access.concerned(seen, true);
        Set<String> others = new LinkedHashSet<>(database.sql("SELECT person FROM crm_concern WHERE case_id = ?").param(seen.id())
            .query(String.class).list());
        others.addAll(Access.concerned(seen, false));
        for (String person : others) {
            put(seen.id(), person, now.contains(person), false);
        }
    }

    private void put(String caseId, String person, boolean now, boolean helps) {
        String again = "UPDATE crm_concern SET active = ?" + (helps ? ", helps = TRUE" : "") + " WHERE case_id = ? AND person = ?";
        if (database.sql(again).params(now, caseId, person).update() == 0) {
            try {
                database.sql("INSERT INTO crm_concern (case_id, person, active, helps) VALUES (?, ?, ?, ?)")
                    .params(caseId, person, now, helps).update();
            } catch (DuplicateKeyException e) {
                database.sql(again).params(now, caseId, person).update();
            }
        }
    }

    private void line(RecoveryCase seen) {
        List<RunningDeadline> running = QueueLine.running(seen);
        long due = running.isEmpty() ? Long.MAX_VALUE : running.get(0).due().getEpochSecond();
        boolean live = !seen.state().isEnd() || !running.isEmpty();
        String again = "UPDATE crm_case SET version = ?, live = ?, owner = ?, team = ?, due = ? WHERE case_id = ? AND version <= ?";
        Object[] values = {seen.version(), live, seen.data().owner(), seen.data().team(), due, seen.id()};
        if (database.sql(again).params(values).param(seen.version()).update() == 0) {
            try {
                database.sql("INSERT INTO crm_case (version, live, owner, team, due, case_id) VALUES (?, ?, ?, ?, ?, ?)").params(values).update();
            } catch (DuplicateKeyException e) {
                // Somebody else knows a newer version of the case already.
                return;
            }
        }
    }
}
