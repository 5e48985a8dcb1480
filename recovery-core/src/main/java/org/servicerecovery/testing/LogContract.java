package org.servicerecovery.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseSnapshot;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Loaded;

/** The log and the snapshot beside it: what was written is there, all of it or nothing, once. */
abstract class LogContract extends StoreTrial {
    private static final int RACES = 200;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final String NASTY = "lines\nand\r\nlines\tand tabs, \"quoted\" 'twice' \\ back\\u0041 %s ?1 :a {\"a\":null}"
        + " \u00e4\u00f6\u00df \u4f60\u597d"
        + " \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00\ud834\udd1e half \ud83d of a pair \u2028\u2029\ufeff\uffff; drop table x -- ";

    private Loaded loaded(String caseId, String commandId) {
        return store.load(caseId, commandId).orElseThrow(() -> new AssertionError("There is no case " + caseId + "."));
    }

    static CaseSnapshot snapshot(CaseStore store, String caseId) {
        return store.load(caseId).orElseThrow(() -> new AssertionError("There is no case " + caseId + ".")).snapshot();
    }

    /** Everything that the store tells of a case is what was drafted. */
    private void same(List<CaseEvent> events, Draft last) {
        String caseId = last.after().id();
        assertEquals(events, store.history(caseId));
        assertEquals(last.after().snapshot(), snapshot(store, caseId));
        assertEquals(last.after().nextDue(), store.load(caseId).orElseThrow().nextDue());
        assertEquals(last.after().snapshot(), loaded(caseId, "what nobody did").snapshot().snapshot());
    }

    @Test
    void aCaseThatNobodyBeganIsNotThere() {
        Draft.of("another").keptIn(store);
        assertEquals(Optional.empty(), store.load("case"));
        assertEquals(Optional.empty(), store.load("case", "command 1"));
        assertEquals(List.of(), store.history("case"));
    }

    @Test
    void aCaseIsBegunAndGoesOn() {
        Draft first = Draft.of("case").keptIn(store);
        same(first.events(), first);
        Draft second = Draft.on(store, "case").notes(1).keptIn(store);
        List<CaseEvent> events = new ArrayList<>(first.events());
        events.addAll(second.events());
        same(events, second);
        assertEquals(List.of(1, 2), sequences(store.history("case")));
    }

    @Test
    void theEventsOfOneCommandAreReadWithTheCase() {
        Draft first = Draft.of("case").command("open").notes(2).keptIn(store);
        Draft second = Draft.on(store, "case").command("Open").notes(3).keptIn(store);
        Draft.of("other").command("elsewhere").keptIn(store);
        assertEquals(first.events(), loaded("case", "open").done());
        assertEquals(second.events(), loaded("case", "Open").done());
        assertEquals(6, loaded("case", "open").snapshot().version(), "the case as it is now, not as the command left it");
        for (String other : List.of("ope", "open ", "OPEN", "o_en", "%", "elsewhere", "", "\u00f6pen")) {
            assertEquals(List.of(), loaded("case", other).done(), () -> "command '" + other + "'");
        }
    }

    @Test
    void whatIsReadInOneGoBelongsTogether() {
        Draft.of("case").keptIn(store);
        List<String> torn = atOnce(2, i -> () -> {
            String found = "";
            for (int n = 0; n < RACES && found.isEmpty(); n++) {
                if (i == 0) {
                    Draft.on(store, "case").command("c").notes(3).keptIn(store);
                } else {
                    Loaded seen = loaded("case", "c");
                    int known = seen.snapshot().version();
                    found = seen.done().size() < known - 1 || known % 3 != 1
                        ? "version " + known + " with " + seen.done().size() + " events" : "";
                    found = store.history("case").size() % 3 != 1 ? "a history of a part of a command" : found;
                }
            }
            return found;
        });
        assertEquals(List.of("", ""), torn);
        assertEquals(1 + 3 * RACES, store.history("case").size());
    }

