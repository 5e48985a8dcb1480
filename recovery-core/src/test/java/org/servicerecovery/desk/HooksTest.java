package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.EscalationHook;

/** Hooks are told after the write, from what was written, in order, at least once; what goes wrong in one harms nothing else. */
class HooksTest {

    private final InMemoryCaseStore store = new InMemoryCaseStore();
    private final List<Step> steps = new ArrayList<>();
    private final TestHook everything = new TestHook("everything", event -> true, delivery -> steps.add(delivery.event().step()));

    private Play with(EscalationHook... hooks) {
        return Play.on(Playbooks.standard(), store, desk -> {
            for (EscalationHook hook : hooks) {
                desk.hook(hook);
            }
            return desk;
        });
    }

    @Test
    void aHookIsToldOfWhatWasWritten() {
        List<List<CaseEvent>> written = new ArrayList<>();
        Play play = with(new TestHook("reader", event -> true, delivery -> {
            List<CaseEvent> history = store.history(Play.CASE);
            written.add(history);
            assertTrue(history.contains(delivery.event()), "told before it was written");
        }));
        play.byPhone().does(ANNA, ESCALATE);
        assertEquals(2, written.size());
        assertEquals(0, play.desk.hookFailures());
    }

    @Test
    void aHookIsNotToldOfWhatWasRefused() {
        Play play = with(everything).byPhone();
        play.attempt(ANNA, transfer("ben"));
        play.desk.preview(Play.CASE, Command.does(ANNA, Play.act(ESCALATE)));
        assertEquals(List.of(OPEN), steps);
    }

    @Test
    void byDefaultAHookIsToldOfLapsesAndEscalationsOnly() {
        Play play = Play.standard().byEmail().does(ANNA, TAKE_OWNERSHIP, ESCALATE).after(Duration.ofHours(1));
        assertEquals(List.of(ESCALATE, REPORT_LAPSE, REPORT_LAPSE, REPORT_LAPSE), play.heard.stream().map(CaseEvent::step).toList());
    }

    @Test
    void aHookThatFailsIsToldAgainAtALaterTickAndKeepsItsOrder() throws Exception {
        EscalationHook pager = mock(EscalationHook.class);
        when(pager.name()).thenReturn("pager");
        when(pager.wants(any())).thenReturn(true);
        when(pager.mostAttempts()).thenReturn(20);
        List<Step> paged = new ArrayList<>();
        doThrow(new IllegalStateException("no network")).when(pager).deliver(any());
        Play play = with(pager, everything).byPhone().does(ANNA, ESCALATE);
        assertEquals(List.of(OPEN, ESCALATE), steps, "the other hook heard everything");
        assertTrue(play.desk.hookFailures() >= 1);
        doNothing().when(pager).deliver(argThat(delivery -> {
            paged.add(delivery.event().step());
            return true;
        }));
        TickReport early = play.desk.tick();
        assertEquals(0, early.delivered(), "not before its time");
        paged.clear();
        play.passes(Duration.ofMinutes(30));
        TickReport later = play.desk.tick();
        assertEquals(2, later.delivered());
        assertEquals(List.of(OPEN, ESCALATE), paged.subList(paged.size() - 2, paged.size()));
        assertEquals(0, play.desk.tick().delivered(), "and then never again");
    }

    @Test
    void aHookThatAlwaysFailsHarmsNothingElse() {
        Play play = with(new TestHook("broken", event -> true, delivery -> {
            throw new IOException("always");
        }), everything);
        play.recovered();
        assertEquals(play.now().version(), steps.size());
        assertEquals(1, play.desk.hookFailures(), "counted once: the commands after the first do not ask it again before its time");
        play.passes(Duration.ofDays(1));
        TickReport report = play.desk.tick();
        assertEquals(1, report.failed(), "one attempt, because the later deliveries wait for the first");
        assertEquals(2, play.desk.hookFailures());
    }

