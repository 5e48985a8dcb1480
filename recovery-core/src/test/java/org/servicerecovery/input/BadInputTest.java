package org.servicerecovery.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.ConflictException;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;

/** Every piece of bad input gives one clear error that names the place and the remedy, and changes nothing. */
class BadInputTest {
    private final Play play = Play.standard();

    /** The error of that type whose message names all of these; the case is afterwards as it was before. */
    private <E extends RuntimeException> void wrong(Class<E> type, Executable doing, String... named) {
        List<CaseEvent> before = play.desk.find(Play.CASE).map(seen -> play.desk.history(Play.CASE)).orElse(List.of());
        String message = assertThrows(type, doing).getMessage();
        for (String part : named) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not named in: " + message);
        }
        List<CaseEvent> after = play.desk.find(Play.CASE).map(seen -> play.desk.history(Play.CASE)).orElse(List.of());
        assertEquals(before, after, "something was written");
    }

    // Cases

    static Stream<Executable> unknown() {
        Play play = Play.standard();
        return Stream.of(() -> play.desk.perform("nowhere", Command.does(ANNA, act())), () -> play.desk.perform("nowhere", 3, Command.does(ANNA, act())),
            () -> play.desk.preview("nowhere", Command.does(ANNA, act())), () -> play.desk.offers("nowhere", ANNA),
            () -> play.desk.history("nowhere"), () -> play.desk.asOf("nowhere", Play.START),
            () -> play.desk.merge("nowhere", "nobody", ANNA, "m"));
    }

    private static RecoveryAction act() {
        return of(GET_READY);
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void anUnknownCase(Executable doing) {
        wrong(UnknownCaseException.class, doing, "nowhere", "Open or adopt it first");
    }

    @Test
    void findingAnUnknownCaseIsNoError() {
        assertTrue(play.desk.find("nowhere").isEmpty());
    }

    @Test
    void aStaleVersion() {
        play.byPhone();
        wrong(ConflictException.class, () -> play.desk.perform(Play.CASE, 0, Command.does(ANNA, act())), "version 1", "version 0", "decide again");
    }

    @Test
    void aRepeatedCommandIdWithOtherContent() {
        play.byPhone().attempt(Command.does(ANNA, act()).identified("click-17")).orThrow();
        wrong(ConflictException.class, () -> play.attempt(Command.does(BEN, act()).identified("click-17")), "click-17", "[GET_READY] by anna",
            "id of its own");
    }

    @Test
    void aCaseThatIsThereAlready() {
        play.byPhone();
        wrong(ConflictException.class, () -> play.desk.open(Play.CASE, Play.opening(BEN, Channel.PHONE, Priority.NORMAL, "")), Play.CASE, "another id");
    }

    @Test
    void aCaseThatDoesNotBeginWithOpening() {
        wrong(InvalidInputException.class, () -> play.desk.open(Play.CASE, Command.does(ANNA, act())), "must begin with OPEN", "GET_READY");
        wrong(InvalidInputException.class, () -> play.desk.adopt(Play.CASE, Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")), "ADOPT");
    }

    @Test
    void aCaseIdThatIsBlankTooLongOrHasControlCharacters() {
        for (String id : List.of("", "  ", "x".repeat(201), "a\nb", "a\u0000b", "a\u0085b")) {
            wrong(InvalidInputException.class, () -> play.desk.open(id, Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")), "case's id");
        }
    }

    // Payloads

    @Test
    void aPayloadThatIsNullBlankTooLongOrHasControlCharacters() {
        wrong(InvalidInputException.class, () -> note(RECORD_STORY, null), "RECORD_STORY", "null");
        wrong(InvalidInputException.class, () -> note(RECORD_STORY, "   "), "RECORD_STORY", "needs a note");
        wrong(InvalidInputException.class, () -> note(RECORD_STORY, "x".repeat(100_001)), "100001 characters", "Shorten it");
        wrong(InvalidInputException.class, () -> note(RECORD_STORY, "it \u0007 rang"), "U+0007", "position 3", "Remove it");
        wrong(InvalidInputException.class, () -> followUp("anna", "a\nb", play.in(Duration.ofDays(1))), "U+000A");
        wrong(InvalidInputException.class, () -> of(null), "null");
        wrong(InvalidInputException.class, () -> of(RECORD_STORY), "RecoveryAction.note(RECORD_STORY");
        wrong(InvalidInputException.class, () -> of(MAKE_PROMISE), "RecoveryAction.promise(");
        wrong(InvalidInputException.class, () -> Command.says(ANNA, Channel.EMAIL, " ", REMARK), "message's text");
        wrong(InvalidInputException.class, () -> Command.does(null, act()), "actor");
        wrong(InvalidInputException.class, () -> Command.does(ANNA, (RecoveryAction) null), "null");
        wrong(InvalidInputException.class, () -> Command.does(ANNA), "0");
        wrong(InvalidInputException.class, () -> Command.does(ANNA, act()).identified("a\u0000"), "command's id");
        wrong(InvalidInputException.class, () -> Command.does(ANNA, act()).spending(Duration.ofSeconds(-1)), "time spent");
        wrong(InvalidInputException.class, () -> Command.does(ANNA, Stream.generate(BadInputTest::act).limit(101).toArray(RecoveryAction[]::new)),
            "100", "101");
        wrong(InvalidInputException.class, () -> new Waiver("no-blame", ANNA, ""), "reason for waiving no-blame");
    }

    @Test
    void aTraitThatIsComputedCannotBeAttested() {
        wrong(InvalidInputException.class, () -> Command.does(ANNA, act()).attesting(Traits.WITHIN_AUTHORITY),
            "WITHIN_AUTHORITY", "Leave it out");
    }

    @Test
    void whatIsNotDeclared() {
        play.byPhone();
        wrong(InvalidInputException.class, () -> play.attempt(Command.does(ANNA, act()).attesting(Trait.named("APOLOGY_LIKE"))), "APOLOGY_LIKE",
            "not declared", "APOLOGY_WORDS");
        wrong(InvalidInputException.class, () -> play.attempt(ANNA, established(Fact.named("PARCEL_FOUND"), "")), "PARCEL_FOUND", "not declared");
        wrong(InvalidInputException.class, () -> play.attempt(Command.does(ANNA, act()).waiving(new Waiver("no-blam", Play.SUE, "typo"))), "no-blam",
            "no-blame");
    }

    // Duties

    @Test
    void aPromiseDueInThePast() {
        play.byPhone();
        for (Instant due : List.of(play.instant(), play.instant().minusSeconds(1), Instant.parse("1999-01-01T00:00:00Z"))) {
            wrong(InvalidInputException.class, () -> play.attempt(Play.saying(ANNA, Channel.PHONE, promise("a new parcel", due))), "MAKE_PROMISE",
                due.toString(), "lies ahead");
            wrong(InvalidInputException.class, () -> play.attempt(ANNA, followUp("anna", "call", due)), "SCHEDULE_FOLLOW_UP", "lies ahead");
        }
        wrong(InvalidInputException.class, () -> promise("a new parcel", Instant.MAX), "a new parcel", "9000");
        wrong(InvalidInputException.class, () -> promise("a new parcel", null), "a new parcel", "null");
    }

    @Test
    void aPromiseDueInThePastInTheMiddleOfAList() {
        play.byPhone();
        wrong(InvalidInputException.class, () -> play.attempt(ANNA, act(), issue("the invoice"), followUp("anna", "call", play.instant())),
            "SCHEDULE_FOLLOW_UP");
    }

    @Test
    void aDutyThatDoesNotExistOrIsOfAnotherKind() {
        play.byPhone().does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(1))));
        int followUp = play.open(Duty.Kind.FOLLOW_UP).id();
        wrong(InvalidInputException.class, () -> play.attempt(ANNA, discharge(FOLLOW_UP, 99, "called")), "99", followUp + " (call)");
        wrong(InvalidInputException.class, () -> play.attempt(ANNA, discharge(KEEP_PROMISE, followUp, "receipt")), "no open PROMISE");
        wrong(InvalidInputException.class, () -> play.attempt(Play.saying(ANNA, Channel.PHONE, renegotiate(99, play.in(Duration.ofDays(1)), ""))), "99");
        wrong(InvalidInputException.class, () -> play.attempt(ANNA, resolve(99, "")), "RESOLVE_ISSUE", "99");
        wrong(InvalidInputException.class, () -> correct(0, "wrong"), "numbered from 1");
        wrong(InvalidInputException.class, () -> goodwill("flowers", BigDecimal.ONE.negate()), "flowers", "-1");
        wrong(InvalidInputException.class, () -> advocacy(11, ""), "likelihood", "0 to 10", "11", "Convert");
        wrong(InvalidInputException.class, () -> advocacy(-1, ""), "-1");
    }

    @Test
    void aReceiverWhoIsTheGiver() {
        play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE);
        Decision decision = play.attempt(ANNA, requestTransfer("anna"));
        assertEquals(List.of("receiver-is-another"), decision.refusedBy());
        assertEquals(2 + 1, play.now().version());
    }

    @Test
    void aContactOnAChannelThatIsNotLive() {
        wrong(InvalidInputException.class, () -> beginContact(Channel.EMAIL), "EMAIL", "just say it");
    }

    // Time

    @Test
    void aClockThatRunsBackwards() {
        play.byPhone().passes(Duration.ofHours(2)).does(ANNA, act());
        play.passes(Duration.ofHours(-1));
        wrong(ConflictException.class, () -> play.attempt(ANNA, act()), "10:00", "11:00", "Set the clock right");
        wrong(ConflictException.class, () -> play.desk.preview(Play.CASE, Command.does(ANNA, act())), "Set the clock right");
        play.passes(Duration.ofHours(1)).does(ANNA, act());
    }

    @Test
    void aTickOfAClockThatRunsBackwardsReportsNothing() {
        play.byEmail().after(Duration.ofHours(1));
        int heard = play.heard.size();
        play.passes(Duration.ofHours(-1)).ticks();
        assertEquals(heard, play.heard.size());
    }

    @Test
    void somethingThatIsSaidToHaveHappenedLaterThanNowOrBeforeTheCase() {
        play.byPhone().passes(Duration.ofHours(1));
        wrong(InvalidInputException.class, () -> play.attempt(Command.does(ANNA, act()).occurred(play.in(Duration.ofSeconds(1)))), "only",
            "when it has happened");
        wrong(InvalidInputException.class, () -> play.attempt(Command.does(ANNA, act()).occurred(Play.START.minusSeconds(1))), "before case c-1",
            "Check the date");
    }

    @Test
    void oneCaseThatCannotBeTickedDoesNotHoldUpTheOthers() {
        // Its events come from a playbook with a clock that this one does not know.
        var odd = Playbooks.like(play.desk.playbook(), "odd", "1").deadlines(List.of(
            Deadline.named("odd-one").startsWhen(Facts.OPENED).metWith(PARK)
                .within(Duration.ofMinutes(1)).at(100, Deadline.Rung.Kind.BREACH, "owner").from("house"))).build();
        Play.on(odd, play.store, desk -> desk.clock(play.clock)).byEmail();
        play.desk.open("c-2", Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        play.passes(Duration.ofHours(1));
        var report = play.desk.tick();
        assertEquals(1, report.problems().size(), report::toString);
        assertTrue(report.problems().get(0).contains("odd 1") && report.problems().get(0).contains("migrate the case"), report::toString);
        assertTrue(play.heard.stream().anyMatch(event -> event.caseId().equals("c-2")));
    }

    @Test
    void eventsThatAreFoldedInTheWrongOrder() {
        play.byPhone().does(ANNA, act());
        List<CaseEvent> history = play.desk.history(Play.CASE);
        RecoveryCase blank = RecoveryCase.blank(Play.CASE, play.desk.playbook().id(), play.desk.playbook().vocabulary());
        wrong(InvalidInputException.class, () -> blank.after(history.get(1)), "Event 2", "without gaps");
        RecoveryCase other = RecoveryCase.blank("c-2", play.desk.playbook().id(), play.desk.playbook().vocabulary());
        wrong(InvalidInputException.class, () -> other.after(history.get(0)), "c-1", "c-2");
        assertEquals(RecoveryState.LISTENING, blank.after(history.get(0)).after(history.get(1)).state());
    }
}
