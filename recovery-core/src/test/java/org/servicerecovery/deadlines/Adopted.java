package org.servicerecovery.deadlines;

import static org.servicerecovery.model.Facts.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Priority;

/** Tickets that were under way elsewhere. */
final class Adopted {
    private static final Set<Fact> DELIVERING = new LinkedHashSet<>(List.of(OWNER_NAMED, FIRST_RESPONSE_GIVEN, APOLOGY_GIVEN, ACKNOWLEDGED,
        STORY_RECORDED, PARAPHRASED, STORY_CONFIRMED, SOLUTION_PROPOSED, SOLUTION_AGREED, PLAN_EXPLAINED));

    private Adopted() {
    }

    static Play delivering(Play play) {
        return adopted(play, "anna", DELIVERING);
    }

    static Play adopted(Play play, String owner, Set<Fact> attested, Duties.TakeOn... duties) {
        play.desk.adopt(Play.CASE, Command.does(Play.ANNA, new Actions.Adopt(Play.CUSTOMER, "the parcel never came", Channel.EMAIL,
            Priority.NORMAL, "", owner, attested, List.of(duties)))).orThrow();
        return play;
    }
}