    @Test
    void everyPartOfAnEventComesBackAsItWas() {
        Instant far = Instant.parse("8999-12-31T23:59:59.999999999Z");
        List<RecoveryAction> actions = List.of(new Act(Step.RECORD_STORY, NASTY), new Actions.ReportMood(Mood.BEYOND_IRATE),
            new Actions.RecordFact(Draft.CHECKED, NASTY), new Actions.RecordLimits(NASTY, true), new Actions.ReportAnswer(false, NASTY),
            new Duties.TakeOn(Step.MAKE_PROMISE, "", "a new parcel \u00e4", far), new Duties.Raise(Step.REPORT_ISSUE, NASTY),
            new Duties.Goodwill("a voucher", new BigDecimal("12345678901234567890.1234500")), new HandOvers.Correct(1, "wrong \u00e4"),
            new Actions.Lapse("carrier-answers", 0, 7, Deadline.Rung.Kind.BREACH, "logistics \u00e4", far, Optional.of(Draft.DEAR)),
            new Outcomes.Outcome(true, false, true, NASTY), new Actions.EndContact("z".repeat(100_000)));
        Draft draft = Draft.of("case").command("command \u00e4 '\"");
        for (RecoveryAction action : actions) {
            draft.full(action, " a\u00e4 'quoted' ", NASTY);
        }
        draft.full(new Act(Step.GET_READY, ""), "y".repeat(200), "\ud83d\ude00".repeat(50_000)).keptIn(store);
        same(draft.events(), draft);
        assertEquals(draft.events(), loaded("case", "command \u00e4 '\"").done());
    }

    @Test
    void instantsAreKeptToTheNanosecond() {
        for (Instant due : List.of(Draft.NOW.plusNanos(1), Draft.NOW.plusNanos(999_999_999), Instant.parse("8999-12-31T23:59:59.999999999Z"),
            Instant.parse("1900-01-01T00:00:00.000000001Z"), Instant.parse("1969-12-31T23:59:59.999999999Z"), Instant.MAX)) {
            Draft draft = Draft.of("case " + due).at(due.equals(Instant.MAX) ? Draft.NOW : due).due(due).keptIn(store);
            same(draft.events(), draft);
            assertEquals(due, store.load("case " + due).orElseThrow().nextDue());
        }
    }

    @Test
    void aStaleVersionChangesNothingAtAll() {
        Draft.of("case").due(Draft.NOW.plusSeconds(60)).telling("hook").keptIn(store);
        Draft stale = Draft.on(store, "case").command("stale").notes(2).due(Draft.NOW).telling("hook", "other");
        Draft fresh = Draft.on(store, "case").command("fresh").due(Draft.NOW.plusSeconds(30)).keptIn(store);
        List<CaseEvent> events = store.history("case");
        assertFalse(stale.appendTo(store));
        assertFalse(stale.appendTo(sameDataAgain()));
        same(events, fresh);
        assertEquals(List.of(), loaded("case", "stale").done());
        assertEquals(List.of(), store.claimDue(Draft.NOW, Draft.NOW.plus(CLAIM), 9));
        assertEquals(List.of("case"), store.claimDue(Draft.NOW.plusSeconds(30), Draft.NOW.plus(CLAIM), 9));
        assertEquals(List.of("case/1/hook"), keys(store.claimDeliveries("hook", Optional.empty(), Draft.NOW, Draft.NOW.plus(CLAIM), 9)));
        assertEquals(List.of(), store.claimDeliveries("other", Optional.empty(), Draft.NOW, Draft.NOW.plus(CLAIM), 9));
        assertEquals(1, store.find(CaseQuery.all()).size());
    }

    @Test
    void aStaleVersionDoesNotEndAClaim() {
        Draft.of("case").due(Draft.NOW).keptIn(store);
        Draft stale = Draft.on(store, "case").due(Draft.NOW);
        Draft.on(store, "case").due(Draft.NOW).keptIn(store);
        assertEquals(List.of("case"), store.claimDue(Draft.NOW, Draft.NOW.plus(CLAIM), 9));
        assertFalse(stale.appendTo(store));
        assertEquals(List.of(), store.claimDue(Draft.NOW, Draft.NOW.plus(CLAIM), 9));
    }

    @Test
    void aCaseIsBegunOnce() {
        Draft first = Draft.of("case").keptIn(store);
        Draft second = Draft.of("case", Draft.NOW, "another customer", Priority.URGENT, "").command("again").notes(1)
            .due(Draft.NOW).telling("hook");
        assertFalse(second.appendTo(store));
        assertFalse(second.appendTo(sameDataAgain()));
        same(first.events(), first);
        assertEquals(List.of(), store.claimDue(Draft.NOW, Draft.NOW.plus(CLAIM), 9));
        assertEquals(List.of(), store.claimDeliveries("hook", Optional.empty(), Draft.NOW, Draft.NOW.plus(CLAIM), 9));
    }

