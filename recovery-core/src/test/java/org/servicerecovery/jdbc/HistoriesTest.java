package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.offers.Deeds;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** Whole histories, as real desks write them: every event and every snapshot comes back, also when everything was erased. */
class HistoriesTest {
    private static final long SEED = 20260110;
    private static final int WALKS = 96;
    private static final Playbook PARCELS = Playbooks.like(Playbooks.standard(), "parcels", "1").declares(Samples.ASKED, Samples.CHECKED)
        .declares(Samples.DEAR)
        .guardrail(Guardrail.named("carrier-asked").watches(Step.START_WORK).needs(Samples.ASKED)
            .because("The carrier has to be asked first.").from("house rule 3").at(Level.ADVISE))
        .guardrail(Guardrail.named("fraud-checked").watches(Step.PROPOSE_SOLUTION).needs(Samples.CHECKED)
            .because("A dear parcel is checked for fraud first.").from("house rule 7").at(Level.SHADOW))
        .guardrail(Guardrail.named("dear").watches(Step.OFFER_GOODWILL).bars(Samples.DEAR).because("A dear parcel is dear enough.")
            .from("house rule 8")).build();
    private static final List<UnaryOperator<Play>> BEGINNINGS = List.of(Play::byPhone, Play::byEmail, play -> play.byPhone().listened(),
        play -> play.byPhone().listened().solved().delivered(), play -> play.promised(Duration.ofDays(5)).transferred(Duration.ofDays(9)),
        play -> play.promised(Duration.ofDays(1)).after(Duration.ofDays(2)), Play::recovered, play -> play.recovered().reopened(),
        Play::unanswered, Play::unrecovered, Play::withdrawn, Play::referred, HistoriesTest::adopted, HistoriesTest::merged,
        HistoriesTest::original, HistoriesTest::hosts);

    private final Payloads payloads = new Payloads();

    private static Play adopted(Play play) {
        play.desk.adopt(Play.CASE, Command.does(ANNA, new Actions.Adopt(Play.CUSTOMER, "no parcel", Channel.EMAIL, Priority.HIGH, "", "ben",
            Set.of(Facts.OWNER_NAMED),
            List.of(new Duties.TakeOn(Step.MAKE_PROMISE, "", "a parcel", play.in(Duration.ofDays(3))))))).orThrow();
        return play;
    }

