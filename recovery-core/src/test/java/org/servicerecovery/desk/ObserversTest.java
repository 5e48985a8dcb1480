package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.CommandObserver;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.kernel.Refused;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.testing.SettableClock;

/** Who looks on is told of every command and how it ended, and cannot change that. */
class ObserversTest {
    private static final Actor ANNA = Actor.agent("anna");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final InMemoryCaseStore store = new InMemoryCaseStore();
    private final List<String> seen = new ArrayList<>();
    private Decision last;

    private final class Onlooker implements CommandObserver {
        private final String name;

        private Onlooker(String name) {
            this.name = name;
        }

        @Override
        public Watch begun(String caseId, Command command) {
            String what = name + caseId + " " + command.actions().get(0).step();
            seen.add(what + " begun");
            return new Watch() {
                @Override
                public void decided(Decision decision) {
                    last = decision;
                    seen.add(what + " " + decision.getClass().getSimpleName());
                }

                @Override
                public void failed(Throwable thrown) {
                    seen.add(what + " " + thrown.getClass().getSimpleName());
                }

                @Override
                public void overtaken() {
                    seen.add(what + " overtaken");
                }
            };
        }
    }

    private RecoveryDesk desk() {
        return RecoveryDesk.builder(Playbooks.standard()).store(store).clock(clock).observer(new Onlooker("")).build();
    }

    private static void opened(RecoveryDesk desk, String caseId, Channel channel) {
        desk.as(ANNA).open(caseId, "customer-1", "The parcel came broken.", channel).orThrow();
    }

    private void saw(String... expected) {
        assertEquals(List.of(expected), seen);
        seen.clear();
    }

    @Test
    void everyEndIsTold() {
        RecoveryDesk desk = desk();
        opened(desk, "c", Channel.PHONE);
        saw("c OPEN begun", "c OPEN Permitted");
        Command transfer = Command.does(ANNA, RecoveryAction.transfer("ben"));
        Decision refused = desk.perform("c", transfer);
        saw("c TRANSFER begun", "c TRANSFER Refused");
        assertSame(refused, last);
        Command note = Command.does(ANNA, RecoveryAction.mood(Mood.IRATE)).identified("same");
        assertTrue(desk.perform("c", note) instanceof Permitted);
        assertTrue(desk.perform("c", note) instanceof Repeated);
        saw("c REPORT_MOOD begun", "c REPORT_MOOD Permitted", "c REPORT_MOOD begun", "c REPORT_MOOD Repeated");
        assertThrows(UnknownCaseException.class, () -> desk.perform("nowhere", transfer));
        saw("nowhere TRANSFER begun", "nowhere TRANSFER UnknownCaseException");
        assertThrows(InvalidInputException.class, () -> desk.open("d", transfer));
        saw("d TRANSFER begun", "d TRANSFER InvalidInputException");
        desk.preview("c", transfer);
        desk.offers("c", ANNA);
        desk.plan("c");
        saw();
        assertThrows(NullPointerException.class, () -> desk.perform(null, transfer));
        saw();
    }

    @Test
    void aMergeIsTwoCommandsOneInsideTheOther() {
        RecoveryDesk desk = desk();
        opened(desk, "one", Channel.EMAIL);
        opened(desk, "two", Channel.EMAIL);
        seen.clear();
        Decision merged = desk.merge("two", "one", ANNA, "m");
        assertTrue(merged.isPermitted(), () -> merged.reasons().toString());
        saw("two MERGE begun", "one ABSORB begun", "one ABSORB Permitted", "two MERGE Permitted");
        desk.merge("two", "one", ANNA, "m");
        saw("two MERGE begun", "two MERGE Repeated");
    }

    @Test
    void aMigrationIsTold() {
        opened(desk(), "c", Channel.PHONE);
        seen.clear();
        RecoveryDesk newer = RecoveryDesk.builder(Playbooks.like(Playbooks.standard(), "standard", "next").level("open-questions", Level.ADVISE)
            .build()).store(store).clock(clock).observer(new Onlooker("")).build();
        newer.migrate(newer.previewMigration("c"), ANNA, "the new procedure", "m");
        saw("c MIGRATE begun", "c MIGRATE Permitted");
    }

    @Test
    void whatATickReportsIsToldAndAlsoThatItWasOvertaken() {
        boolean[] faster = new boolean[1];
        Engine overtaking = (before, decided, after) -> {
            if (decided.get(0).step() == Step.REPORT_LAPSE && !faster[0]) {
                faster[0] = true;
                RecoveryDesk.builder(Playbooks.standard()).store(store).clock(clock).build().perform("c",
                    Command.does(ANNA, RecoveryAction.of(Step.TAKE_OWNERSHIP)));
            }
        };
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(store).clock(clock).engine(overtaking)
            .observer(new Onlooker("")).build();
        opened(desk, "c", Channel.EMAIL);
        seen.clear();
        clock.advance(Duration.ofHours(5));
        assertTrue(desk.tick().lapsed() > 0);
        assertEquals(List.of("c REPORT_LAPSE begun", "c REPORT_LAPSE overtaken", "c REPORT_LAPSE begun", "c REPORT_LAPSE Permitted"),
            seen.subList(0, 4));
    }

    @Test
    void theFirstBeginsFirstAndEndsLast() {
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).observer(new Onlooker("a ")).observer(new Onlooker("b ")).build();
        opened(desk, "c", Channel.PHONE);
        saw("a c OPEN begun", "b c OPEN begun", "b c OPEN Permitted", "a c OPEN Permitted");
    }

    @Test
    void whatAnObserverThrowsChangesNothing() {
        CommandObserver broken = (caseId, command) -> {
            throw new IllegalStateException("at the beginning");
        };
        CommandObserver none = (caseId, command) -> null;
        CommandObserver brokenLater = (caseId, command) -> new CommandObserver.Watch() {
            @Override
            public void decided(Decision decision) {
                throw new StackOverflowError("at the end");
            }

            @Override
            public void failed(Throwable thrown) {
                throw new IllegalStateException("at the bad end");
            }
        };
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(store).observer(broken).observer(none).observer(brokenLater)
            .observer(new Onlooker("")).build();
        opened(desk, "c", Channel.PHONE);
        assertTrue(desk.perform("c", Command.does(ANNA, RecoveryAction.transfer("ben"))) instanceof Refused);
        assertThrows(UnknownCaseException.class, () -> desk.perform("nowhere", Command.does(ANNA, RecoveryAction.transfer("ben"))));
        saw("c OPEN begun", "c OPEN Permitted", "c TRANSFER begun", "c TRANSFER Refused", "nowhere TRANSFER begun",
            "nowhere TRANSFER UnknownCaseException");
        assertEquals(Optional.of(1), store.load("c").map(RecoveryCase::version));
        assertFalse(desk.find("nowhere").isPresent());
    }
}
