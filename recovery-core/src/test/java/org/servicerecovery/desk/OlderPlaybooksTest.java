package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.PlaybookMismatchException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Priority;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The procedure changes while cases are under way: each stays on the playbook by which it was begun, or nothing is done about it. */
class OlderPlaybooksTest {
    private static final Guardrail STORY_FIRST = Guardrail.named("story-first").watches(RECORD_FEELING).needs(Facts.STORY_RECORDED)
        .because("First the story.").from("house rule 1");
    private static final Playbook FIRST = Playbooks.like(Playbooks.standard(), "house", "1").build();
    private static final Playbook SECOND = Playbooks.like(Playbooks.standard(), "house", "2").guardrail(STORY_FIRST).build();
    /** Somebody changed the table and left the version as it was. */
    private static final Playbook CHANGED = Playbooks.like(Playbooks.standard(), "house", "1").guardrail(STORY_FIRST).build();

    private final Play play = Play.on(FIRST, new InMemoryCaseStore(), desk -> desk);

    private RecoveryDesk later(Playbook playbook, UnaryOperator<DeskBuilder> more) {
        return Play.on(playbook, play.store, desk -> more.apply(desk.clock(play.clock))).desk;
    }

    private static Command feeling() {
        return Command.does(ANNA, Play.act(RECORD_FEELING)).attesting(Play.GOOD);
    }

