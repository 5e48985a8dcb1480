package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.START;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/** Steps that only the desk itself puts together rightly: done by hand they would lie, or leave half of it undone. */
class DoorsTest {
    private final Play play = Play.standard();

    private String refused(String caseId, RecoveryAction action) {
        int before = play.desk.find(caseId).orElseThrow().version();
        String message = assertThrows(InvalidInputException.class, () -> play.desk.perform(caseId, Command.does(ANNA, action))).getMessage();
        assertThrows(InvalidInputException.class, () -> play.desk.perform(caseId, before, Command.does(Actor.SYSTEM, action)));
        assertThrows(InvalidInputException.class, () -> play.desk.as(ANNA).perform(caseId, RecoveryAction.issue("one more"), action));
        assertEquals(before, play.desk.find(caseId).orElseThrow().version());
        return message;
    }

    @Test
    void nobodyMakesTimePassByHand() {
        play.byPhone().listened().proposed();
        String message = refused(Play.CASE, new Actions.Lapse("answer", 0, 1, Deadline.Rung.Kind.BREACH, "owner", START,
            Optional.of(Traits.ANSWER_LAPSED)));
        assertTrue(message.contains("desk.tick()"), message);
        assertFalse(play.has(Facts.ANSWER_OVERDUE), "silence that nobody waited for");
    }

    @Test
    void aCaseIsNotOpenedWithALapse() {
        Command command = Command.does(MACRO, new Actions.Open(Play.CUSTOMER, "no parcel", Channel.EMAIL, Priority.NORMAL, ""),
            new Actions.Lapse("answer", 0, 1, Deadline.Rung.Kind.BREACH, "owner", START, Optional.of(Traits.ANSWER_LAPSED)));
        assertThrows(InvalidInputException.class, () -> play.desk.open(Play.CASE, command));
        assertTrue(play.desk.find(Play.CASE).isEmpty());
    }

    @Test
    void theDuplicatesHalfOfAMergeIsNotDoneAlone() {
        play.byEmail();
        play.desk.open("c-2", Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        assertTrue(refused(Play.CASE, new HandOvers.Merge("c-2")).contains("desk.merge"), "its duties would go nowhere");
        assertFalse(play.has(Facts.MERGED));
    }

    @Test
    void theOriginalsHalfOfAMergeIsNotDoneAlone() {
        play.byPhone();
        play.desk.open("c-2", Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        Duty invented = new Duty(1, Duty.Kind.FOLLOW_UP, "ben", "call", play.instant(), play.in(Duration.ofDays(7)), Duty.Status.OPEN);
        refused(Play.CASE, new Duties.Absorb("c-2", List.of(invented), List.of()));
        assertFalse(play.has(Facts.FOLLOW_UP_SET), "a duty that nobody took on");
    }

    /** Else a rung would not be reported, because its command seems to be done. */
    @Test
    void nobodyTakesACommandIdOfTheDesksOwn() {
        Play play = Play.standard().byEmail();
        Command own = Command.does(Play.ANNA, RecoveryAction.of(Step.TAKE_OWNERSHIP)).identified("lapse first-response 0 0 after 2");
        assertTrue(assertThrows(InvalidInputException.class, () -> play.attempt(own)).getMessage().contains("UUID"));
        assertEquals(1, play.now().version());
    }
}
