package org.servicerecovery.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/** The desk under a {@link Play}, its clock that stands still, and what a test asks about the one case on it. */
public class Played {
    public static final String CASE = "c-1";
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    public final SettableClock clock = new SettableClock(START);
    public final CaseStore store;
    public final RecoveryDesk desk;
    /** What the hook heard, in order. */
    public final List<CaseEvent> heard = new CopyOnWriteArrayList<>();

    Played(Playbook playbook, CaseStore store, UnaryOperator<DeskBuilder> more) {
        this.store = store;
        desk = more.apply(RecoveryDesk.builder(playbook).store(store).clock(clock).calendar(new OfficeHours()).hook(listener())).build();
    }

    private EscalationHook listener() {
        return new EscalationHook() {
            @Override
            public String name() {
                return "play";
            }

            @Override
            public void deliver(Delivery delivery) {
                heard.add(delivery.event());
            }
        };
    }

    public RecoveryCase now() {
        return desk.find(CASE).orElseThrow();
    }

    public boolean has(Fact fact) {
        return now().has(fact);
    }

    public RecoveryState state() {
        return now().state();
    }

    public Instant instant() {
        return clock.instant();
    }

    public Instant in(Duration duration) {
        return instant().plus(duration);
    }

    public Duty open(Duty.Kind kind) {
        return now().ledger().open(kind).get(0);
    }

    /** The ids of the clocks that run, each once, sorted; a clock that has nothing more to report does not count. */
    public List<String> clocks() {
        return now().deadlines().stream().filter(clock -> clock.next().isBefore(Instant.MAX)).map(RunningDeadline::deadline).distinct()
            .sorted().toList();
    }

    /** The rungs that the hook heard of, as "deadline kind audience", in the order of hearing. */
    public List<String> rungs() {
        return heard.stream().map(CaseEvent::action).filter(Actions.Lapse.class::isInstance).map(Actions.Lapse.class::cast)
            .map(lapse -> lapse.deadline() + " " + lapse.kind() + " " + lapse.audience()).toList();
    }

    public List<String> rungs(String deadline) {
        return rungs().stream().filter(rung -> rung.startsWith(deadline + " ")).map(rung -> rung.substring(deadline.length() + 1)).toList();
    }

    /** The whole history, folded again from nothing but the log. */
    public RecoveryCase replayed() {
        RecoveryCase folded = RecoveryCase.blank(CASE, desk.playbook().id(), desk.playbook().vocabulary());
        for (CaseEvent event : desk.history(CASE)) {
            folded = folded.after(event);
        }
        return folded;
    }

    /** The owner after every event, oldest first. */
    public List<String> owners() {
        List<String> owners = new ArrayList<>();
        RecoveryCase folded = RecoveryCase.blank(CASE, desk.playbook().id(), desk.playbook().vocabulary());
        for (CaseEvent event : desk.history(CASE)) {
            folded = folded.after(event);
            owners.add(folded.data().owner());
        }
        return owners;
    }
}