    @Test
    void ofSeveralWritersOfOneVersionExactlyOneWins() {
        CaseStore[] nodes = {store, sameDataAgain(), store};
        for (int race = 0; race < RACES; race++) {
            int round = race;
            // Every fourth round begins a case; the others go on with it.
            String caseId = "case " + round / 4;
            List<Boolean> won = atOnce(nodes.length, i -> {
                Draft draft = (round % 4 == 0 ? Draft.of(caseId) : Draft.on(nodes[i], caseId))
                    .command(round + " of " + i).notes(2).telling("hook");
                return () -> draft.appendTo(nodes[i]);
            });
            assertEquals(1, won.stream().filter(one -> one).count(), () -> "winners of round " + round + ": " + won);
            int winner = won.indexOf(true);
            for (int i = 0; i < nodes.length; i++) {
                int expected = i == winner ? 2 : 0;
                List<CaseEvent> done = loaded(caseId, round + " of " + i).done().stream()
                    .filter(event -> event.step() == Step.RECORD_STORY).toList();
                assertEquals(expected, done.size(), () -> "events in round " + round + ", won by " + winner);
            }
        }
        for (int i = 0; i < RACES / 4; i++) {
            List<CaseEvent> history = store.history("case " + i);
            assertEquals(IntStream.rangeClosed(1, 9).boxed().toList(), sequences(history));
            assertEquals(9, snapshot(store, "case " + i).version());
        }
    }

    @Test
    void writersOfDifferentCasesDoNotDisturbEachOther() {
        List<Boolean> all = atOnce(4, i -> () -> {
            boolean kept = true;
            for (int n = 0; n < 100; n++) {
                String caseId = "case " + i + "/" + n % 10;
                kept &= (n < 10 ? Draft.of(caseId) : Draft.on(store, caseId)).notes(1)
                    .due(Draft.NOW.plusSeconds(n)).telling("hook").appendTo(store);
            }
            return kept;
        });
        assertEquals(List.of(true, true, true, true), all);
        for (int n = 0; n < 40; n++) {
            String caseId = "case " + n / 10 + "/" + n % 10;
            assertEquals(21, store.history(caseId).size());
            assertEquals(Draft.NOW.plusSeconds(90 + n % 10), store.load(caseId).orElseThrow().nextDue());
        }
    }

    @Test
    void idsThatLookAlikeAreDifferentCases() {
        for (int i = 0; i < LOOK_ALIKES.size(); i++) {
            Draft.of(LOOK_ALIKES.get(i)).command("command of " + i).notes(i % 3).due(Draft.NOW.plusSeconds(i)).telling("hook").keptIn(store);
        }
        for (int i = 0; i < LOOK_ALIKES.size(); i++) {
            String id = LOOK_ALIKES.get(i);
            assertEquals(2 + i % 3, store.history(id).size(), () -> "events of '" + id + "'");
            assertTrue(store.history(id).stream().allMatch(event -> event.caseId().equals(id)));
            assertEquals(2 + i % 3, loaded(id, "command of " + i).done().size());
            assertEquals(id, store.load(id).orElseThrow().id());
            assertEquals(List.of(id + "/1/hook"),
                keys(store.claimDeliveries("hook", Optional.of(id), Draft.NOW, Draft.NOW.plus(CLAIM), 9)));
        }
        assertEquals(LOOK_ALIKES, store.claimDue(Draft.NOW.plusSeconds(999), Draft.NOW.plusSeconds(9999), 999), "in the order of what is due");
    }

    @Test
    void commandsAndHooksThatLookAlikeAreDifferent() {
        Draft.of("case").keptIn(store);
        for (String like : LOOK_ALIKES) {
            Draft.on(store, "case").command(like).notes(1).telling(like).keptIn(store);
        }
        for (int i = 0; i < LOOK_ALIKES.size(); i++) {
            String like = LOOK_ALIKES.get(i);
            assertEquals(List.of(i + 2), sequences(loaded("case", like).done()), () -> "of command '" + like + "'");
            assertEquals(List.of("case/" + (i + 2) + "/" + like),
                keys(store.claimDeliveries(like, Optional.empty(), Draft.NOW, Draft.NOW.plus(CLAIM), 9)), () -> "of hook '" + like + "'");
        }
    }

    @Test
    void whatOneNodeWritesTheOtherSees() {
        CaseStore other = sameDataAgain();
        Draft.of("case").keptIn(store);
        Draft.on(other, "case").notes(1).keptIn(other);
        Draft last = Draft.on(store, "case").notes(1).keptIn(store);
        assertEquals(last.after().snapshot(), snapshot(other, "case"));
        assertEquals(store.history("case"), other.history("case"));
        assertEquals(store.find(CaseQuery.all()), other.find(CaseQuery.all()));
    }

    @Test
    void whatIsToBeDoneAfterTheCommitIsDoneAtMostOnceAndSeesWhatWasWritten() {
        List<Integer> seen = new ArrayList<>();
        Draft.of("case").keptIn(store);
        store.afterCommit(() -> seen.add(store.history("case").size()));
        assertTrue(seen.equals(List.of(1)) || seen.isEmpty(), seen::toString);
    }
}
