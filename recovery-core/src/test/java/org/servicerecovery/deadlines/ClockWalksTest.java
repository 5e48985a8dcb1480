package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Span;
import org.servicerecovery.playbook.Playbook;

/** Random histories with calendars and pauses: what was lived is what a count minute by minute gives, and what the log alone gives. */
class ClockWalksTest {
    private static final long SEED = 20260105;
    private static final Duration LONG = Duration.ofDays(90);
    private static final int[] PERCENT = {10, 25, 50, 75, 100, 130, 200};

    private static final Playbook COUNTED = OwnClocks.playbook(
        ladder(whole("elapsed-time").within(Duration.ofHours(50)).pausedWhile("answer")),
        ladder(whole("office-time").by("office").within(Span.of(Duration.ofHours(40))).pausedWhile("answer")),
        ladder(whole("legal").within(Duration.ofHours(50))), ladder(whole("legal-office").by("office").within(Span.of(Duration.ofHours(40)))));

    private static final Playbook MIXED = OwnClocks.playbook(
        ladder(whole("elapsed-time").within(Duration.ofHours(50)).pausedWhile("answer")),
        ladder(whole("business-days").by("office").within(Span.businessDays(6)).pausedWhile("answer")),
        ladder(whole("days").by("office").within(Span.days(6)).pausedWhile("answer").survivingTheEnd()),
        ladder(whole("weeks").within(Span.weeks(1)).startsWith(REOPEN)),
        ladder(Deadline.named("drafting").startsWith(RECORD_STORY).metWith(RECORD_FEELING).voidedWith(GET_READY).by("office")
            .within(Span.of(Duration.ofMinutes(700))).pausedWhile("answer")),
        ladder(Deadline.named("updates").startsWith(TAKE_OWNERSHIP).metWith(RECORD_FAILURE).voidedWith(RECORD_DELIVERY).recurring().by("office")
            .within(Span.of(Duration.ofMinutes(1_000))).pausedWhile("answer")),
        ladder(Deadline.named("promise-due").forEach(Duty.Kind.PROMISE).by("office")));

    private final Random random = new Random(SEED);

    private static Deadline.Builder whole(String id) {
        return Deadline.named(id).startsWhen(Facts.OPENED).metWith(OwnClocks.ENDS);
    }

    private static Deadline ladder(Deadline.Builder clock) {
        for (int percent : PERCENT) {
            clock.at(percent, percent < 100 ? Kind.WARNING : percent == 100 ? Kind.BREACH : Kind.ESCALATION, "tier-" + percent);
        }
        return clock.from("house");
    }

    /** From then on the customer has the ball, or has it no longer. */
    private record Turn(Instant at, boolean customers) {
    }

    @Test
    void whatFellDueIsWhatACountMinuteByMinuteGives() {
        int paused = 0;
        for (int walk = 0; walk < 60; walk++) {
            Play play = Play.on(COUNTED).passes(Duration.ofMinutes(random.nextInt(10_000))).byEmail().does(ANNA, TAKE_OWNERSHIP);
            Instant start = play.instant();
            List<Turn> turns = turns(play);
            paused += turns.size();
            assertEquals(counted(start, 50 * 60, turns, false), lived(play, "elapsed-time"), "seed " + SEED + ", walk " + walk + " " + turns);
            assertEquals(counted(start, 40 * 60, turns, true), lived(play, "office-time"), "seed " + SEED + ", walk " + walk + " " + turns);
            assertEquals(counted(start, 50 * 60, List.of(), false), lived(play, "legal"));
            assertEquals(counted(start, 40 * 60, List.of(), true), lived(play, "legal-office"));
            OwnClocks.replays(play);
        }
        assertTrue(paused > 100, "turns: " + paused);
    }

