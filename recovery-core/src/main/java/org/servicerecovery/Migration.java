package org.servicerecovery;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.kernel.Objection;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.verify.Plan;

/**
 * What migrating one version of one case means. It comes from {@link RecoveryDesk#previewMigration} only, and is what
 * {@link RecoveryDesk#migrate} asks for, so that nobody migrates what was not replayed. Immutable, and safe for many threads.
 *
 * <p>Every event is judged by the new playbook on the case as it stood then: with the facts that were established and the traits that were
 * found, by the words of whoever attested them. Nothing is assessed again, so settings that only assessors read change nothing about the
 * past. Facts that only the new playbook's rows would have established are not there afterwards either; {@link #plan()} knows.
 */
public final class Migration {
    private final PlaybookId from;
    private final RecoveryCase after;
    private final Set<Fact> dropped;
    private final List<RunningDeadline> stopped;
    private final List<Objection> objections;
    private final Plan plan;

    /** What would be written is what is told. */
    Migration(Permitted migrated, List<Objection> objections, Plan plan) {
        CaseEvent event = migrated.events().get(0);
        this.from = migrated.before().playbook();
        this.after = migrated.after();
        this.dropped = Collections.unmodifiableSet(new LinkedHashSet<>(event.clears()));
        this.stopped = event.clocks().stopped();
        this.objections = objections;
        this.plan = plan;
    }

    /**
     * Which case.
     *
     * @return the host's identifier
     */
    public String caseId() {
        return after.id();
    }

    /**
     * Which version of it was replayed; it can be migrated only as long as it has that.
     *
     * @return the {@link RecoveryCase#version()}
     */
    public int version() {
        return after.version() - 1;
    }

    /**
     * The playbook that the case is on.
     *
     * @return never null
     */
    public PlaybookId from() {
        return from;
    }

    /**
     * The playbook of the desk.
     *
     * @return never null
     */
    public PlaybookId to() {
        return after.playbook();
    }

    /**
     * What the new playbook would not have permitted as it was done, or would have taken elsewhere.
     *
     * @return at most one for each event, in order
     */
    public List<Objection> objections() {
        return objections;
    }

    /**
     * Whether all that was done complies with the new playbook.
     *
     * @return true if there are no objections
     */
    public boolean complies() {
        return objections.isEmpty();
    }

    /**
     * The shortest way to a recovered customer, by the new playbook, from where the case stands.
     *
     * @return its outcome tells whether there is one; {@link Plan.Outcome#UNDECIDED} if that is not known
     */
    public Plan plan() {
        return plan;
    }

    /**
     * The facts that the case would lose, because the new playbook does not declare them.
     *
     * @return an immutable set
     */
    public Set<Fact> dropped() {
        return dropped;
    }

    /**
     * The clocks that would stop, because the new playbook has no such deadline, or not the rung that comes next.
     *
     * @return an immutable list
     */
    public List<RunningDeadline> stopped() {
        return stopped;
    }

    @Override
    public String toString() {
        return "migration of case " + caseId() + ", version " + version() + ", from " + from + " to " + to() + ": "
            + (complies() ? "complies" : objections.toString());
    }
}
