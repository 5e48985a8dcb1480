package org.servicerecovery.jdbc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;

/** Events that try a store's patience: every action, in texts and numbers that formats like to lose. */
final class Samples {
    static final String CASE = "case/1 ~\"ü\"";
    static final Instant NANOS = Instant.parse("2026-01-05T09:00:00.123456789Z");
    static final Instant FAR = Instant.parse("8999-12-31T23:59:59.999999999Z");
    static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00.000000001Z");
    static final Fact ASKED = Fact.named("CARRIER_ASKED");
    static final Fact CHECKED = Fact.named("FRAUD_CHECKED");
    static final Trait DEAR = Trait.named("HIGH_VALUE");
    static final PlaybookId PLAYBOOK = new PlaybookId("parcels \u00e4", "1.0-\"x\"", "0123456789abcdef".repeat(4));
    static final Vocabulary WORDS = new Vocabulary(List.of(ASKED, CHECKED), List.of(DEAR));

    static final Duties.Absorb ABSORBED = new Duties.Absorb("duplicate",
        List.of(new Duty(-3, Duty.Kind.PROMISE, "ben", "a parcel", NANOS, FAR, Duty.Status.UNTOLD)),
        List.of(new Issue(4, Issue.Kind.COMPLAINT, "late", true)));

    /** Texts of at most 200 characters on one line. */
    static final List<String> LINES = List.of("x", " x ", "a/b~c~0~1/0", "\"quoted\" \\ back\\u0041",
        "\u00e4\u00f6\u00df \u4f60\u597d \u0645\u0631\u062d\u0628\u0627",
        "\ud83d\ude00\ud834\udd1e", "half \ud83d of a pair", "\ude00 other half", "{\"erasable\":\"text\",\"digest\":\"x\"}", "null",
        "(erased)", "\u2028\u2029\ufeff\uffff", "y".repeat(200));
    /** Texts that may have more. */
    static final List<String> TEXTS = texts();

    private Samples() {
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(LINES);
        texts.addAll(List.of("lines\nand\r\nlines\tand tabs", "\n", "z".repeat(100_000), "\ud83d\ude00".repeat(50_000),
            "\"\n".repeat(50_000)));
        return texts;
    }

    /** Every action there is, at least once, with every part of it filled; {@code line} has no line breaks. */
    static List<RecoveryAction> actions(String line, String text) {
        Duties.TakeOn promise = new Duties.TakeOn(Step.MAKE_PROMISE, line, line, FAR);
        List<Duty> duties = new ArrayList<>();
        for (Duty.Kind kind : Duty.Kind.values()) {
            for (Duty.Status status : Duty.Status.values()) {
                duties.add(new Duty(Integer.MIN_VALUE + duties.size(), kind, line, text, LONG_AGO, FAR, status));
            }
        }
        return List.of(new Act(Step.GET_READY, text), new Act(Step.RECORD_STORY, text + "."),
            new Actions.Open(line, text, Channel.EMAIL, Priority.URGENT, "team \u00e4"),
            new Actions.Adopt(line, text, Channel.LETTER, Priority.LOW, "team", line,
                new LinkedHashSet<>(List.of(Facts.WRITABLE_ADDRESS, ASKED, Facts.OWNER_NAMED)), List.of(promise,
                    new Duties.TakeOn(Step.SCHEDULE_FOLLOW_UP, "", line, LONG_AGO))),
            new Actions.BeginContact(Channel.VIDEO), new Actions.EndContact(text), new Actions.ReportContact(Channel.SOCIAL),
            new Actions.ReportMood(Mood.BEYOND_IRATE), new Actions.ReportAnswer(true, text), new Actions.RecordAttempt(Channel.SMS),
            new Actions.RecordLimits(text + ".", true), new Actions.RecordFact(ASKED, text),
            new Actions.Lapse("carrier-answers", -3, 7, Deadline.Rung.Kind.BREACH, "logistics \u00e4", Instant.MAX, Optional.of(DEAR)),
            new Actions.Lapse("answer", 0, 0, Deadline.Rung.Kind.values()[0], "owner", Instant.MIN, Optional.of(Traits.PROMISE_LAPSED)),
            promise, new Duties.Discharge(Step.KEEP_PROMISE, -1001, text), new Duties.Renegotiate(Integer.MAX_VALUE, FAR, line),
            new Duties.Raise(Step.REPORT_ISSUE, text + "."), new Duties.Settle(Step.CLARIFY_POINT, -7, text),
            new Duties.Goodwill(line, new BigDecimal("12345678901234567890.1234567890000")),
            new Duties.Absorb("duplicate \u00e4", duties, List.of(new Issue(-5, Issue.Kind.COMPLAINT, text, true),
                new Issue(6, Issue.Kind.UNCLEAR_POINT, text, false))),
            new HandOvers.HandOver(Step.REASSIGN, line, line), new HandOvers.Involve(Step.INVOLVE, line, line), new HandOvers.Reopen(line),
            new HandOvers.Correct(1, line), new HandOvers.Merge("original \u00e4"),
            new Actions.Migrate(PLAYBOOK, text + "."), new Outcomes.Confidence(true, text),
            new Outcomes.Advocacy(10, text), new Outcomes.Outcome(true, false, true, text));
    }

