package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Step.ESCALATE;
import static org.servicerecovery.model.Step.OPEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.EscalationHook;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

/** From a real desk to listeners in a real application context. */
class ApplicationEventHookTest {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Screen.class);
    private final Screen screen = context.getBean(Screen.class);

    /** Stands for a bean of a host. */
    static class Screen {
        private final List<String> keys = new ArrayList<>();
        private RuntimeException problem;

        @EventListener
        void on(RecoveryEvent event) {
            keys.add(event.delivery().key() + " " + event.event().step());
            if (problem != null) {
                throw problem;
            }
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Play on(EscalationHook hook) {
        return Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.hook(hook));
    }

    @Test
    void listenersHearWhatFellDueAndEscalations() {
        on(new ApplicationEventHook("application", context)).byPhone().does(ANNA, ESCALATE);
        assertEquals(List.of("c-1/2/application ESCALATE"), screen.keys);
    }

    @Test
    void listenersHearWhatIsWanted() {
        on(new ApplicationEventHook("application", context, event -> event.step() == OPEN)).byPhone().does(ANNA, ESCALATE);
        assertEquals(List.of("c-1/1/application OPEN"), screen.keys);
    }

    @Test
    void aListenerThatThrowsIsToldAgain() {
        screen.problem = new IllegalStateException("no screen");
        Play play = on(new ApplicationEventHook("application", context)).byPhone().does(ANNA, ESCALATE);
        assertEquals(1, play.desk.hookFailures());
        screen.problem = null;
        play.after(Duration.ofSeconds(31)).ticks();
        assertEquals(List.of("c-1/2/application ESCALATE", "c-1/2/application ESCALATE"), screen.keys);
        assertEquals(1, play.desk.hookFailures());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aNameIsNeeded(String name) {
        String message = assertThrows(InvalidInputException.class, () -> new ApplicationEventHook(name, context)).getMessage();
        assertTrue(message.contains("name of an application event hook"), message);
    }

    @Test
    void nullIsRefused() {
        assertThrows(InvalidInputException.class, () -> new ApplicationEventHook("application", null));
        assertThrows(InvalidInputException.class, () -> new ApplicationEventHook("application", context, null));
        assertThrows(InvalidInputException.class, () -> new RecoveryEvent(null));
    }
}
