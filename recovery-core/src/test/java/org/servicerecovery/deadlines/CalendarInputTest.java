package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.OfficeHours;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Span;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.testing.RecoveryFixture;

/** What a host may get wrong with calendars and pauses, and what a calendar of its own may do. */
class CalendarInputTest {
    private static final Deadline BY_OFFICE = clock("resolution").by("office").within(Span.of(Duration.ofHours(8))).at(50, Kind.WARNING, "owner")
        .at(100, Kind.BREACH, "supervisor").from("house");

    private static Deadline.Builder clock(String id) {
        return Deadline.named(id).startsWhen(Facts.OPENED).metWith(CLOSE_AS_RECOVERED);
    }

    private static void broken(Deadline.Builder clock, String... named) {
        Deadline deadline = clock.within(Duration.ofHours(1)).at(100, Kind.BREACH, "owner").from("house");
        var builder = Playbooks.like(Playbooks.standard(), "own", "1").deadlines(List.of(deadline));
        names(assertThrows(BrokenPlaybookException.class, builder::build).getMessage(), named);
    }

    private static void wrong(Executable making, String... named) {
        names(assertThrows(InvalidInputException.class, making).getMessage(), named);
    }

    private static void names(String message, String... named) {
        for (String part : named) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not named in: " + message);
        }
    }

    /** A calendar that answers whatever a test wants. */
    private record Odd(String name, Instant after, Instant before, Duration between) implements BusinessCalendar {
        @Override
        public Instant after(Instant start, Span span) {
            return after;
        }

        @Override
        public Instant before(Instant end, Duration time) {
            return before;
        }

        @Override
        public Duration between(Instant start, Instant end) {
            return between;
        }
    }

    @Test
    void aPlaybookWithCalendarsAndPausesIsProvenLikeAnyOther() {
        Deadline pausing = clock("drafting").by("office").within(Span.businessDays(3)).pausedWhile("answer").at(100, Kind.BREACH, "owner")
            .from("house");
        Playbook playbook = Playbooks.like(Playbooks.standard(), "own", "1").deadlines(List.of(BY_OFFICE, pausing)).build();
        assertTrue(playbook.pauses());
        assertFalse(Playbooks.standard().pauses());
    }

    @Test
    void whatPausesWhileSomethingImpossibleRuns() {
        broken(clock("own").pausedWhile("answr"), "Deadline own pauses while answr runs", "does not have", "Name the deadline");
        broken(clock("own").pausedWhile("own"), "own pauses while own runs", "itself");
        broken(clock("own").pausedWhile("promise-due"), "promise-due", "for duties");
        broken(clock("own").pausedWhile("progress"), "progress", "recurs");
        Deadline other = clock("other").within(Duration.ofHours(1)).pausedWhile("answer").at(100, Kind.BREACH, "owner").from("house");
        Deadline own = clock("own").within(Duration.ofHours(1)).pausedWhile("other").at(100, Kind.BREACH, "owner").from("house");
        names(assertThrows(BrokenPlaybookException.class, () -> OwnClocks.playbook(own, other)).getMessage(), "own pauses while other runs",
            "pauses itself");
        wrong(() -> Deadline.named("own").forEach(Duty.Kind.PROMISE).pausedWhile("answer").at(100, Kind.BREACH, "owner").from("house"), "own",
            "PROMISE", "answer", "due on that date");
        wrong(() -> clock("own").pausedWhile(" "), "What pauses own");
    }

    @Test
    void aLengthThatIsNone() {
        wrong(() -> clock("own").within(Duration.ofHours(-1)), "own gives PT-1H", "positive length");
        wrong(() -> clock("own").within((Duration) null), "own gives null");
        wrong(() -> clock("own").within((Span) null), "The time that own gives");
        wrong(() -> clock("own").within(Priority.LOW, Duration.ZERO), "positive length");
        wrong(() -> clock("own").within(Duration.ofDays(366_001)).at(100, Kind.BREACH, "owner").from("house"), "own gives", "366000 days");
    }

    @Test
    void aDeskWithoutTheCalendarsOfItsPlaybook() {
        Deadline nightly = clock("other").by("night").within(Span.days(1)).at(100, Kind.BREACH, "owner").from("house");
        Playbook playbook = OwnClocks.playbook(BY_OFFICE, nightly);
        wrong(() -> RecoveryDesk.builder(playbook).build(), "own needs calendars", "resolution counts by office", "other counts by night",
            "Add them with calendar(");
        wrong(() -> RecoveryDesk.builder(playbook).calendar(new OfficeHours()).build(), "other counts by night", "there are: elapsed, office");
        wrong(() -> RecoveryFixture.on(playbook), "resolution counts by office");
    }

    @Test
    void twoCalendarsOfOneNameAndOneThatStandsForElapsedTime() {
        var builder = RecoveryDesk.builder(Playbooks.standard()).calendar(new OfficeHours());
        wrong(() -> builder.calendar(new OfficeHours()), "two calendars called office", "rename one");
        wrong(() -> builder.calendar(BusinessCalendar.elapsed()), "called elapsed", "another name");
        wrong(() -> builder.calendar(new Odd(" ", null, null, null)), "has none");
        wrong(() -> builder.calendar(new Odd(null, null, null, null)), "has none");
        assertThrows(NullPointerException.class, () -> builder.calendar(null));
        assertTrue(builder.build().playbook() == Playbooks.standard());
    }

    @Test
    void whatACalendarThrowsReachesTheCallerAndNothingIsWritten() {
        RuntimeException mine = new IllegalStateException("the holidays of 2031 are not known yet");
        boolean[] known = {true};
        class Forgetful implements BusinessCalendar {
            private final BusinessCalendar office = new OfficeHours();

            @Override
            public String name() {
                return "forgetful";
            }

            @Override
            public Instant after(Instant start, Span span) {
                if (!known[0]) {
                    throw mine;
                }
                return office.after(start, span);
            }

            @Override
            public Instant before(Instant end, Duration time) {
                return office.before(end, time);
            }

            @Override
            public Duration between(Instant start, Instant end) {
                return office.between(start, end);
            }
        }
        Deadline drafting = Deadline.named("drafting").startsWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).by("forgetful")
            .within(Span.of(Duration.ofHours(8))).at(100, Kind.BREACH, "owner").at(200, Kind.ESCALATION, "manager").from("house");
        Play play = Play.on(OwnClocks.playbook(drafting), new InMemoryCaseStore(), builder -> builder.calendar(new Forgetful()));
        play.byPhone();
        known[0] = false;
        int version = play.now().version();
        assertSame(mine, assertThrows(RuntimeException.class, () -> play.does(Play.ANNA, RECORD_STORY)));
        assertSame(mine, assertThrows(RuntimeException.class, () -> play.desk.preview(Play.CASE, play(RECORD_STORY))));
        assertEquals(version, play.now().version());
        known[0] = true;
        play.does(Play.ANNA, RECORD_STORY);
        known[0] = false;
        // A tick tells of it, and goes on with the other cases.
        play.passes(Duration.ofHours(9));
        var report = play.desk.tick();
        assertTrue(report.problems().stream().anyMatch(problem -> problem.contains(Play.CASE) && problem.contains("2031")), report::toString);
        assertEquals(List.of(), play.rungs("drafting"));
        known[0] = true;
        assertEquals(List.of(), play.desk.tick().problems());
        assertEquals(List.of("BREACH owner"), play.rungs("drafting"));
        OwnClocks.replays(play);
    }

    private static Command play(Step step) {
        return Command.does(Play.ANNA, Play.act(step)).attesting(Play.GOOD);
    }

    @Test
    void anAnswerThatNoCalendarMustGiveIsNotWritten() {
        for (Odd odd : List.of(new Odd("office", Play.START.minusSeconds(1), Play.START, Duration.ZERO), new Odd("office", null, null, null),
            new Odd("office", Play.START.plusSeconds(1), null, Duration.ofSeconds(-1)), new Odd("office", Play.START.plusSeconds(1), null, null))) {
            RecoveryDesk desk = RecoveryDesk.builder(OwnClocks.playbook(BY_OFFICE)).calendar(odd).clock(() -> Play.START).build();
            names(assertThrows(IllegalStateException.class, () -> desk.open("c", Play.opening(Play.MACRO, Channel.EMAIL, Priority.NORMAL, "")))
                .getMessage(), "calendar office", "which cannot be", "nothing was written");
            assertEquals(Optional.empty(), desk.find("c"));
        }
    }

    @Test
    void aFixtureCountsByTheCalendarsThatItIsGiven() {
        Deadline drafting = Deadline.named("drafting").startsWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).by("office")
            .within(Span.of(Duration.ofHours(8))).at(100, Kind.BREACH, "owner").from("house");
        RecoveryFixture fixture = RecoveryFixture.on(OwnClocks.playbook(drafting), new OfficeHours());
        fixture.givenCaseReadyFor(RECORD_STORY).whenAttempted(RecoveryAction.note(RECORD_STORY, "the parcel")).thenPermitted();
        RecoveryFixture lived = RecoveryFixture.on(OwnClocks.playbook(BY_OFFICE), new OfficeHours());
        lived.givenHistory(Play.opening(Play.MACRO, Channel.EMAIL, Priority.NORMAL, "")).whenPasses(Duration.ofHours(8));
        assertEquals(OwnClocks.at("5 17:00"), lived.desk().find(RecoveryFixture.CASE).orElseThrow().deadlines().stream()
            .filter(clock -> clock.deadline().equals("resolution")).findFirst().orElseThrow().due());
    }
}
