package org.servicerecovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.spi.Calendars;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spi.EscalationHook;

/** Sets up a {@link RecoveryDesk}. Not for use by several threads. */
public final class DeskBuilder {
    final Playbook playbook;
    CaseStore store = new InMemoryCaseStore();
    Engine engine = Engine.direct();
    Authority authority = Authority.upTo(BigDecimal.valueOf(50));
    final List<Assessor> assessors = new ArrayList<>();
    final List<EscalationHook> hooks = new ArrayList<>();
    Executor executor = Runnable::run;
    InstantSource clock = InstantSource.system();
    final List<Playbook> older = new ArrayList<>();
    Duration lease = Duration.ofMinutes(5);
    Calendars calendars = Calendars.ELAPSED;
    final List<CommandObserver> observers = new ArrayList<>();

    DeskBuilder(Playbook playbook) {
        this.playbook = Objects.requireNonNull(playbook, "playbook");
    }

    /**
     * Where cases are kept.
     *
     * @param cases the store
     * @return this
     */
    public DeskBuilder store(CaseStore cases) {
        store = Objects.requireNonNull(cases, "store");
        return this;
    }

    /**
     * What runs the decided rows.
     *
     * @param runner the engine
     * @return this
     */
    public DeskBuilder engine(Engine runner) {
        engine = Objects.requireNonNull(runner, "engine");
        return this;
    }

    /**
     * Who may what, up to how much. Until told otherwise an agent may give up to 50.
     *
     * @param rights the authority
     * @return this
     */
    public DeskBuilder authority(Authority rights) {
        authority = Objects.requireNonNull(rights, "authority");
        return this;
    }

    /**
     * Adds an assessor beside the standard one.
     *
     * @param assessor finds traits
     * @return this
     */
    public DeskBuilder assessor(Assessor assessor) {
        assessors.add(Objects.requireNonNull(assessor, "assessor"));
        return this;
    }

    /**
     * Adds a hook.
     *
     * @param hook is told of escalations
     * @return this
     * @throws InvalidInputException if there is a hook of that name already
     */
    public DeskBuilder hook(EscalationHook hook) {
        Set<String> names = new HashSet<>();
        hooks.forEach(other -> names.add(other.name()));
        if (!names.add(hook.name())) {
            throw new InvalidInputException("There are two hooks called " + hook.name()
                + ". Deliveries are told apart by the name: rename one.");
        }
        hooks.add(hook);
        return this;
    }

    /**
     * Where hooks run; until told otherwise on the caller's thread.
     *
     * @param threads the host's executor
     * @return this
     */
    public DeskBuilder executor(Executor threads) {
        executor = Objects.requireNonNull(threads, "executor");
        return this;
    }

    /**
     * What time it is.
     *
     * @param time the clock
     * @return this
     */
    public DeskBuilder clock(InstantSource time) {
        clock = Objects.requireNonNull(time, "clock");
        return this;
    }

    /**
     * Adds a calendar by which deadlines of the playbook count. Plain elapsed time need not be added.
     *
     * @param calendar has the name that the deadlines name
     * @return this
     * @throws InvalidInputException if there is a calendar of that name already, or the name is that of elapsed time
     */
    public DeskBuilder calendar(BusinessCalendar calendar) {
        calendars = calendars.with(calendar);
        return this;
    }

    /**
     * Adds a playbook that cases under way are still on: another version, or another procedure altogether. New cases are opened by the
     * one that the desk was started with; each case stays on its own until it is migrated.
     *
     * @param other no two of a desk have the same name and version
     * @return this
     */
    public DeskBuilder alsoKnows(Playbook other) {
        older.add(Objects.requireNonNull(other, "playbook"));
        return this;
    }

    /**
     * How long a node may take for what it claimed, a due case or a delivery, before another node does it as well; until told otherwise
     * 5 minutes. Longer than the slowest hook, or that is told twice; a case that could not be ticked, and what a node had claimed when
     * it died, wait so long.
     *
     * @param time positive
     * @return this
     * @throws InvalidInputException if it is not positive
     */
    public DeskBuilder claimsLast(Duration time) {
        if (time == null || time.isZero() || time.isNegative()) {
            throw new InvalidInputException("Claims must last some time, but were to last " + time + ". Give a positive duration.");
        }
        lease = time;
        return this;
    }

    /**
     * Adds somebody who looks on while commands are decided.
     *
     * @param observer for metrics, traces or logs
     * @return this
     */
    public DeskBuilder observer(CommandObserver observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    /**
     * Sets up the desk, and lists the guardrails that can bite only on what a person attests.
     *
     * @return a desk
     * @throws InvalidInputException if a deadline of one of the playbooks counts by a calendar that was not added
     */
    public RecoveryDesk build() {
        calendars(playbook);
        older.forEach(this::calendars);
        return new RecoveryDesk(this);
    }

    private void calendars(Playbook needing) {
        List<String> missing = needing.definition().deadlines().stream().filter(deadline -> !calendars.names().contains(deadline.calendar()))
            .map(deadline -> deadline.id() + " counts by " + deadline.calendar()).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException("The playbook " + needing.id().name() + " needs calendars that this desk does not have: "
                + String.join(", ", missing) + ". Add them with calendar(…); there are: " + String.join(", ", calendars.names()) + ".");
        }
    }
}
