package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.after;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures as text. */
class ReportTest {
    private static RecoveryFigures some() {
        FiguresCollector collector = RecoveryFigures.collector();
        collector.trendAt(2, Duration.ofDays(30), trend -> { });
        collector.add(Stories.of(Stories.recovered(confidence(true, ""), advocacy(9, ""), outcome(true, true, false, "")), "a", "ann"));
        collector.add(Stories.of(play().byEmail().after(Duration.ofMinutes(90)).does(ANNA, TAKE_OWNERSHIP)
            .does(ANNA, note(RECORD_ROOT_CAUSE, "Late parcel")), "b", "ann"));
        collector.add(Stories.of(after(Duration.ofDays(2)).byPhone().does(ANNA, note(RECORD_ROOT_CAUSE, "late parcel")), "c", "carl"));
        collector.add(Stories.of(Stories.merged(), "d", "carl"));
        collector.refused(play().byPhone().attempt(ANNA, RECORD_DELIVERY));
        return collector.figures();
    }

    private static void assertLine(String report, String... parts) {
        assertTrue(report.lines().map(line -> line.strip().replaceAll(" {2,}", "|")).anyMatch(String.join("|", parts)::equals),
            () -> String.join("|", parts) + " is no line of\n" + report);
    }

    @Test
    void everyFigureIsInIt() {
        String report = some().report();
        assertTrue(report.startsWith("Recovery figures over 4 cases; merged duplicates, left out everywhere: 1\n"), report);
        assertLine(report, "RECOVERED", "1", "100.0 %");
        assertLine(report, "still open", "2");
        assertLine(report, "business", "0", "1", "0.0 %");
        assertLine(report, "to the first response (A03)", "2", "1", "0 s", "0 s", "0 s", "0 s");
        assertLine(report, "to an owner (A06)", "3", "0", "30 min 0 s", "0 s", "1 h 30 min", "1 h 30 min");
        assertLine(report, "of the cases that delivered", "1", "1", "100.0 %");
        assertLine(report, "to compare with", "80.0 %");
        assertLine(report, "by acts (D15)", "1", "1", "100.0 %");
        assertLine(report, "per case", "0", "1", "0", "0.00", "2");
        assertLine(report, "confidence renewed (E33)", "1", "100.0 %", "0", "2");
        assertLine(report, "likelihood to recommend, 0 to 10 (E32)", "1", "9.00", "0", "2");
        assertLine(report, "not-here", "1", "1", "0", "0", "0");
        assertLine(report, "first-response", "1", "1");
        assertLine(report, "late parcel", "2", "66.7 %", "2", "2026-01-05", "2026-01-07");
        assertLine(report, "late parcel", "2", "30 d 0 h", "2026-01-05", "2026-01-07");
        assertLine(report, "customers with several cases", "1", "2", "50.0 %");
    }

    @Test
    void noLineIsWiderThanAPageAndNoneEndsInBlanks() {
        RecoveryFigures figures = RecoveryFigures.of(Stream.of(Stories.of(play().byPhone().does(ANNA, note(RECORD_ROOT_CAUSE,
            "the carrier's depot ".repeat(40)), note(RECORD_ROOT_CAUSE, "\uD83D\uDE00".repeat(100))))));
        for (RecoveryFigures one : List.of(some(), figures, RecoveryFigures.of(Stream.empty()))) {
            one.report().lines().forEach(line -> {
                assertTrue(line.length() <= 120, line);
                assertEquals(line.stripTrailing(), line);
                assertTrue(line.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2 == 0, line);
            });
        }
        String report = figures.report();
        assertTrue(report.contains("the carrier's depot the carrier's depot") && report.contains("…"), report);
    }

    @Test
    void itReadsTheSameEverywhere() {
        String expected = some().report();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, some().report());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void timesAreToldInTheTwoUnitsThatMatter() {
        assertEquals("-", Report.time(Optional.empty()));
        assertEquals("0 s", Report.time(Optional.of(Duration.ZERO)));
        assertEquals("59 s", Report.time(Optional.of(Duration.ofMillis(59_999))));
        assertEquals("1 min 1 s", Report.time(Optional.of(Duration.ofSeconds(61))));
        assertEquals("23 h 59 min", Report.time(Optional.of(Duration.ofSeconds(86_399))));
        assertEquals("8 d 1 h", Report.time(Optional.of(Duration.ofHours(193))));
    }
}
