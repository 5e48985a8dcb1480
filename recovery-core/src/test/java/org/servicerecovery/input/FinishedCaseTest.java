package org.servicerecovery.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Step.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;

/** An end stands until it is reopened, and whoever forgets that is told the way. */
class FinishedCaseTest {
    private final Play play = Play.standard();

    @Test
    void anActionForAFinishedCaseIsRefusedWithTheWayBack() {
        play.recovered();
        int version = play.now().version();
        Decision decision = play.attempt(ANNA, DIAGNOSE);
        assertEquals(List.of("not-here"), decision.refusedBy());
        String why = decision.reasons().get(0).why();
        assertTrue(why.contains("RECOVERED") && why.contains("reopened"), why);
        assertTrue(decision.reasons().get(0).cures().stream().anyMatch(cure -> cure.step() == REOPEN), decision.reasons().get(0)::toString);
        assertEquals(version, play.now().version());
    }
}