    /** The customer is asked and answers, or does not; ticks come in time. */
    private List<Turn> turns(Play play) {
        List<Turn> turns = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            play.after(Duration.ofMinutes(random.nextInt(1_500))).does(ANNA, notReached(Channel.PHONE));
            turns.add(new Turn(play.instant(), true));
            Duration until = Duration.ofMinutes(random.nextInt(random.nextInt(4) == 0 ? 20_000 : 2_000));
            boolean silent = until.compareTo(Duration.ofDays(7)) >= 0;
            turns.add(new Turn(play.in(silent ? Duration.ofDays(7) : until), false));
            play.after(until).does(MACRO, contacted(Channel.EMAIL));
        }
        play.after(LONG);
        return turns;
    }

    private static List<Instant> lived(Play play, String deadline) {
        return ClockCase.heard(play, deadline).map(event -> event.occurredAt()).toList();
    }

    /** Goes through the time minute by minute, and counts those in which the company has the ball and, by the office, is open. */
    private static List<Instant> counted(Instant start, int given, List<Turn> turns, boolean office) {
        List<Instant> rungs = new ArrayList<>();
        int minutes = 0;
        int turn = 0;
        boolean customers = false;
        for (Instant at = start; rungs.size() < PERCENT.length; at = at.plusSeconds(60)) {
            while (turn < turns.size() && !turns.get(turn).at().isAfter(at)) {
                customers = turns.get(turn++).customers();
            }
            ZonedDateTime time = at.atZone(ZoneOffset.UTC);
            boolean open = time.getHour() >= 9 && time.getHour() < 17 && time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (!customers && (open || !office)) {
                minutes++;
                while (rungs.size() < PERCENT.length && minutes * 100 >= given * PERCENT[rungs.size()]) {
                    rungs.add(at.plusSeconds(60));
                }
            }
        }
        return rungs;
    }

    @Test
    void theLogAloneGivesEveryClockAtEveryVersion() {
        Map<String, Integer> seen = new HashMap<>();
        for (int walk = 0; walk < 60; walk++) {
            Play play = Play.on(MIXED).byEmail();
            Map<Integer, List<RunningDeadline>> lived = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                if (random.nextInt(3) > 0) {
                    play.passes(Duration.ofMinutes(random.nextInt(2_000)));
                }
                if (random.nextInt(3) == 0) {
                    play.ticks();
                }
                Command command = command(play);
                if (play.attempt(command).isPermitted()) {
                    seen.merge(command.actions().get(0).step().name(), 1, Integer::sum);
                }
                lived.put(play.now().version(), play.now().deadlines());
                play.now().deadlines().stream().filter(clock -> clock.pausedAt().isPresent()).forEach(clock -> {
                    seen.merge("paused " + clock.deadline(), 1, Integer::sum);
                    assertTrue(clock.next().equals(Instant.MAX) || !clock.next().isAfter(clock.pausedAt().get()), clock::toString);
                });
            }
            play.after(Duration.ofDays(20));
            play.heard.forEach(event -> seen.merge("fell " + ((Actions.Lapse) event.action()).deadline(), 1, Integer::sum));
            OwnClocks.replays(play, lived);
        }
        for (String rare : List.of("paused elapsed-time", "paused business-days", "paused days", "paused drafting", "paused updates", "fell updates",
            "fell drafting", "fell promise-due", "fell weeks", "fell days", "CLOSE_AS_WITHDRAWN", "REOPEN")) {
            assertTrue(seen.getOrDefault(rare, 0) > 2, () -> rare + " is missing or rare in " + seen);
        }
    }

    /** At times told to have happened some time ago. */
    private Command command(Play play) {
        RecoveryAction action = action(play);
        Command command = action.step().isSpeech() ? Play.saying(ANNA, Channel.PHONE, action)
            : Command.does(random.nextInt(3) == 0 ? MACRO : ANNA, action).attesting(Play.GOOD);
        Instant ago = play.instant().minus(Duration.ofMinutes(random.nextInt(3_000)));
        return random.nextInt(4) == 0 && ago.isAfter(play.now().data().openedAt()) ? command.occurred(ago) : command;
    }

    private RecoveryAction action(Play play) {
        List<RecoveryAction> all = new ArrayList<>(List.of(notReached(Channel.PHONE), contacted(Channel.EMAIL), Play.act(TAKE_OWNERSHIP),
            Play.act(RECORD_STORY), Play.act(RECORD_FEELING), Play.act(GET_READY), Play.act(RECORD_FAILURE), beginContact(Channel.PHONE),
            endContact("talked"), answered(true, "yes"), Play.act(REPORT_WITHDRAWAL), Play.act(CLOSE_AS_WITHDRAWN), Play.act(REPORT_RENEWAL),
            reopen(""), correct(1 + random.nextInt(play.now().version()), "wrong"), limits("nothing in the way", false),
            promise("a new parcel", play.in(Duration.ofMinutes(1 + random.nextInt(9_000))))));
        play.now().ledger().open(Duty.Kind.PROMISE).forEach(duty -> all.add(discharge(KEEP_PROMISE, duty.id(), "receipt")));
        return all.get(random.nextInt(all.size()));
    }
}
