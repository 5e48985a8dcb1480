package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.play;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;

/** What cannot be counted gives one clear error, and nothing of it is counted; nothing at all gives empty figures. */
class FiguresInputTest {
    private final List<CaseEvent> good = Stories.of(play().recovered(), "good", "gus");
    private final List<CaseEvent> other = Stories.of(play().byPhone().listened(), "other", "olga");
    private final FiguresCollector collector = RecoveryFigures.collector();

    private void wrong(List<CaseEvent> history, String... named) {
        RecoveryFigures before = collector.figures();
        String message = assertThrows(InvalidInputException.class, () -> collector.add(history)).getMessage();
        for (String part : named) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not named in: " + message);
        }
        assertEquals(before, collector.figures(), "something was counted");
        assertThrows(InvalidInputException.class, () -> RecoveryFigures.of(Stream.of(good, history)));
    }

    private static List<CaseEvent> put(List<CaseEvent> history, int place, CaseEvent event) {
        List<CaseEvent> changed = new ArrayList<>(history);
        changed.set(place, event);
        return changed;
    }

    @Test
    void aHistoryThatIsNullEmptyOrHasGaps() {
        collector.add(good);
        wrong(null, "History 2", "null", "Hand in");
        wrong(List.of(), "History 2", "empty", "leave out");
        wrong(put(other, 0, null), "History 2", "null");
        wrong(put(other, 3, null), "other", "null as event 4");
        List<CaseEvent> gap = new ArrayList<>(other);
        gap.remove(4);
        wrong(gap, "other", "event 6 where event 5 belongs", "without gaps");
        wrong(other.subList(1, other.size()), "other", "begins with event 2", "whole history");
    }

    @Test
    void aHistoryThatIsOutOfOrderOrOfSeveralCases() {
        List<CaseEvent> swapped = new ArrayList<>(other);
        Collections.swap(swapped, 2, 3);
        wrong(swapped, "other", "event 4 where event 3 belongs", "in their order");
        wrong(put(other, 2, good.get(2)), "other", "an event of case good as event 3", "by themselves");
        List<CaseEvent> twice = new ArrayList<>(other);
        twice.addAll(other);
        wrong(twice, "other", "event 1 where");
    }

    @Test
    void aCaseThatComesTwice() {
        collector.add(other);
        assertThrows(InvalidInputException.class, () -> RecoveryFigures.of(Stream.of(other, good, other)));
        RecoveryFigures before = collector.figures();
        String message = assertThrows(InvalidInputException.class, () -> collector.add(other)).getMessage();
        assertTrue(message.contains("other") && message.contains("added before") && message.contains("once"), message);
        assertEquals(before, collector.figures());
    }

    private static CaseEvent with(CaseEvent event, Instant occurredAt, List<String> advised) {
        return new CaseEvent(event.caseId(), event.sequence(), event.commandId(), event.actor(), occurredAt, event.recordedAt(),
            event.playbook(), event.action(), event.message(), event.spent(), event.row(), event.from(), event.to(), event.sets(),
            event.clears(), event.traits(), event.attested(), event.waivers(), advised, event.shadowed(), event.clocks());
    }

    @Test
    void anEventThatIsIncompleteOrBeforeTheOpening() {
        wrong(put(other, 5, with(other.get(5), Play.START, null)), "other", "event 6", "incomplete");
        wrong(put(other, 5, with(other.get(5), Play.START.minusSeconds(1), List.of())), "other", "event 6", "before it was opened",
            "Check the dates");
    }

    @Test
    void nothingToReadFrom() {
        assertThrows(InvalidInputException.class, () -> RecoveryFigures.of((CaseStore) null));
        assertThrows(InvalidInputException.class, () -> RecoveryFigures.of((Stream<List<CaseEvent>>) null));
        assertThrows(InvalidInputException.class, () -> collector.refused(null));
        assertEquals(RecoveryFigures.of(Stream.of()), collector.figures());
    }

    @Test
    void aStoreWithACaseThatHasNoHistoryIsNamed() {
        CaseSummary lost = CaseSummary.of(RecoveryCase.blank("lost-7", Playbooks.standard().id(), Playbooks.standard().vocabulary()));
        CaseStore broken = (CaseStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {CaseStore.class},
            (proxy, method, arguments) -> method.getName().equals("find") ? List.of(lost) : List.of());
        String message = assertThrows(InvalidInputException.class, () -> RecoveryFigures.of(broken)).getMessage();
        assertTrue(message.contains("lost-7") && message.contains("empty"), message);
    }

    @Test
    void nothingGivesEmptyFiguresAndNeverNaN() {
        RecoveryFigures none = RecoveryFigures.of(Stream.empty());
        assertEquals(0, none.cases());
        assertEquals(0, none.ends().ended());
        assertTrue(none.times().recovery().median().isEmpty() && none.times().recovery().measured() == 0);
        for (Share share : List.of(none.easyFixes().share(), none.balance().byActs(), none.balance().byTime(), none.loyalty().renewed(),
            none.ends().saved().account(), none.rules().reviewed(), none.repeats().repeaters(), none.repeats().recurrences())) {
            assertEquals(OptionalDouble.empty(), share.value());
        }
        for (OptionalDouble number : List.of(none.moods().perCase().meanRelief(), none.moods().perContact().meanRelief(),
            none.loyalty().meanLikelihood(), none.repeats().casesPerRepeater())) {
            assertEquals(OptionalDouble.empty(), number);
        }
        assertFalse(none.report().contains("NaN"), none::report);
    }

    @Test
    void aShareIsOfNoMoreThanAll() {
        assertThrows(InvalidInputException.class, () -> new Share(2, 1));
        assertThrows(InvalidInputException.class, () -> new Share(-1, 1));
        assertEquals("3 of 4 (75.0 %)", new Share(3, 4).toString());
        assertEquals("0 of 0 (-)", new Share(0, 0).toString());
        assertEquals(OptionalDouble.of(0.75), new Share(3, 4).value());
    }

    @Test
    void aStoreIsReadWholeAndAnotherLookChangesNothing() {
        Play play = play().byPhone();
        play.desk.open("c-2", Play.opening(ANNA, Channel.EMAIL, Priority.LOW, "")).orThrow();
        RecoveryFigures figures = RecoveryFigures.of(play.store);
        assertEquals(2, figures.cases());
        assertEquals(2, figures.ends().open());
        assertEquals(1, figures.repeats().repeaters().count());
        assertEquals(figures, RecoveryFigures.of(play.store));
        assertEquals(figures, RecoveryFigures.of(Stream.of("c-2", "c-1").map(play.store::history)));
    }

    @Test
    void collectingGoesOnAfterALookAndWhatWasSeenStays() {
        collector.add(good);
        RecoveryFigures first = collector.figures();
        collector.add(other);
        assertEquals(1, first.cases());
        assertEquals(1, first.ends().ended() + first.ends().open());
        assertEquals(2, collector.figures().cases());
        assertThrows(UnsupportedOperationException.class, () -> first.ends().counts().clear());
        assertThrows(UnsupportedOperationException.class, () -> first.rules().byRule().clear());
    }
}
