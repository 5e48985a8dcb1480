package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.OfficeHours;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.offers.Deeds;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spi.Loaded;
import org.servicerecovery.testing.SettableClock;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateMachine;
import reactor.core.publisher.Mono;

/** The same random commands to a desk on either engine, and to a machine that has no desk: the same comes of them. */
class EnginesAgreeTest {
    private static final long SEED = 20261123;
    private static final int WALKS = 20_000;
    private static final int COMMANDS = 8;
    private static final Set<Step> DESKS_OWN = EnumSet.of(Step.MERGE, Step.ABSORB, Step.MIGRATE, Step.REPORT_LAPSE);

    private final Set<String> rows = new HashSet<>();
    private int permitted;
    private int refused;
    private int byMachine;

    /** A case to begin with, in each state that the phases of a play lead to. */
    private record Beginning(Playbook playbook, List<CaseEvent> history) {
        static Beginning of(Play play) {
            return new Beginning(play.desk.playbook(), play.desk.history(Play.CASE));
        }
    }

    private static List<Beginning> beginnings() {
        Stream<Play> standard = Stream.<Supplier<Play>>of(() -> Play.standard().byPhone(), () -> Play.standard().byEmail(),
            () -> Play.standard().byPhone().listened(), () -> Play.standard().byPhone().listened().solved(),
            () -> Play.standard().byPhone().listened().solved().delivered(), () -> Play.standard().byPhone().listened().solved().delivered().askedAgain(),
            () -> Play.standard().promised(Duration.ofDays(5)).transferred(Duration.ofDays(9)), () -> Play.standard().recovered(),
            () -> Play.standard().recovered().reopened(), () -> Play.standard().unanswered(), () -> Play.standard().unrecovered(),
            () -> Play.standard().withdrawn(), () -> Play.standard().referred()).map(Supplier::get);
        Stream<Play> others = Playbooks.names().stream().map(name -> entered(Play.on(Playbooks.named(name))));
        return Stream.concat(standard, others).map(Beginning::of).toList();
    }

    private static Play entered(Play play) {
        play.desk.open(Play.CASE, Command.does(Play.ANNA, new Actions.Open(Play.CUSTOMER, "the parcel never came", Channel.PHONE, Priority.NORMAL, ""),
            RecoveryAction.mood(Mood.BEYOND_IRATE)).attesting(Traits.COMPLAINS)).orThrow();
        return play;
    }

    /** Two desks and a machine, each with its own copy of the same case, under one clock. */
    private static final class Trio {
        final SettableClock clock;
        final RecoveryDesk direct;
        final RecoveryDesk spring;
        final StateMachine<RecoveryState, Step> machine;

        Trio(Beginning beginning, Engine engine, RecoveryMachineFactory machines, SettableClock clock) {
            this.clock = clock;
            clock.set(beginning.history.get(beginning.history.size() - 1).recordedAt());
            direct = desk(beginning, Engine.direct(), clock);
            spring = desk(beginning, engine, clock);
            machine = machines.getStateMachine(beginning.history);
            machine.startReactively().block();
        }

        private static RecoveryDesk desk(Beginning beginning, Engine engine, SettableClock clock) {
            InMemoryCaseStore store = new InMemoryCaseStore();
            RecoveryCase first = RecoveryCase.blank(Play.CASE, beginning.playbook.id(), beginning.playbook.vocabulary());
            RecoveryCase after = RecoveryCase.replayed(beginning.history).in(beginning.playbook.vocabulary());
            assertTrue(store.append(Loaded.none(first), beginning.history, after, List.of()));
            return RecoveryDesk.builder(beginning.playbook).store(store).clock(clock).engine(engine).calendar(new OfficeHours()).build();
        }

        RecoveryCase now() {
            return direct.find(Play.CASE).orElseThrow();
        }

        Object variable(String name) {
            return machine.getExtendedState().getVariables().get(name);
        }
    }

    @Test
    void twentyThousandWalks() {
        List<Beginning> beginnings = beginnings();
        SettableClock clock = new SettableClock(Play.START);
        SpringEngine engine = new SpringEngine();
        Map<Playbook, RecoveryMachineFactory> machines = new HashMap<>();
        for (int number = 0; number < WALKS; number++) {
            Beginning beginning = beginnings.get(number % beginnings.size());
            RecoveryMachineFactory factory = machines.computeIfAbsent(beginning.playbook, playbook -> RecoveryMachineFactory.of(
                RecoveryDesk.builder(playbook).clock(clock).calendar(new OfficeHours()).build()));
            walk(number, beginning, new Trio(beginning, engine, factory, clock));
        }
        System.out.println(WALKS + " random walks on both engines: " + permitted + " commands permitted, " + refused + " refused; " + byMachine + " of them also by a machine without a desk; " + rows.size() + " rows taken");
        assertTrue(permitted > 10_000 && refused > 10_000 && byMachine > 50_000, "walks that come to something");
    }

    private void walk(int number, Beginning beginning, Trio trio) {
        Random random = new Random(SEED + number);
        Deeds deeds = new Deeds(random);
        List<Step> known = Stream.of(Step.judged()).filter(step -> !DESKS_OWN.contains(step) && !beginning.playbook.statesOf(step).isEmpty()).toList();
        for (int i = 0; i < COMMANDS; i++) {
            RecoveryCase now = trio.now();
            Actor actor = deeds.actor(now);
            deeds.action(deeds.any(known), now, trio.clock.instant())
                .ifPresent(action -> step(number, trio, deeds.command(now, actor, action, trio.clock.instant())));
            if (deeds.chance(0.1)) {
                trio.clock.advance(Duration.ofHours(random.nextInt(30)));
                trio.direct.tick();
                trio.spring.tick();
                break;
            }
        }
        assertEquals(trio.direct.history(Play.CASE).size(), trio.spring.history(Play.CASE).size(), () -> "walk " + number);
        assertEquals(trio.now().snapshot(), trio.spring.find(Play.CASE).orElseThrow().snapshot(), () -> "walk " + number);
    }

    private void step(int number, Trio trio, Command command) {
        String where = "walk " + number + ": " + command;
        Decision decision = trio.direct.perform(Play.CASE, command);
        assertEquals(told(decision), told(trio.spring.perform(Play.CASE, command)), where);
        count(decision);
        if (!decision.isPermitted() && command.actions().size() > 1) {
            // A machine takes the steps of a message one by one; what the desk refused as a whole it might do in part.
            return;
        }
        for (Message<Step> message : RecoveryMachineFactory.messages(command)) {
            trio.machine.sendEvent(Mono.just(message)).blockLast();
            assertEquals(decision.refusedBy(), ((Decision) trio.variable(RecoveryMachineFactory.DECISION)).refusedBy(), where);
        }
        assertEquals(trio.now().snapshot(), ((RecoveryCase) trio.variable(RecoveryMachineFactory.CASE)).snapshot(), where);
        assertEquals(trio.now().state(), trio.machine.getState().getId(), where);
        byMachine++;
    }

    /** Everything that a caller can see of it. */
    private static List<Object> told(Decision decision) {
        List<Object> told = new ArrayList<>(decision.events());
        told.addAll(decision.refusedBy());
        decision.advice().forEach(advice -> told.add(advice.rule()));
        return told;
    }

    private void count(Decision decision) {
        if (decision.isPermitted()) {
            permitted++;
            decision.events().forEach(event -> rows.add(event.playbook().name() + " " + event.row()));
        } else {
            refused++;
        }
    }
}