    private static Play merged(Play play) {
        play.byEmail().does(ANNA, Step.TAKE_OWNERSHIP).desk.open("other", Play.opening(BEN, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        play.desk.merge(Play.CASE, "other", ANNA, "merge").orThrow();
        return play;
    }

    private static Play original(Play play) {
        play.promised(Duration.ofDays(3)).desk.open("other", Play.opening(BEN, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        play.desk.perform("other", Command.does(BEN, RecoveryAction.of(Step.TAKE_OWNERSHIP), RecoveryAction.issue("late"),
            RecoveryAction.followUp("ben", "call", play.in(Duration.ofDays(4))))).orThrow();
        play.desk.merge("other", Play.CASE, BEN, "merge").orThrow();
        return play;
    }

    private static Play hosts(Play play) {
        return play.byPhone().does(ANNA, RecoveryAction.established(Samples.ASKED, "called them"))
            .does(ANNA, RecoveryAction.established(Samples.CHECKED, ""));
    }

    /** A beginning, then random things; what is refused is not in the history. */
    private static Play walked(int number) {
        Random random = new Random(SEED + number);
        Deeds deeds = new Deeds(random);
        Play play = BEGINNINGS.get(number % BEGINNINGS.size()).apply(Play.on(PARCELS));
        for (int i = random.nextInt(60); i > 0; i--) {
            RecoveryCase now = play.now();
            Step step = deeds.any(List.of(Step.values()));
            Optional<RecoveryAction> action = Set.of(Step.MERGE, Step.ABSORB, Step.MIGRATE, Step.REPORT_LAPSE).contains(step) ? Optional.empty()
                : deeds.action(step, now, play.instant());
            Actor actor = deeds.actor(now);
            action.ifPresent(some -> play.desk.perform(Play.CASE, deeds.command(now, actor, some, play.instant())
                .spending(deeds.chance(0.3) ? Duration.ofSeconds(random.nextInt(500), 5) : Duration.ZERO)));
            if (deeds.chance(0.1)) {
                play.after(Duration.ofHours(random.nextInt(30)).plusNanos(random.nextInt(1_000_000_000)));
            }
        }
        return play;
    }

    private static void assertSameCase(RecoveryCase expected, RecoveryCase read) {
        assertEquals(expected.snapshot(), read.snapshot());
        assertEquals(List.copyOf(expected.facts()), List.copyOf(read.facts()));
        for (Method method : RecoveryCase.class.getDeclaredMethods()) {
            boolean accessor = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0;
            if (accessor && !method.getName().equals("vocabulary")) {
                try {
                    assertEquals(method.invoke(expected), method.invoke(read), method.getName());
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    @Test
    void everyEventAndEverySnapshotComesBack() {
        EnumSet<Step> seen = EnumSet.noneOf(Step.class);
        int events = 0;
        int hot = 0;
        for (int number = 0; number < WALKS; number++) {
            List<CaseEvent> history = walked(number).desk.history(Play.CASE);
            List<CaseEvent> read = new ArrayList<>();
            RecoveryCase now = RecoveryCase.blank(Play.CASE, history.get(0).playbook(), PARCELS.vocabulary());
            RecoveryCase followed = null;
            for (CaseEvent event : history) {
                CaseEvent one = Samples.read(payloads, event, payloads.write(event));
                assertEquals(event, one);
                read.add(one);
                now = now.after(event);
                RecoveryCase back = payloads.readSnapshot(Play.CASE, payloads.writeSnapshot(now)).orElseThrow();
                assertSameCase(now, back.in(PARCELS.vocabulary()));
                if (followed != null) {
                    // A case that was read goes on as the one that was written.
                    assertSameCase(now, followed.after(one));
                }
                followed = back.in(PARCELS.vocabulary());
                seen.add(event.step());
                hot += now.snapshot().timed().isPresent() ? 1 : 0;
            }
            assertSameCase(now, RecoveryCase.replayed(read).in(PARCELS.vocabulary()));
            assertEquals(now.facts(), RecoveryCase.replayed(read).facts());
            events += history.size();
        }
        int all = events;
        int timed = hot;
        assertTrue(events > WALKS * 20 && seen.size() > 70 && timed > WALKS, () -> all + " events, " + timed + " timed, steps " + seen);
    }

    @Test
    void erasedHistoriesFoldToTheSameCourse() {
        for (int number = 0; number < WALKS; number++) {
            List<CaseEvent> history = walked(number).desk.history(Play.CASE);
            List<CaseEvent> erased = history.stream()
                .map(event -> payloads.read(event.caseId(), event.sequence(), payloads.write(event).payload(), null)).toList();
            RecoveryCase full = RecoveryCase.replayed(history);
            RecoveryCase left = RecoveryCase.replayed(erased);
            assertEquals(full.state(), left.state());
            assertEquals(full.facts(), left.facts());
            assertEquals(full.deadlines(), left.deadlines());
            assertEquals(full.ledger().duties().size(), left.ledger().duties().size());
            String json = payloads.writeSnapshot(left);
            assertFalse(json.contains("anna") || json.contains(Play.CUSTOMER) || json.contains("parcel never"), json);
            assertSameCase(left, payloads.readSnapshot(Play.CASE, json).orElseThrow().in(left.vocabulary()));
        }
    }

    @Test
    void aCaseMovesBetweenVocabularies() {
        RecoveryCase own = hosts(Play.on(PARCELS)).now();
        assertSame(own, own.in(PARCELS.vocabulary()));
        Vocabulary turned = new Vocabulary(List.of(Samples.CHECKED, Samples.ASKED), List.of());
        RecoveryCase moved = own.in(turned);
        assertSame(turned, moved.vocabulary());
        assertEquals(own.facts(), moved.facts());
        assertTrue(moved.has(Samples.ASKED) && moved.has(Facts.OWNER_NAMED));
        assertSameCase(own, moved.in(PARCELS.vocabulary()));
        Vocabulary plain = Playbooks.standard().vocabulary();
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> own.in(plain));
        assertTrue(error.getMessage().contains("CARRIER_ASKED is not declared"), error::getMessage);
        assertThrows(InvalidInputException.class, () -> own.in(null));
        assertThrows(InvalidInputException.class, () -> RecoveryCase.restored(null, plain));
    }

    @Test
    void aBlankCaseIsStoredToo() {
        RecoveryCase blank = RecoveryCase.blank("c", PARCELS.id(), PARCELS.vocabulary());
        assertSameCase(blank, payloads.readSnapshot("c", payloads.writeSnapshot(blank)).orElseThrow().in(PARCELS.vocabulary()));
        assertThrows(InvalidInputException.class, () -> RecoveryCase.replayed(List.of()));
    }

    @Test
    void everyExtremeSurvivesInASnapshot() {
        for (CaseEvent event : Samples.small()) {
            RecoveryCase now = RecoveryCase.blank(Samples.CASE, Samples.PLAYBOOK, Samples.WORDS).after(Samples.numbered(event, 1));
            assertSameCase(now, payloads.readSnapshot(Samples.CASE, payloads.writeSnapshot(now)).orElseThrow().in(Samples.WORDS));
        }
    }
}
