package org.servicerecovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/** A {@link RecoveryDesk} on which one actor acts. Keeps nothing; safe for many threads. */
public final class ActingDesk {
    private final RecoveryDesk desk;
    private final Actor actor;

    ActingDesk(RecoveryDesk desk, Actor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /**
     * Opens a case of normal priority.
     *
     * @param caseId   the host's identifier of the case
     * @param customer the host's identifier of the customer
     * @param problem  what the customer brought
     * @param channel  how; on a live channel the actor, if a person, owns the case at once
     * @param more     what else is known, such as the mood
     * @return the decision
     */
    public Decision open(String caseId, String customer, String problem, Channel channel, RecoveryAction... more) {
        List<RecoveryAction> actions = new ArrayList<>();
        actions.add(new Actions.Open(customer, problem, channel, Priority.NORMAL, ""));
        actions.addAll(Arrays.asList(more));
        return desk.open(caseId, Command.does(actor, actions.toArray(RecoveryAction[]::new)));
    }

    /**
     * Does something without words to the customer.
     *
     * @param caseId  which case
     * @param actions what, in order; all or nothing
     * @return the decision
     */
    public Decision perform(String caseId, RecoveryAction... actions) {
        return desk.perform(caseId, Command.does(actor, actions));
    }

    /**
     * Does something without particulars.
     *
     * @param caseId which case
     * @param steps  what, in order; all or nothing
     * @return the decision
     */
    public Decision perform(String caseId, Step... steps) {
        RecoveryAction[] actions = new RecoveryAction[steps.length];
        for (int i = 0; i < steps.length; i++) {
            actions[i] = RecoveryAction.of(steps[i]);
        }
        return perform(caseId, actions);
    }

    /**
     * Says something to the customer.
     *
     * @param caseId   which case
     * @param channel  how
     * @param text     the words
     * @param attested what the actor vouches for
     * @param acts     what the words do, in order; all or nothing
     * @return the decision
     */
    public Decision say(String caseId, Channel channel, String text, Set<Trait> attested, Step... acts) {
        return desk.perform(caseId, Command.says(actor, channel, text, acts).attesting(attested.toArray(Trait[]::new)));
    }

    /**
     * Says something to the customer, with particulars such as promises and dated follow-ups.
     *
     * @param caseId   which case
     * @param channel  how
     * @param text     the words
     * @param attested what the actor vouches for
     * @param acts     what the words do, in order; all or nothing
     * @return the decision
     */
    public Decision say(String caseId, Channel channel, String text, Set<Trait> attested, RecoveryAction... acts) {
        return desk.perform(caseId, Command.says(actor, channel, text, Arrays.asList(acts)).attesting(attested.toArray(Trait[]::new)));
    }

    /**
     * Schedules the next contact.
     *
     * @param caseId which case
     * @param what   about what
     * @param due    by when
     * @return the decision
     */
    public Decision followUp(String caseId, String what, Instant due) {
        return perform(caseId, RecoveryAction.followUp(actor.id(), what, due));
    }

    /**
     * What the actor may do now.
     *
     * @param caseId which case
     * @return in the order of the steps
     */
    public List<Offer> offers(String caseId) {
        return desk.offers(caseId, actor);
    }
}