    @Test
    void theWaitBetweenAttemptsGrows() {
        int[] attempts = new int[1];
        Play play = with(new TestHook("broken", event -> event.step() == ESCALATE, delivery -> {
            attempts[0]++;
            throw new IllegalStateException("always");
        })).byPhone().does(ANNA, ESCALATE);
        for (int second = 0; second < 3600; second += 10) {
            play.after(Duration.ofSeconds(10));
        }
        // After 0, 30 s, 1, 2, 4, 8, 16, 32 minutes of waiting: not three hundred and sixty times.
        assertTrue(attempts[0] >= 5 && attempts[0] <= 9, () -> attempts[0] + " attempts in an hour");
    }

    @Test
    void aHookThatCannotSayWhatItWantsIsToldAndHarmsNothing() {
        Play play = with(new TestHook("undecided", event -> {
            throw new IllegalStateException("no idea");
        }, delivery -> steps.add(delivery.event().step())));
        assertDoesNotThrow(() -> play.byPhone().does(ANNA, ESCALATE));
        assertEquals(List.of(OPEN, ESCALATE), steps);
    }

    @Test
    void aHookMayActOnTheVeryCaseThatItIsToldOf() {
        RecoveryDesk[] desk = new RecoveryDesk[1];
        Play play = with(new TestHook("busy", event -> event.step() == REPORT_LAPSE, delivery -> desk[0].perform(Play.CASE,
            Command.does(Play.SUE, issue("lapsed: " + delivery.event().sequence())))), everything);
        desk[0] = play.desk;
        play.byEmail().after(Duration.ofHours(1));
        assertEquals(List.of(OPEN, REPORT_LAPSE, REPORT_ISSUE, REPORT_LAPSE, REPORT_ISSUE), steps);
    }

    @Test
    void deliveriesRunOnTheExecutorOfTheHost() {
        List<Runnable> queue = new ArrayList<>();
        Play play = Play.on(Playbooks.standard(), store, desk -> desk.executor(queue::add).hook(everything)).byPhone();
        assertEquals(List.of(), steps);
        queue.forEach(Runnable::run);
        assertEquals(List.of(OPEN), steps);
        play.does(ANNA, ESCALATE);
        play.desk.tick();
        queue.forEach(Runnable::run);
        assertEquals(List.of(OPEN, ESCALATE), steps, "whoever comes second finds nothing left to tell");
    }

    @Test
    void anExecutorThatIsFullDoesNotMakeTheWriteLookUndone() {
        boolean[] full = {true};
        Play play = Play.on(Playbooks.standard(), store, desk -> desk.hook(everything).executor(task -> {
            if (full[0]) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        }));
        assertDoesNotThrow(() -> play.byPhone().does(ANNA, ESCALATE));
        assertDoesNotThrow(() -> play.desk.tick());
        assertEquals(List.of(), steps);
        full[0] = false;
        play.desk.tick();
        assertEquals(List.of(OPEN, ESCALATE), steps);
    }

    @Test
    void theKeyOfADeliveryTellsARepetition() {
        List<String> keys = new ArrayList<>();
        Play play = with(new TestHook("pager", event -> event.step() == ESCALATE, delivery -> {
            keys.add(delivery.key() + " " + delivery.attempts());
            if (keys.size() == 1) {
                throw new IllegalStateException("after it was sent");
            }
        })).byPhone().does(ANNA, ESCALATE).after(Duration.ofMinutes(1));
        assertEquals(List.of("c-1/2/pager 0", "c-1/2/pager 1"), keys);
        assertEquals(1, play.desk.hookFailures());
    }

    @Test
    void twoHooksOfOneNameAreRefused() {
        InvalidInputException twice = assertThrows(InvalidInputException.class, () -> with(everything, everything));
        assertTrue(twice.getMessage().contains("two hooks called everything"), twice.getMessage());
    }

    @Test
    void aHookIsAskedWhatItWantsBeforeAndToldAfterTheWrite() throws Exception {
        EscalationHook hook = mock(EscalationHook.class);
        when(hook.name()).thenReturn("asked");
        when(hook.wants(any())).thenReturn(false);
        with(hook).byPhone();
        verify(hook, times(1)).wants(any());
        verify(hook, times(0)).deliver(any());
    }
}
