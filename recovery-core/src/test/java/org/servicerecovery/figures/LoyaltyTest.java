package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.advocacy;
import static org.servicerecovery.model.RecoveryAction.confidence;
import static org.servicerecovery.model.Step.RECORD_ADVOCACY;
import static org.servicerecovery.model.Step.RECORD_CONFIDENCE;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;

/** Confidence and advocacy, as numbers and as plain notes. */
class LoyaltyTest {
    private static Loyalty loyalty(Play... plays) {
        return figures(plays).loyalty();
    }

    @Test
    @Covers(bites = "E33")
    @DisplayName("E33: the share of renewed confidence is of the cases that state it")
    void renewed() {
        Loyalty figure = loyalty(Stories.recovered(confidence(true, "would order again")), Stories.recovered(confidence(true, "")),
            Stories.recovered(confidence(false, "will see")));
        assertEquals(new Share(2, 3), figure.renewed());
    }

    @Test
    @Covers(passes = "E33")
    @DisplayName("E33: a plain note, no entry, one taken back and one from before a reopening state no confidence")
    void notRenewed() {
        Play takenBack = Stories.takingBack(Stories.askedAgain().does(ANNA, confidence(true, "")), RECORD_CONFIDENCE);
        Loyalty figure = loyalty(play().recovered(), play().byPhone(), takenBack, Stories.recovered(confidence(true, "")).reopened(),
            Stories.merged());
        assertEquals(new Share(0, 0), figure.renewed());
        assertEquals(1, figure.confidenceUnstated());
        assertEquals(3, figure.confidenceUnrecorded());
        assertEquals(new Share(1, 1), loyalty(takenBack.does(ANNA, confidence(true, "asked again"))).renewed(), "the later entry stands");
    }

    @Test
    @Covers(bites = "E32")
    @DisplayName("E32: the mean likelihood to recommend is of the cases that state it")
    void advocated() {
        Loyalty figure = loyalty(Stories.recovered(advocacy(10, "gladly")), Stories.recovered(advocacy(0, "")),
            Stories.recovered(advocacy(9, "")));
        assertEquals(3, figure.asked());
        assertEquals(OptionalDouble.of(19 / 3.0), figure.meanLikelihood());
    }

    @Test
    @Covers(passes = "E32")
    @DisplayName("E32: a plain note, no entry, one taken back and one from before a reopening state no likelihood")
    void notAdvocated() {
        Play takenBack = Stories.takingBack(Stories.askedAgain().does(ANNA, advocacy(10, "")), RECORD_ADVOCACY);
        Loyalty figure = loyalty(play().recovered(), play().byPhone(), takenBack, Stories.recovered(advocacy(10, "")).reopened(),
            Stories.merged());
        assertEquals(0, figure.asked());
        assertEquals(OptionalDouble.empty(), figure.meanLikelihood());
        assertEquals(1, figure.advocacyUnstated());
        assertEquals(3, figure.advocacyUnrecorded());
    }
}
