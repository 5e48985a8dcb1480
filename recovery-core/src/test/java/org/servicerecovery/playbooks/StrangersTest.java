package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.playbooks.Phase.ACKNOWLEDGE;
import static org.servicerecovery.playbooks.Phase.APOLOGISE;
import static org.servicerecovery.playbooks.Phase.EMPATHISE;
import static org.servicerecovery.playbooks.Phase.LISTEN;
import static org.servicerecovery.playbooks.Phase.SOLVE;
import static org.servicerecovery.playbooks.Phase.THANK;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/** What somebody who saw the library for the first time tried, and stumbled over. */
class StrangersTest {
    static Stream<List<Phase>> orders() {
        return Stream.of(List.of(APOLOGISE, SOLVE), List.of(LISTEN, SOLVE), List.of(ACKNOWLEDGE, SOLVE), List.of(LISTEN, APOLOGISE, SOLVE),
            List.of(LISTEN, EMPATHISE, APOLOGISE, SOLVE, THANK));
    }

    /** Whoever lets the story be confirmed has listened and apologised before that, if the order says so, without naming it twice. */
    @ParameterizedTest
    @MethodSource("orders")
    void anyOrderGoesWithAConfirmedStory(List<Phase> phases) {
        Playbook built = Procedure.named("own", "1").order("handbook", phases.toArray(Phase[]::new)).confirmsTheStory().builder().build();
        assertTrue(built.guardrail("solve-in-order").watches().contains(Step.CONFIRM_STORY));
        Procedure.named("own", "1").says("C").order("handbook", phases.toArray(Phase[]::new)).confirmsTheStory().builder().build();
    }

    @Test
    void whatIsTakenAlwaysIsNotLeftOut() {
        for (String id : List.of("next-step-before-parting", "said-to-the-customer", "end-satisfied")) {
            String message = assertThrows(InvalidInputException.class,
                () -> Procedure.named("own", "1").says("A", "D").leavesOut(id).builder()).getMessage();
            assertTrue(message.contains(id) && message.contains("every desk needs stay"), message);
        }
    }

    /** One message names all that is missing, and leaving all of it out is a way. */
    @Test
    void theStrategiesGoWithoutAHandOver() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Procedure.named("own", "1").says("E").builder());
        String[] named = refused.getMessage().replaceFirst(".*over: ", "").replaceFirst("\\. Let.*", "").split(", ");
        assertTrue(named.length > 5, refused.getMessage());
        Playbook built = Procedure.named("own", "1").says("E").leavesOut(named).builder().build();
        assertTrue(built.deadline("receiver-joins").isEmpty());
        assertTrue(built.deadline("progress").isPresent());
    }

    @Test
    void anOrderHasPhasesAndARuleOneMeaning() {
        assertThrows(InvalidInputException.class, () -> Procedure.named("own", "1").order("handbook"));
        Guardrail one = Guardrail.named("one").watches(Step.PARK).bars(Facts.THANKED).because("Why.").from("handbook");
        assertThrows(InvalidInputException.class, () -> Procedure.named("own", "1").rules(one, one));
        assertEquals("own", Procedure.named("own", "1").rules(one).builder().build().id().name());
    }
}
