package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;

/** What a command costs the database, counted where the driver is called. */
class StatementsTest {
    private static final String CASE = "case-1";
    private static final Actor ANA = Actor.agent("ana");

    @Test
    void onPostgresqlACommandIsOneReadAndOneWrite() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            CountingSource counting = counting(server.getPostgresDatabase());
            RecoveryDesk desk = desk(counting);

            assertTrue(open(desk).isPermitted());
            assertEquals(List.of("SELECT", "WITH"), counting.statements());
            assertEquals(0, counting.commits(), "one statement needs no transaction besides");

            counting.forget();
            assertTrue(accepted(desk).isPermitted());
            assertEquals(List.of("SELECT", "WITH"), counting.statements());
            assertEquals(0, counting.commits(), "one statement needs no transaction besides");

            counting.forget();
            assertFalse(refused(desk).isPermitted());
            assertEquals(List.of("SELECT"), counting.statements());
            assertEquals(0, counting.commits());
        }
    }

    @Test
    void onH2ACommandIsOneReadAndOneTransaction() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:statements", "sa", "");
        try {
            CountingSource counting = counting(pool);
            RecoveryDesk desk = desk(counting);

            assertTrue(open(desk).isPermitted());
            assertEquals(List.of("SELECT", "INSERT", "INSERT"), counting.statements());
            assertEquals(1, counting.commits());

            counting.forget();
            assertTrue(accepted(desk).isPermitted());
            assertEquals(List.of("SELECT", "UPDATE", "INSERT"), counting.statements());
            assertEquals(1, counting.commits());

            counting.forget();
            assertFalse(refused(desk).isPermitted());
            assertEquals(List.of("SELECT"), counting.statements());
            assertEquals(0, counting.commits());
        } finally {
            pool.dispose();
        }
    }

    private static CountingSource counting(DataSource source) {
        JdbcCaseStore.createSchema(source);
        return new CountingSource(source);
    }

    private static RecoveryDesk desk(CountingSource counting) {
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(JdbcCaseStore.over(counting.source())).build();
        counting.forget();
        return desk;
    }

    private static Decision open(RecoveryDesk desk) {
        return desk.open(CASE, Command.does(ANA, new Actions.Open("customer", "a parcel", Channel.PHONE, Priority.NORMAL, "")));
    }

    /** Several actions are several events, and still one write. */
    private static Decision accepted(RecoveryDesk desk) {
        return desk.perform(CASE, Command.does(ANA, RecoveryAction.mood(Mood.IRATE), RecoveryAction.of(Step.GET_READY)));
    }

    private static Decision refused(RecoveryDesk desk) {
        return desk.perform(CASE, Command.does(ANA, RecoveryAction.transfer("ben")));
    }
}
