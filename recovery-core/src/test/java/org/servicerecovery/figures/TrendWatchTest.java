package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.servicerecovery.desk.Play;

/** The threshold of a trend against plain counting (B49). */
class TrendWatchTest {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Collected in order of time: told exactly where the number of cases within the last week comes up to the threshold. */
    @Property(tries = 500, seed = "20260105")
    void itIsToldOnceForEachCrossing(@ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> days,
                                  @ForAll @IntRange(min = 1, max = 5) int cases) {
        TrendWatch watch = new TrendWatch(cases, WEEK, trend -> { });
        List<Integer> sorted = days.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            int today = sorted.get(i);
            long before = sorted.subList(0, i).stream().filter(day -> today - day <= 7).count();
            Optional<Trend> trend = watch.see("late", Play.START.plus(Duration.ofDays(today)), "case " + i);
            assertEquals(before == cases - 1, trend.isPresent(), () -> sorted + " at " + today);
            trend.ifPresent(one -> assertEquals(cases, one.caseIds().size()));
        }
    }
}
