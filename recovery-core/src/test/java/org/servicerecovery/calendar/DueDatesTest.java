package org.servicerecovery.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Span;

/**
 * Due dates that two other projects, jBPM and biz, state in their tests. Every row agrees, or differs by a convention that
 * {@link OpeningHours} states. The rows are not the project's to ship: they lie in a folder {@code shared/data} beside the repository, or
 * where the system property {@code recovery.data} says, and where they are not, these tests are reported as not run.
 */
class DueDatesTest {
    private static final String FILE = "business-time/due-dates.json";

    /** Used up exactly at a closing time: jBPM is {@link UsedUp#AT_NEXT_OPENING}, the default is {@link UsedUp#AT_CLOSING}. */
    private static final Set<String> USED_UP_AT_CLOSING = Set.of("jbpm-testCalculateDays", "jbpm-testCalculateDaysStartingInWeekend");

    /** Shown in minutes, though it began at a fraction of one: nothing is rounded here, so that the minute agrees. */
    private static final Set<String> SHOWN_IN_MINUTES = Set.of("jbpm-testSingleHolidayWithinGivenTime");

    /** A span of no time, which {@link Span} refuses: when a clock begins to run is asked of {@link OpeningHours#opensAt}. */
    private static final Set<String> NO_TIME = Set.of("biz-4");

    private static JsonNode rows;

    @BeforeAll
    static void read() throws IOException {
        Path folder = folder();
        Path file = folder.resolve(FILE);
        assumeTrue(Files.isRegularFile(file), () -> "Not run: the real due dates are not there. They would be looked for in " + file.normalize()
            + "; say where the folder with " + FILE + " is with -Drecovery.data=FOLDER.");
        rows = new ObjectMapper().readTree(file.toFile());
    }

    private static Path folder() {
        String told = System.getProperty("recovery.data", "");
        return told.isEmpty() ? Path.of(System.getProperty("basedir", ""), "..", "..", "shared", "data").toAbsolutePath() : Path.of(told);
    }

    @Test
    void rowsDifferFromTheDefaultsOnlyByStatedConventions() {
        Set<String> different = new TreeSet<>();
        for (JsonNode row : rows) {
            if (!agrees(row, UsedUp.AT_CLOSING)) {
                different.add(id(row));
            }
        }
        Set<String> stated = new TreeSet<>(USED_UP_AT_CLOSING);
        stated.addAll(SHOWN_IN_MINUTES);
        stated.addAll(NO_TIME);
        assertEquals(stated, different);
    }

    @Test
    void everyRowAgreesUnderTheConventionThatExplainsIt() {
        List<String> different = new ArrayList<>();
        int seen = 0;
        for (JsonNode row : rows) {
            seen++;
            UsedUp usedUp = USED_UP_AT_CLOSING.contains(id(row)) ? UsedUp.AT_NEXT_OPENING : UsedUp.AT_CLOSING;
            boolean agrees;
            if (NO_TIME.contains(id(row))) {
                agrees = hours(row, usedUp).opensAt(instant(row.get("start").asText())).equals(instant(row.get("expected").asText()));
            } else if (SHOWN_IN_MINUTES.contains(id(row))) {
                // The seconds and milliseconds of the beginning are kept, and only not shown.
                Instant due = hours(row, usedUp).after(instant(row.get("start").asText()), span(row));
                Instant start = instant(row.get("start").asText());
                agrees = due.minusNanos(start.toEpochMilli() % 60_000 * 1_000_000).equals(instant(row.get("expected").asText()));
            } else {
                agrees = agrees(row, usedUp);
            }
            if (!agrees) {
                different.add(id(row));
            }
        }
        assertEquals(List.of(), different);
        assertEquals(37, seen, "rows");
    }

    /** Both rows that are used up at a closing time are jBPM's; under its convention all rows of jBPM agree that show their seconds. */
    @Test
    void theOtherConventionAgreesWithAllRowsThatAreSpansAndShowTheirSeconds() {
        Set<String> different = new TreeSet<>();
        for (JsonNode row : rows) {
            if (!agrees(row, UsedUp.AT_NEXT_OPENING)) {
                different.add(id(row));
            }
        }
        Set<String> stated = new TreeSet<>(SHOWN_IN_MINUTES);
        stated.addAll(NO_TIME);
        assertEquals(stated, different);
    }

    private static boolean agrees(JsonNode row, UsedUp usedUp) {
        OpeningHours hours = hours(row, usedUp);
        Instant start = instant(row.get("start").asText());
        return switch (row.get("op").asText()) {
            case "after" -> {
                if (row.get("amount_seconds").asLong() == 0) {
                    assertThrows(InvalidInputException.class, () -> span(row));
                    yield false;
                }
                yield hours.after(start, span(row)).equals(instant(row.get("expected").asText()));
            }
            case "before" -> hours.before(start, Duration.ofSeconds(row.get("amount_seconds").asLong()))
                .equals(instant(row.get("expected").asText()));
            case "elapsed" -> hours.between(start, instant(row.get("end").asText())).toSeconds() == row.get("expected").asLong();
            default -> throw new AssertionError(row);
        };
    }

    private static String id(JsonNode row) {
        return row.get("id").asText();
    }

    private static Span span(JsonNode row) {
        return Span.of(Duration.ofSeconds(row.get("amount_seconds").asLong()));
    }

    /** Dates without a zone; all rows are in UTC. */
    private static Instant instant(String text) {
        String whole = text.length() == "2000-01-01 00:00".length() ? text + ":00" : text;
        return Instant.parse(whole.replace(' ', 'T') + "Z");
    }

    private static OpeningHours hours(JsonNode row, UsedUp usedUp) {
        assertEquals(0, row.get("breaks").size() + row.get("paused").size(), () -> id(row) + " has what this test does not read");
        OpeningHoursBuilder builder = OpeningHours.named(id(row), ZoneId.of(row.get("time_zone").asText())).usedUp(usedUp);
        for (DayOfWeek day : DayOfWeek.values()) {
            for (JsonNode one : row.get("hours").path(day.name().substring(0, 3).toLowerCase(Locale.ROOT))) {
                builder.open(day, one.get(0).asText() + "-" + one.get(1).asText());
            }
        }
        for (JsonNode holiday : row.get("holidays")) {
            builder.holidays(LocalDate.parse(holiday.asText()));
        }
        return builder.build();
    }
}
