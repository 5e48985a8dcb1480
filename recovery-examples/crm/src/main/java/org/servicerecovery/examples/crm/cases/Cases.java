package org.servicerecovery.examples.crm.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.ConflictException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Review;
import org.servicerecovery.wording.Reviewer;
import org.springframework.stereotype.Service;

/** Everything that pages and REST do about cases, for the person who signed in. Safe for many threads. */
@Service
public class Cases {
    private static final String OF_THE_CLOCK = "lapse ";
    private final RecoveryDesk desk;
    private final CaseStore store;
    private final Access access;
    private final Queue queue;
    private final CaseIds ids;
    private final RefusedAttempts refused;
    private final Reviewer reviewer;
    private final InstantSource clock;

    Cases(RecoveryDesk desk, CaseStore store, Access access, Queue queue, CaseIds ids, RefusedAttempts refused, Reviewer reviewer,
          InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.access = access;
        this.queue = queue;
        this.ids = ids;
        this.refused = refused;
        this.reviewer = reviewer;
        this.clock = clock;
    }

    /**
     * A page of the cases that wait for somebody, what is most overdue first.
     *
     * @param after {@link QueuePage#next} of the page before; empty for the first
     * @param limit 1 or more
     */
    public QueuePage queue(Person person, QueueFilter filter, Optional<String> after, int limit) {
        Instant now = clock.instant();
        List<Queue.Place> places = queue.page(person, filter, after, now, limit + 1);
        List<QueueLine> lines = new ArrayList<>();
        for (Queue.Place place : places.subList(0, Math.min(limit, places.size()))) {
            // The index only finds them: whether a person may see one, the case itself says.
            desk.find(place.caseId()).filter(seen -> access.may(person, seen)).ifPresent(seen -> lines.add(new QueueLine(seen, now)));
        }
        return new QueuePage(lines, places.size() > limit ? Optional.of(places.get(limit - 1).toString()) : Optional.empty());
    }

    /** How long the queue is. */
    public long count(Person person, QueueFilter filter) {
        return queue.count(person, filter, clock.instant());
    }

    /** Empty if there is no such case, or the person may not see it. */
    public Optional<CaseView> find(Person person, String caseId) {
        return seen(person, caseId).map(now -> view(caseId, now));
    }

    /** The history may be longer by a moment: both are of one version. */
    private CaseView view(String caseId, RecoveryCase now) {
        List<CaseEvent> history = desk.history(caseId);
        return new CaseView(now, history.subList(0, Math.min(now.version(), history.size())));
    }

    private Optional<RecoveryCase> seen(Person person, String caseId) {
        return desk.find(caseId).filter(now -> access.may(person, now));
    }

    private RecoveryCase visible(Person person, String caseId) {
        return seen(person, caseId).orElseThrow(() -> new NoSuchCaseException(caseId));
    }

    /**
     * The version that the case has.
     *
     * @throws NoSuchCaseException if there is no such case, or the person may not see it; so do all methods below
     */
    public int version(Person person, String caseId) {
        return visible(person, caseId).version();
    }

    /** Everything that happened, in order. */
    public List<CaseEvent> history(Person person, String caseId) {
        visible(person, caseId);
        return desk.history(caseId);
    }

    /** What the person may do now, and why not the rest. */
    public List<Offer> offers(Person person, String caseId) {
        visible(person, caseId);
        return desk.offers(caseId, person.actor());
    }

    /** The shortest permitted way to a recovered customer. */
    public Plan plan(Person person, String caseId) {
        visible(person, caseId);
        return desk.plan(caseId);
    }

    /** What {@link #perform} would say, without doing anything. */
    public Decision preview(Person person, String caseId, Command command) {
        visible(person, caseId);
        return desk.preview(caseId, own(person, command));
    }

    /** What is found in a text that may be said to the customer; read as the desk reads it, and kept nowhere. */
    public Review review(Person person, String caseId, String text) {
        return reviewer.review(Draft.on(visible(person, caseId), text));
    }

    /**
     * Does what the command asks, or says why not; refusals are counted.
     *
     * @param version the one that the person saw
     * @throws StaleCaseException    if the case has changed since
     * @throws ConflictException     if the command's id was used for something else
     * @throws InvalidInputException if it makes no sense on this case, such as a date that has passed
     */
    public Decision perform(Person person, String caseId, int version, Command command) {
        visible(person, caseId);
        try {
            return noted(person, caseId, desk.perform(caseId, version, own(person, command)));
        } catch (ConflictException e) {
            int now = version(person, caseId);
            boolean idUsed = store.load(caseId, command.id()).filter(loaded -> !loaded.done().isEmpty()).isPresent();
            throw idUsed || now == version ? e : new StaleCaseException(caseId, version, now, e);
        }
    }

    /** The id that a case gets which this person opens by that command: the same for a repetition, and not to be guessed. */
    public String idFor(Person person, String commandId) {
        return ids.of(person, commandId);
    }

    /**
     * Opens a case.
     *
     * @param caseId  from {@link #idFor}
     * @param command its first action is {@code Actions.Open}
     * @throws ConflictException if there is such a case already, unless by the same command
     */
    public Decision open(Person person, String caseId, Command command) {
        return noted(person, caseId, desk.open(caseId, own(person, command)));
    }

    /** Figures of all cases: they name no customer. */
    public Report report() {
        return new Report(RecoveryFigures.of(store), refused.byRule());
    }

    private Decision noted(Person person, String caseId, Decision decision) {
        if (!decision.isPermitted()) {
            refused.note(person, caseId, decision);
        }
        return decision;
    }

    /** The library believes the actor: here it is always the one who signed in. */
    private static Command own(Person person, Command command) {
        if (!command.actor().equals(person.actor())) {
            throw new InvalidInputException("Command " + command.id() + " is said to be by " + command.actor().id() + ", but " + person.id()
                + " is signed in. Sign in as whoever acts.");
        }
        if (command.id().startsWith(OF_THE_CLOCK)) {
            throw new InvalidInputException("Command ids that begin with “" + OF_THE_CLOCK + "” are the clock's own: with one of them taken,"
                + " it could not report what falls due. Choose another id.");
        }
        return command;
    }
}
