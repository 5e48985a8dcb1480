package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.ConflictException;
import org.servicerecovery.Migration;
import org.servicerecovery.PlaybookMismatchException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Objection;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.verify.Plan;

/** From one playbook to another: what the new one says of the past, what is written, and how the case goes on. */
class MigrationTest {
    private static final Fact ASKED = Fact.named("CARRIER_ASKED");
    private static final Playbook OLD = house("1").declares(ASKED)
        .guardrail(Guardrail.named("carrier-asked").watches(START_WORK).needs(ASKED).because("The carrier is asked first.")
            .from("house").at(Level.ADVISE))
        .deadlines(List.of(Deadline.named("answer-carrier").startsWhen(Facts.OPENED).metWith(PARK).within(Duration.ofDays(2))
            .at(50, Deadline.Rung.Kind.WARNING, "owner").at(100, Deadline.Rung.Kind.BREACH, "owner").from("house"))).build();
    private static final Playbook PLAIN = house("2").build();
    private static final Playbook STRICT = house("3")
        .guardrail(Guardrail.named("written-first").watches(START_WORK).needs(Facts.AGREEMENT_CONFIRMED)
            .because("What was agreed is confirmed in writing before work starts.").from("house"))
        .guardrail(Guardrail.named("thanks-before-summary").watches(PARAPHRASE).needs(Facts.THANKED)
            .because("Thanks come first.").from("house")).build();

    private static PlaybookBuilder house(String version) {
        return Playbooks.like(Playbooks.standard(), "house", version);
    }

    private static RecoveryDesk desk(Playbook playbook, Play play) {
        return RecoveryDesk.builder(playbook).store(play.store).clock(play.clock).calendar(new OfficeHours()).build();
    }

    private static Decision migrated(RecoveryDesk desk, String commandId) {
        return desk.migrate(desk.previewMigration(Play.CASE), SUE, "the new procedure is for all", commandId);
    }

    /** A playbook that nobody proves. */
    private static Playbook loose(PlaybookDefinition like, List<Transition> rows, List<Guardrail> rules) {
        return Playbook.build(new PlaybookDefinition(like.name(), "loose", like.hostFacts(), like.hostTraits(), like.settings(), rows, rules,
            like.deadlines(), like.teamLevels(), like.standing()), playbook -> List.of());
    }

    // What the new playbook says

    @Test
    void aStricterVersionObjectsToExactlyTheEventsThatBreakIt() {
        Play play = Play.on(PLAIN).byPhone().listened().solved();
        Migration migration = desk(STRICT, play).previewMigration(Play.CASE);
        List<CaseEvent> history = play.desk.history(Play.CASE);
        assertFalse(migration.complies());
        assertEquals(List.of(PARAPHRASE, START_WORK), migration.objections().stream().map(Objection::step).toList());
        assertEquals(List.of(List.of("thanks-before-summary"), List.of("written-first")),
            migration.objections().stream().map(Objection::rules).toList());
        assertEquals("What was agreed is confirmed in writing before work starts.", migration.objections().get(1).why());
        for (Objection objection : migration.objections()) {
            assertEquals(objection.step(), history.get(objection.sequence() - 1).step());
        }
        assertEquals(PLAIN.id(), migration.from());
        assertEquals(STRICT.id(), migration.to());
        assertEquals(history.size(), migration.version());
        assertEquals(Plan.Outcome.FOUND, migration.plan().outcome());
        assertTrue(migration.dropped().isEmpty() && migration.stopped().isEmpty());
        assertEquals(history, play.desk.history(Play.CASE), "a preview writes nothing");
        assertTrue(migration.toString().contains("written-first"), migration::toString);
    }

    @Test
    void whatTheNewProcedureHasNotOrTakesElsewhereIsSaid() {
        Play play = Play.on(PLAIN).byPhone().listened();
        Playbook other = Playbooks.named("blast");
        Migration there = desk(other, play).previewMigration(Play.CASE);
        assertTrue(there.objections().stream().anyMatch(one -> one.rules().contains(Reason.NOT_HERE)), there::toString);
        PlaybookDefinition definition = PLAIN.definition();
        List<Transition> rows = definition.transitions().stream().map(row -> row.step() != CONFIRM_STORY ? row
            : new Transition(row.id(), row.from(), row.step(), row.when(), RecoveryState.DELIVERING, row.sets(), row.clears())).toList();
        Playbook turned = loose(definition, rows, definition.guardrails());
        Migration elsewhere = desk(turned, play).previewMigration(Play.CASE);
        assertEquals(List.of(List.of(Objection.ELSEWHERE)), elsewhere.objections().stream().map(Objection::rules).toList());
        assertTrue(elsewhere.objections().get(0).why().contains("DELIVERING") && elsewhere.objections().get(0).why().contains("SOLVING"),
            elsewhere::toString);
    }

