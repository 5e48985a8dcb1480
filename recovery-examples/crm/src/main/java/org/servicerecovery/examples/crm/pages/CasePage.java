package org.servicerecovery.examples.crm.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.servicerecovery.examples.crm.cases.QueueLine;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;

/**
 * Everything that the page of a case shows.
 *
 * @param line     the case, and what is late or due next
 * @param entries  the history, the newest first
 * @param composer what can be said
 * @param groups   what else can be done
 * @param plan     the way to a recovered customer, grouped by what is done in one go
 * @param planned  in a sentence, if there is no way to show
 * @param picture  the states
 * @param asked    whether this person is asked to take the case over
 * @param typed    what was typed and not accepted
 * @param notice   what is to be read first
 * @param command  the id for the next command
 */
public record CasePage(QueueLine line, List<Entry> entries, Composer composer, List<DeedGroup> groups, List<List<PlanLine>> plan, String planned,
                       Picture picture, boolean asked, Typed typed, Optional<Notice> notice, String command) {
    public CasePage {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
        plan = List.copyOf(plan);
    }

    public RecoveryCase now() {
        return line.recoveryCase();
    }

    /** A closed step; empty if it is not closed. */
    Optional<Deed> closed(Step step) {
        return Stream.concat(composer.closed().stream(), groups.stream().flatMap(group -> group.closed().stream()))
            .filter(deed -> deed.form().step() == step).findFirst();
    }

    public CaseData data() {
        return now().data();
    }

    /** Open ones first. */
    public List<Duty> duties() {
        List<Duty> all = now().ledger().duties();
        return Stream.concat(all.stream().filter(duty -> duty.status().isOpen()),
            all.stream().filter(duty -> !duty.status().isOpen())).toList();
    }
}
