package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.after;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;

/** Whatever cases there are, in whatever order: the figures are the same, and every case is in one place. */
class AnyOrderTest {
    private static final List<Play> POOL = pool();

    private static List<Play> pool() {
        Duration day = Duration.ofDays(1);
        return List.of(play().recovered(), after(day).recovered().passes(day).reopened(), play().unanswered(), after(day).unrecovered(),
            play().withdrawn(), after(day).referred(), play().byEmail(), play().byEmail().after(Duration.ofHours(3)), Stories.merged(),
            Stories.adopted(), Stories.adopted(Facts.OWNER_NAMED), after(day).byPhone().does(ANNA, mood(Mood.IRATE), mood(Mood.CALM)),
            Stories.recovered(confidence(true, ""), advocacy(7, ""), outcome(true, false, true, "")),
            after(day.multipliedBy(9)).byPhone().does(ANNA, note(RECORD_ROOT_CAUSE, "late"), note(RECORD_ROOT_CAUSE, "none found")),
            after(day).byPhone().listened().solved().does(ANNA, ESCALATE).after(day.multipliedBy(3)).delivered());
    }

    /** Some stories, each of one of few customers. */
    @Provide
    Arbitrary<List<List<CaseEvent>>> cases() {
        var drawn = Combinators.combine(Arbitraries.integers().between(0, POOL.size() - 1), Arbitraries.integers().between(1, 4))
            .as((story, customer) -> new int[] {story, customer}).list().ofMaxSize(25);
        return drawn.map(all -> IntStream.range(0, all.size())
            .mapToObj(i -> Stories.of(POOL.get(all.get(i)[0]), "case " + i, "customer " + all.get(i)[1])).toList());
    }

    @Property(tries = 200, seed = "20260105")
    void theOrderOfHistoriesDoesNotMatter(@ForAll("cases") List<List<CaseEvent>> cases, @ForAll Random random) {
        List<List<CaseEvent>> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        RecoveryFigures figures = RecoveryFigures.of(cases.stream());
        assertEquals(figures, RecoveryFigures.of(shuffled.stream()));
        assertEquals(figures.report(), RecoveryFigures.of(shuffled.parallelStream()).report());
    }

    @Property(tries = 200, seed = "20260105")
    void everyCaseIsInOnePlace(@ForAll("cases") List<List<CaseEvent>> cases) {
        RecoveryFigures figures = RecoveryFigures.of(cases.stream());
        long unmerged = figures.cases() - figures.merged();
        assertEquals(cases.size(), figures.cases());
        assertEquals(unmerged, figures.ends().ended() + figures.ends().open());
        assertEquals(unmerged, figures.times().adopted() + figures.times().firstResponse().measured()
            + figures.times().firstResponse().without());
        assertEquals(unmerged, figures.times().adopted() + figures.times().recovery().measured() + figures.times().recovery().without());
        assertEquals(unmerged, figures.easyFixes().share().of() + figures.easyFixes().undelivered() + figures.easyFixes().adopted());
        assertEquals(figures.ends().ended(), figures.balance().byActs().of() + figures.balance().withoutActs());
        assertEquals(figures.ends().ended(), figures.balance().byTime().of() + figures.balance().withoutTime());
        assertEquals(figures.ends().open(), figures.balance().unfinished());
        Moods.Change moods = figures.moods().perCase();
        assertEquals(unmerged, moods.better() + moods.same() + moods.worse() + moods.leftOut());
        Ends.Saved saved = figures.ends().saved();
        assertEquals(unmerged, saved.account().of() + saved.unstated() + saved.unrecorded());
        Loyalty loyalty = figures.loyalty();
        assertEquals(unmerged, loyalty.renewed().of() + loyalty.confidenceUnstated() + loyalty.confidenceUnrecorded());
        assertEquals(unmerged, loyalty.asked() + loyalty.advocacyUnstated() + loyalty.advocacyUnrecorded());
        assertEquals(unmerged, figures.repeats().recurrences().of() + figures.times().adopted());
    }
}
