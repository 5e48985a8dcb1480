package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Step.RECORD_PROOF;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Trait;

/** A second fact or trait of a known name must not slip past what the first one is checked for. */
class EqualNamesTest {
    private final Play play = Play.standard().byPhone();

    @Test
    void aFactOfTheLibraryIsNotEstablishedUnderAnEqualName() {
        assertThrows(InvalidInputException.class,
            () -> play.attempt(ANNA, RecoveryAction.established(Fact.named("APOLOGY_GIVEN"), "so to speak")));
        assertFalse(play.has(Facts.APOLOGY_GIVEN));
    }

    @Test
    void whatHasToHappenHereIsNotAdoptedUnderAnEqualName() {
        assertThrows(InvalidInputException.class, () -> play.desk.adopt("c-2", Command.does(ANNA, new Actions.Adopt(Play.CUSTOMER, "no parcel",
            Channel.EMAIL, Priority.NORMAL, "", "", Set.of(Fact.named("CUSTOMER_SATISFIED")), List.of()))));
    }

    @Test
    void whatIsComputedIsNotAttestedUnderAnEqualName() {
        assertThrows(InvalidInputException.class,
            () -> play.attempt(Command.does(ANNA, RecoveryAction.note(RECORD_PROOF, "hopeless")).attesting(Trait.named("BY_SUPERVISOR"))));
    }
}
