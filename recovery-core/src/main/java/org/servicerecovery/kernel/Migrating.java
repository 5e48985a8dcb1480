package org.servicerecovery.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Authority;

/** From one playbook to another. The old one is not needed: events and snapshot say everything that counts. */
final class Migrating {
    private static final String ROW = "migrate";

    private final Playbook playbook;
    private final Authority authority;

    private Migrating(Playbook playbook, Authority authority) {
        this.playbook = playbook;
        this.authority = authority;
    }

    /**
     * Every event is judged where it was done, on the facts as they stood: what one objection would have changed does not make others. What
     * was true of an action was found when it was done, and is not found anew.
     */
    static List<Objection> objections(Playbook playbook, List<CaseEvent> history, Authority authority) {
        Migrating migrating = new Migrating(playbook, authority);
        List<RecoveryCase> stages = RecoveryCase.stages(history);
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).step() != Step.MIGRATE) {
                migrating.objection(stages.get(i), history.get(i)).ifPresent(objections::add);
            }
        }
        return List.copyOf(objections);
    }

    private Optional<Objection> objection(RecoveryCase seen, CaseEvent event) {
        Terms<Fact> facts = playbook.vocabulary().facts().declaredOf(seen.facts());
        Terms<Trait> traits = playbook.vocabulary().traits().declaredOf(event.traits());
        Cell cell = playbook.cell(seen.data().team(), seen.state(), event.step());
        Cures none = new Cures(playbook, seen, event.step(), traits, Set.of(), Set.of());
        List<String> rules = new ArrayList<>();
        List<String> whys = new ArrayList<>();
        CompiledRow row = cell.row(facts.low(), facts.high(), traits.low(), traits.high());
        if (row == null) {
            rules.add(Reason.NOT_HERE);
            whys.add(Reasons.notHere(playbook, cell, seen, event.step(), traits, none).why());
        } else if (row.source().to() != event.to()) {
            rules.add(Objection.ELSEWHERE);
            whys.add(Catalogue.text("migration.elsewhere").replace("{step}", Catalogue.phrase(event.step()))
                .replace("{to}", row.source().to().name()).replace("{went}", event.to().name()));
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            if (rule.violated(facts.low(), facts.high(), traits.low(), traits.high()) && !waived(rule, event)) {
                rules.add(rule.source().id());
                whys.add(Reasons.violation(playbook, rule, seen, event.step(), traits, none).why());
            }
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Objection(event.sequence(), event.step(), rules, whys.get(0)));
    }

    private boolean waived(CompiledGuardrail rule, CaseEvent event) {
        Optional<String> role = rule.source().waivableBy();
        if (role.isEmpty()) {
            return false;
        }
        for (Waiver waiver : event.waivers()) {
            if (waiver.guardrail().equals(rule.source().id()) && authority.has(waiver.by(), role.get())) {
                return true;
            }
        }
        return false;
    }

    /** The one event. Nothing refuses it: whether to migrate in spite of objections is for whoever asks to decide. */
    static Permitted migrated(Playbook playbook, RecoveryCase seen, Command command, Instant now) {
        List<Fact> dropped = new ArrayList<>(seen.facts());
        dropped.removeAll(playbook.vocabulary().facts().declaredOf(seen.facts()));
        List<RunningDeadline> stopped = seen.deadlines().stream().filter(clock -> !goesOn(playbook, seen, clock)).toList();
        Terms<Fact> none = seen.vocabulary().facts().none();
        CaseEvent event = new CaseEvent(seen.id(), seen.version() + 1, command.id(), command.actor(), now, now, playbook.id(),
            command.actions().get(0), Optional.empty(), command.spent(), ROW, seen.state(), seen.state(), none,
            seen.vocabulary().facts().of(dropped), seen.vocabulary().traits().none(), seen.vocabulary().traits().none(), List.of(), List.of(),
            List.of(), stopped.isEmpty() ? ClockChanges.NONE : new ClockChanges(List.of(), stopped, List.of()));
        return new Permitted(playbook, seen, Kernel.evolve(seen, event).in(playbook.vocabulary()), event);
    }

    /**
     * A clock that has reported everything stays if the new ladder is at its end there too: elsewhere it would wait for a rung that never
     * comes, and keep its deadline from starting again.
     */
    private static boolean goesOn(Playbook playbook, RecoveryCase seen, RunningDeadline clock) {
        Optional<Deadline> deadline = playbook.deadline(clock.deadline())
            .filter(known -> known.duty().equals(seen.ledger().duty(clock.duty()).map(Duty::kind)));
        boolean reported = clock.next().equals(Instant.MAX) && clock.pausedAt().isEmpty();
        return deadline.isPresent() && reported == clock.rung() >= deadline.get().ladder().size();
    }
}