    /** What is left out where it is empty. */
    static List<RecoveryAction> sparse() {
        return List.of(RecoveryAction.of(Step.JOIN), new Actions.Open("c", "", Channel.PHONE, Priority.NORMAL, ""),
            new Actions.Adopt("c", "", Channel.PHONE, Priority.NORMAL, "", "", Set.of(), List.of()), new Actions.EndContact(""),
            new Actions.ReportAnswer(false, ""), new Actions.RecordLimits("x", false),
            new Actions.Lapse("answer", 0, 0, Deadline.Rung.Kind.BREACH, "owner", NANOS, Optional.empty()),
            new Duties.TakeOn(Step.SCHEDULE_CHECK_BACK, "", "x", NANOS), new Duties.Goodwill("x", new BigDecimal("0E-7")),
            new Duties.Goodwill("x", new BigDecimal("1E+1000")), new Duties.Goodwill("x", new BigDecimal("1E-1000")),
            new Duties.Goodwill("x", new BigDecimal("9".repeat(2_000))),
            new Duties.Absorb("d", List.of(), List.of()), new HandOvers.Reopen(""), new Outcomes.Outcome(false, false, false, ""));
    }

    /** With everything that an event can have. */
    static CaseEvent full(RecoveryAction action, String line, String text) {
        Actor actor = new Actor(line, Actor.Kind.MACRO, Set.of("supervisor", "billing \u00e4", "a"));
        RunningDeadline never = new RunningDeadline("answer", 0, Instant.MIN, Instant.MAX, 0, Instant.MAX);
        RunningDeadline paused = new RunningDeadline("promise", -1001, LONG_AGO, FAR, 3, Instant.MAX, Optional.of(NANOS));
        RunningDeadline past = new RunningDeadline("promise", 2, LONG_AGO, FAR, 3, Instant.MIN, Optional.of(Instant.MIN));
        return new CaseEvent(CASE, 17, "command \u00e4", actor, LONG_AGO, NANOS, PLAYBOOK, action,
            Optional.of(new Message(Channel.CHAT, text + ".")), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), "row-1",
            RecoveryState.AWAITING, RecoveryState.LISTENING, WORDS.facts().of(List.of(Facts.OWNER_NAMED, CHECKED)),
            WORDS.facts().of(List.of(ASKED, Facts.MERGED)), WORDS.traits().of(Set.of(DEAR, Traits.ATTENDED)),
            WORDS.traits().of(Set.of(DEAR, Traits.FIRST_PERSON)),
            List.of(new Waiver("no-blame", Actor.supervisor(line), line), new Waiver("no-haste", Actor.agent(line), "again")),
            List.of("advised-1", "advised-2"), List.of("shadowed"),
            new ClockChanges(List.of(never, paused), List.of(past), List.of("answer", "promise")));
    }

    /** With as little as an event can have. */
    static CaseEvent bare(RecoveryAction action) {
        Vocabulary words = new Vocabulary(List.of(), List.of());
        return new CaseEvent(CASE, 1, "c", Actor.SYSTEM, NANOS, NANOS, PLAYBOOK, action, Optional.empty(), Duration.ZERO, "row",
            RecoveryState.AWAITING, RecoveryState.AWAITING, words.facts().none(), words.facts().none(), words.traits().none(),
            words.traits().none(), List.of(), List.of(), List.of(), ClockChanges.NONE);
    }

    /** Every action in short texts, once in an event with everything, else in bare ones. */
    static List<CaseEvent> small() {
        List<CaseEvent> events = new ArrayList<>();
        events.add(full(RecoveryAction.note(Step.RECORD_STORY, "some words"), "anna", "some words"));
        events.add(bare(ABSORBED));
        // Without the one that has every duty there is.
        actions("anna", "some words").stream().filter(action -> !(action instanceof Duties.Absorb))
            .forEach(action -> events.add(bare(action)));
        sparse().forEach(action -> events.add(bare(action)));
        return events;
    }

    /** The same event in another place of the history. */
    static CaseEvent numbered(CaseEvent event, int sequence) {
        return new CaseEvent(event.caseId(), sequence, event.commandId(), event.actor(), event.occurredAt(), event.recordedAt(),
            event.playbook(), event.action(), event.message(), event.spent(), event.row(), event.from(), event.to(), event.sets(),
            event.clears(), event.traits(), event.attested(), event.waivers(), event.advised(), event.shadowed(), event.clocks());
    }

    static CaseEvent read(Payloads payloads, CaseEvent like, Written written) {
        return payloads.read(like.caseId(), like.sequence(), written.payload(), written.personal());
    }
}