    @Test
    void aWaiverHoldsIfTheNewPlaybookLetsItsAuthorGiveIt() {
        Play play = Play.on(Playbooks.sevenStrategies()).byPhone().says(ANNA, Channel.PHONE, APOLOGISE)
            .says(ANNA, Channel.PHONE, ACKNOWLEDGE, ASK_OPEN_QUESTION).does(ANNA, RECORD_STORY).says(ANNA, Channel.PHONE, APOLOGISE);
        play.attempt(Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION).waiving(new Waiver("asked-to-restate", SUE, "in a hurry"))).orThrow();
        Playbook same = Playbooks.like(Playbooks.sevenStrategies(), "seven-strategies", "2").build();
        assertTrue(desk(same, play).previewMigration(Play.CASE).complies());
        PlaybookDefinition definition = same.definition();
        List<Guardrail> rules = definition.guardrails().stream().map(rule -> !rule.id().equals("asked-to-restate") ? rule
            : Guardrail.named(rule.id()).watches(PROPOSE_SOLUTION).needs(Facts.RESTATE_ASKED).because("Nobody is spared.").from("house")).toList();
        Playbook strict = loose(definition, definition.transitions(), rules);
        assertEquals(List.of(List.of("asked-to-restate")),
            desk(strict, play).previewMigration(Play.CASE).objections().stream().map(Objection::rules).toList());
    }

    // What is written

    @Test
    void aCompliantCaseGoesOnUnderTheNewRules() {
        Play play = Play.on(PLAIN).byPhone();
        RecoveryDesk desk = desk(STRICT, play);
        assertTrue(desk.previewMigration(Play.CASE).complies());
        var before = play.now();
        Decision decision = migrated(desk, "move");
        var now = desk.find(Play.CASE).orElseThrow();
        CaseEvent event = decision.lastEvent().orElseThrow();
        assertEquals(MIGRATE, event.step());
        assertEquals(new Actions.Migrate(PLAIN.id(), "the new procedure is for all"), event.action());
        assertEquals(STRICT.id(), now.playbook());
        assertEquals(before.version() + 1, now.version());
        assertEquals(before.state(), now.state());
        assertEquals(before.facts(), now.facts());
        assertEquals(before.deadlines(), now.deadlines());
        assertEquals(before.data(), now.data());
        assertEquals(before.ledger(), now.ledger());
        assertTrue(desk.perform(Play.CASE, Play.saying(ANNA, Channel.PHONE, PARAPHRASE)).refusedBy().contains("thanks-before-summary"));
        assertEquals(Plan.Outcome.FOUND, desk.plan(Play.CASE).outcome());
        assertFalse(desk.offers(Play.CASE, ANNA).stream().anyMatch(offer -> offer.step() == MIGRATE));
        assertFalse(desk.perform(Play.CASE, Command.does(SUE, correct(now.version(), "a mistake"))).isPermitted(), "it cannot be taken back");
        assertTrue(Mermaid.sequence(desk.history(Play.CASE)).contains("go on under another playbook, from house 2 to house 3"));
        assertTrue(RecoveryFigures.of(play.store).toString().length() > 0, "figures cope with it");
    }

    @Test
    void factsAndClocksThatTheNewPlaybookDoesNotHaveGo() {
        Play play = Play.on(OLD).byPhone().does(ANNA, established(ASKED, "called them"));
        play.passes(Duration.ofHours(1));
        RecoveryDesk desk = desk(PLAIN, play);
        Migration migration = desk.previewMigration(Play.CASE);
        assertEquals(Set.of(ASKED), migration.dropped());
        assertEquals(List.of("answer-carrier"), migration.stopped().stream().map(RunningDeadline::deadline).toList());
        assertTrue(migration.complies(), migration::toString);
        Command opened = Command.does(ANNA, established(ASKED, "again")).identified("again");
        play.attempt(opened).orThrow();
        assertThrows(ConflictException.class, () -> desk.migrate(migration, SUE, "for all", "move"), "it moved on after the preview");
        migrated(desk, "move");
        var now = desk.find(Play.CASE).orElseThrow();
        assertFalse(now.has(ASKED));
        assertEquals(PLAIN.vocabulary(), now.vocabulary());
        assertTrue(now.has(Facts.OWNER_NAMED) && now.deadlines().stream().noneMatch(clock -> clock.deadline().equals("answer-carrier")));
        // As it stood before, by the words of then.
        assertTrue(desk.asOf(Play.CASE, Play.START).has(ASKED));
        assertEquals(OLD.id(), desk.asOf(Play.CASE, Play.START).playbook());
        assertEquals(now.snapshot(), desk.asOf(Play.CASE, play.instant()).snapshot());
        assertTrue(desk.perform(Play.CASE, opened) instanceof Repeated, "its playbook is not at hand any more");
        assertFalse(desk.perform(Play.CASE, Command.does(ANNA, correct(2, "not them"))).isPermitted(), "it does not stand any more");
        desk.perform(Play.CASE, Play.saying(ANNA, Channel.PHONE, APOLOGISE)).orThrow();
        play.passes(Duration.ofDays(9));
        assertEquals(List.of(), desk.tick().problems());
        assertTrue(desk.history(Play.CASE).stream().anyMatch(event -> event.step() == REPORT_LAPSE));
    }

    @Test
    void aShorterLadderStopsOnlyTheClockWhoseRungIsGone() {
        Deadline two = Deadline.named("carrier").startsWhen(Facts.OPENED).metWith(PARK).within(Duration.ofDays(2))
            .at(50, Deadline.Rung.Kind.WARNING, "owner").at(100, Deadline.Rung.Kind.BREACH, "owner").from("house");
        Deadline one = Deadline.named("carrier").startsWhen(Facts.OPENED).metWith(PARK).within(Duration.ofDays(2))
            .at(100, Deadline.Rung.Kind.BREACH, "owner").from("house");
        Playbook both = house("4").deadlines(List.of(two)).build();
        Playbook single = house("5").deadlines(List.of(one)).build();
        Play early = Play.on(both).byPhone();
        assertEquals(List.of(), desk(single, early).previewMigration(Play.CASE).stopped());
        Play late = Play.on(both).byPhone().after(Duration.ofHours(30));
        assertEquals(List.of("carrier"), desk(single, late).previewMigration(Play.CASE).stopped().stream().map(RunningDeadline::deadline).toList());
        Play over = Play.on(single).byPhone().after(Duration.ofDays(3));
        assertTrue(desk(both, over).previewMigration(Play.CASE).stopped().stream().anyMatch(clock -> clock.deadline().equals("carrier")),
            "it would never report the rung that it got");
        RecoveryDesk desk = desk(both, over);
        migrated(desk, "move");
        over.passes(Duration.ofDays(9));
        assertEquals(List.of(), desk.tick().problems());
    }

    @Test
    void aChangedTableUnderTheSameVersionIsRefusedUntilTheCaseIsMigrated() {
        Play play = Play.on(PLAIN).byPhone().listened();
        Playbook changed = house("2").guardrail(Guardrail.named("thanks-first").watches(PARK).needs(Facts.THANKED)
            .because("Thanks come first.").from("house").at(Level.ADVISE)).build();
        RecoveryDesk desk = desk(changed, play);
        Command command = Command.does(ANNA, Play.act(RECORD_PRIORITY));
        PlaybookMismatchException refused = assertThrows(PlaybookMismatchException.class, () -> desk.perform(Play.CASE, command));
        assertTrue(refused.getMessage().contains("migrate"), refused.getMessage());
        Migration migration = desk.previewMigration(Play.CASE);
        assertTrue(migration.complies(), migration::toString);
        desk.migrate(migration, SUE, "nobody minded the version", "move");
        assertTrue(desk.perform(Play.CASE, command).isPermitted());
    }

    // Who may, when, and how often

    @Test
    void theSameMigrationTwiceIsOneAndAnotherUnderItsIdIsAConflict() {
        Play play = Play.on(PLAIN).byPhone();
        RecoveryDesk desk = desk(STRICT, play);
        Migration migration = desk.previewMigration(Play.CASE);
        Decision first = desk.migrate(migration, SUE, "for all", "move");
        Decision again = desk.migrate(migration, SUE, "for all", "move");
        assertTrue(again instanceof Repeated);
        assertEquals(first.events(), again.events());
        assertThrows(ConflictException.class, () -> desk.migrate(migration, SUE, "another reason", "move"));
        assertThrows(ConflictException.class, () -> desk.migrate(migration, SUE, "for all", "move-2"));
        assertThrows(InvalidInputException.class, () -> desk.previewMigration(Play.CASE), "it is there already");
        assertThrows(UnknownCaseException.class, () -> desk.previewMigration("c-9"));
        assertThrows(InvalidInputException.class, () -> desk.migrate(migration, SUE, " ", "move-3"));
        assertThrows(InvalidInputException.class, () -> desk.perform(Play.CASE, Command.does(SUE, new Actions.Migrate(PLAIN.id(), "by hand"))));
        assertThrows(InvalidInputException.class, () -> of(MIGRATE));
        play.passes(Duration.ofHours(-1));
        Play later = Play.on(PLAIN).byPhone();
        RecoveryDesk other = desk(STRICT, later);
        Migration elsewhere = other.previewMigration(Play.CASE);
        assertThrows(ConflictException.class, () -> desk(OLD, later).migrate(elsewhere, SUE, "for all", "move"), "previewed for another playbook");
    }

    @Test
    void thereAndBackAndTheHistoryIsToldByTheWordsOfEachTime() {
        Play play = Play.on(OLD).byPhone().does(ANNA, established(ASKED, "once"));
        migrated(desk(PLAIN, play), "there");
        play.passes(Duration.ofHours(1));
        RecoveryDesk desk = desk(OLD, play);
        Migration back = desk.previewMigration(Play.CASE);
        assertTrue(back.complies(), back::toString);
        desk.migrate(back, SUE, "back", "back");
        desk.perform(Play.CASE, Command.does(ANNA, established(ASKED, "twice"))).orThrow();
        assertTrue(desk.find(Play.CASE).orElseThrow().has(ASKED));
        assertEquals(desk.find(Play.CASE).orElseThrow().snapshot(), desk.asOf(Play.CASE, play.instant()).snapshot());
        assertFalse(desk.asOf(Play.CASE, Play.START).has(ASKED));
    }

    @Test
    void adviceIsRepeatedByItsNameWhereItsPlaybookIsGone() {
        Play play = Play.on(OLD).byPhone().listened().proposed().agreed();
        Command work = Command.does(ANNA, of(START_WORK)).attesting(Play.GOOD).identified("work");
        Decision first = play.attempt(work);
        assertEquals(List.of("carrier-asked"), first.advice().stream().map(Reason::rule).toList());
        RecoveryDesk desk = desk(PLAIN, play);
        migrated(desk, "move");
        Decision again = desk.perform(Play.CASE, work);
        assertTrue(again instanceof Repeated);
        assertEquals(first.events(), again.events());
        assertEquals(List.of("carrier-asked"), again.advice().stream().map(Reason::rule).toList());
        assertTrue(again.advice().get(0).why().contains("house 1") && again.advice().get(0).cures().isEmpty(), () -> again.advice().get(0).why());
        RecoveryDesk knowing = RecoveryDesk.builder(PLAIN).store(play.store).clock(play.clock).alsoKnows(OLD).build();
        assertEquals(first.advice(), knowing.perform(Play.CASE, work).advice());
        assertEquals(first.advice().get(0).cures(), knowing.perform(Play.CASE, work).advice().get(0).cures());
    }

    @Test
    void endedAndMergedCasesMigrateToo() {
        Play ended = Play.on(PLAIN).recovered();
        RecoveryDesk desk = desk(house("6").build(), ended);
        assertEquals(Plan.Outcome.THERE, desk.previewMigration(Play.CASE).plan().outcome());
        migrated(desk, "move");
        assertEquals(RecoveryState.RECOVERED, desk.find(Play.CASE).orElseThrow().state());
        desk.perform(Play.CASE, Command.does(ANNA, of(REPORT_RENEWAL))).orThrow();
        desk.perform(Play.CASE, Command.does(ANNA, reopen(""))).orThrow();
        assertEquals(RecoveryState.LISTENING, desk.find(Play.CASE).orElseThrow().state());

        Play merged = Play.on(PLAIN).byEmail();
        merged.desk.open("c-2", Play.opening(BEN, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        merged.desk.merge(Play.CASE, "c-2", ANNA, "merge").orThrow();
        RecoveryDesk other = desk(house("6").build(), merged);
        assertTrue(other.previewMigration(Play.CASE).complies());
        migrated(other, "move");
        assertTrue(other.perform(Play.CASE, Command.does(ANNA, of(GET_READY))).refusedBy().contains("merged"));
        assertTrue(other.previewMigration("c-2").complies(), "also the half that took over");
    }

    @Test
    void noPlaybookHasARowForIt() {
        Row row = Row.on(MIGRATE).in(RecoveryState.LISTENING);
        BrokenPlaybookException broken = assertThrows(BrokenPlaybookException.class, () -> house("7").rows(row.rows()).build());
        assertTrue(broken.getMessage().contains("MIGRATE"), broken.getMessage());
        assertEquals(Step.values().length - 1, Step.judged().length);
        assertEquals(Optional.empty(), List.of(Step.judged()).stream().filter(MIGRATE::equals).findAny());
    }
}