    private static Command opening() {
        return Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "");
    }

    @Test
    void aCaseStaysOnItsPlaybookWhileNewOnesUseTheCurrentOne() {
        play.byPhone();
        RecoveryDesk desk = later(SECOND, builder -> builder.alsoKnows(FIRST));
        desk.open("c-2", opening()).orThrow();
        assertTrue(desk.preview(Play.CASE, feeling()).isPermitted());
        assertEquals(List.of("story-first"), desk.preview("c-2", feeling()).refusedBy());
        desk.perform(Play.CASE, feeling()).orThrow();
        assertEquals(List.of("story-first"), desk.perform("c-2", feeling()).refusedBy());
        assertEquals(List.of(FIRST.id(), FIRST.id()), desk.history(Play.CASE).stream().map(CaseEvent::playbook).toList());
        assertEquals(List.of(SECOND.id()), desk.history("c-2").stream().map(CaseEvent::playbook).toList());
        assertTrue(desk.offers("c-2", ANNA).stream().anyMatch(offer -> offer.toString().contains("story-first")));
        assertFalse(desk.offers(Play.CASE, ANNA).stream().anyMatch(offer -> offer.toString().contains("story-first")));
    }

    @Test
    void theLevelsOfItsOwnPlaybookApply() {
        play.byPhone();
        Playbook milder = Playbooks.like(SECOND, "house", "3").level("story-first", Level.ADVISE).build();
        RecoveryDesk desk = later(milder, builder -> builder.alsoKnows(FIRST).alsoKnows(SECOND));
        later(SECOND, builder -> builder).open("c-2", opening()).orThrow();
        desk.open("c-3", opening()).orThrow();
        assertEquals(List.of(), desk.perform(Play.CASE, feeling()).advice().stream().map(Reason::rule).filter("story-first"::equals).toList());
        assertEquals(List.of("story-first"), desk.perform("c-2", feeling()).refusedBy());
        Decision advised = desk.perform("c-3", feeling());
        assertTrue(advised.isPermitted());
        assertTrue(advised.advice().stream().anyMatch(reason -> reason.rule().equals("story-first")), advised::toString);
    }

    @Test
    void theClocksOfItsOwnPlaybookRun() {
        Deadline slow = Deadline.named("house-clock").startsWhen(Facts.OPENED).metWith(RECORD_STORY).within(Duration.ofMinutes(1))
            .at(100, Deadline.Rung.Kind.BREACH, "owner").from("house");
        Playbook timed = Playbooks.like(FIRST, "house", "0").deadlines(List.of(slow)).build();
        Play.on(timed, play.store, desk -> desk.clock(play.clock)).byPhone();
        RecoveryDesk desk = later(SECOND, builder -> builder.alsoKnows(timed));
        play.passes(Duration.ofMinutes(2));
        TickReport report = desk.tick();
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.lapsed());
        assertEquals(timed.id(), desk.history(Play.CASE).get(1).playbook());
    }

    private void refused(RecoveryDesk desk, String... said) {
        List<CaseEvent> before = play.store.history(Play.CASE);
        for (Executable attempt : List.<Executable>of(() -> desk.perform(Play.CASE, feeling()), () -> desk.preview(Play.CASE, feeling()),
            () -> desk.offers(Play.CASE, ANNA), () -> desk.plan(Play.CASE), () -> desk.open(Play.CASE, opening()),
            () -> desk.merge(Play.CASE, "c-2", ANNA, "merge"))) {
            String message = assertThrows(PlaybookMismatchException.class, attempt).getMessage();
            for (String part : said) {
                assertTrue(message.contains(part), () -> part + " is not in: " + message);
            }
        }
        play.passes(Duration.ofDays(20));
        TickReport report = desk.tick();
        assertEquals(1, report.problems().size(), report::toString);
        assertTrue(report.problems().get(0).contains("alsoKnows"), report::toString);
        assertEquals(before, play.store.history(Play.CASE), "nothing was written");
        assertEquals(before, desk.history(Play.CASE), "and everything can still be read");
    }

    @Test
    void aTableThatChangedUnderItsNameAndVersionIsRefused() {
        play.byPhone();
        refused(later(CHANGED, builder -> builder), Play.CASE, FIRST.id().toString(), CHANGED.id().toString(), "changed", "a version of its own",
            "alsoKnows", "migrate");
    }

    @Test
    void aTableThatChangedIsFoundAmongTheOlderOnes() {
        play.byPhone();
        refused(later(SECOND, builder -> builder.alsoKnows(CHANGED)), FIRST.id().toString(), CHANGED.id().toString(), "changed", "alsoKnows");
    }

    @Test
    void aVersionThatTheDeskDoesNotHaveIsRefused() {
        play.byPhone();
        refused(later(SECOND, builder -> builder), Play.CASE, FIRST.id().toString(), SECOND.id().toString(), "does not have", "alsoKnows",
            "migrate");
    }

    @Test
    void twoTablesOfOneNameAndVersionAreNoDesk() {
        String message = assertThrows(InvalidInputException.class, () -> later(FIRST, builder -> builder.alsoKnows(CHANGED))).getMessage();
        assertTrue(message.contains("house 1") && message.contains("a version of its own"), message);
    }

    @Test
    void aCommandThatWasDoneIsRepeatedAfterThePlaybookChanged() {
        Command opening = opening();
        Command feeling = feeling();
        Decision opened = play.desk.open(Play.CASE, opening).orThrow();
        Decision felt = play.desk.perform(Play.CASE, feeling).orThrow();
        RecoveryDesk desk = later(SECOND, builder -> builder.alsoKnows(FIRST));
        assertTrue(desk.open(Play.CASE, opening) instanceof Repeated);
        assertTrue(desk.perform(Play.CASE, feeling) instanceof Repeated);
        assertEquals(opened.events(), desk.open(Play.CASE, opening).events());
        assertEquals(felt.events(), desk.perform(Play.CASE, feeling).events());
        assertEquals(felt.advice(), desk.perform(Play.CASE, feeling).advice());
        assertEquals(2, desk.history(Play.CASE).size());
        assertThrows(PlaybookMismatchException.class, () -> later(SECOND, builder -> builder).perform(Play.CASE, feeling));
    }

    @Test
    void theCalendarsOfOlderPlaybooksAreAskedForAtOnce() {
        Deadline hours = Deadline.named("house-clock").startsWhen(Facts.OPENED).metWith(RECORD_STORY).within(Duration.ofMinutes(1))
            .by("nobody's hours").at(100, Deadline.Rung.Kind.BREACH, "owner").from("house");
        Playbook old = Playbooks.like(FIRST, "house", "0").deadlines(List.of(hours)).build();
        String message = assertThrows(InvalidInputException.class, () -> later(SECOND, builder -> builder.alsoKnows(old))).getMessage();
        assertTrue(message.contains("nobody's hours"), message);
    }
}
