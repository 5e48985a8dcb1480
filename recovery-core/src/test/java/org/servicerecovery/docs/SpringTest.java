package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Step;

/** The examples of docs/spring.md run, and do what it says of them. */
class SpringTest {
    @Test
    void whoeverIsNotOnDutyTakesNothing() {
        RecoveryDesk desk = SpringExample.desk(List.of("anna"));
        desk.as(Actor.agent("anna")).open("c", "customer-7", "late", Channel.EMAIL).orThrow();
        assertEquals("ben is not on duty", assertThrows(IllegalStateException.class, () -> desk.as(Actor.agent("ben")).perform("c", Step.TAKE_OWNERSHIP))
            .getMessage());
        assertEquals(1, desk.find("c").orElseThrow().version());
        desk.as(Actor.agent("anna")).perform("c", Step.TAKE_OWNERSHIP).orThrow();
    }

    @Test
    void theMachineTellsWhatRefused() {
        List<String> told = SpringExample.machine();
        assertTrue(told.contains("no-plain-transfer") && told.contains("LISTENING"), told::toString);
    }
}
