package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.boot.Complaints;
import org.servicerecovery.kernel.RefusedException;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the host writes and what the desk writes in one transaction stands and falls together. */
class TransactionsTest {
    private static ConfigurableApplicationContext host;
    private static RecoveryDesk desk;
    private static Complaints complaints;

    @BeforeAll
    static void start() {
        host = Hosts.example();
        desk = host.getBean(RecoveryDesk.class);
        complaints = host.getBean(Complaints.class);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static int notes(String caseId) {
        return host.getBean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM note WHERE case_id = ?", Integer.class, caseId);
    }

    private static String received() {
        return complaints.receive("customer-1", "It came broken.", Channel.PHONE, "anna");
    }

    @Test
    void bothAreCommittedTogether() {
        String id = received();
        assertEquals(1, notes(id));
        assertEquals(1, desk.find(id).orElseThrow().version());
    }

    @Test
    void aRollbackTakesTheCommandWithIt() {
        String id = received();
        TransactionTemplate transaction = new TransactionTemplate(host.getBean(PlatformTransactionManager.class));
        assertThrows(IllegalStateException.class, () -> transaction.executeWithoutResult(status -> {
            assertTrue(desk.as(Actor.agent("anna")).perform(id, RecoveryAction.mood(Mood.IRATE)).isPermitted());
            assertEquals(2, desk.find(id).orElseThrow().version());
            throw new IllegalStateException("the host's own trouble");
        }));
        assertEquals(1, desk.find(id).orElseThrow().version());
    }

    @Test
    void aRefusalIsAValueAndMarksNothingForRollback() {
        String id = received();
        assertFalse(complaints.passOn(id, "anna", "ben").isPermitted());
        assertEquals(2, notes(id));
        assertEquals(1, desk.find(id).orElseThrow().version());
    }

    @Test
    void aRefusalThatIsThrownRollsBack() {
        String id = received();
        assertThrows(RefusedException.class, () -> complaints.mustPassOn(id, "anna", "ben"));
        assertEquals(1, notes(id));
        assertEquals(1, desk.find(id).orElseThrow().version());
    }
}
