package org.servicerecovery.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one actor wants done in one go: one action, one message with several acts, or a list; all or nothing. Its actions
 * are taken in order, each seeing the facts that earlier ones set. Immutable; the methods return changed copies.
 *
 * @param id         chosen by the host so that a repetition is recognised; unique per case
 * @param actor      who acts
 * @param actions    what is done, in order, at least one
 * @param message    the words that the customer receives, if any; then every speech step of the command is in them
 * @param attested   traits that the actor vouches for
 * @param waivers    guardrails lifted for this attempt
 * @param occurredAt when it happened, if it is recorded later; empty for now
 * @param spent      working time that went into it, zero if not told
 */
public record Command(String id, Actor actor, List<RecoveryAction> actions, Optional<Message> message, Set<Trait> attested,
                      List<Waiver> waivers, Optional<Instant> occurredAt, Duration spent) {
    private static final int MOST_ACTIONS = 100;

    /**
     * @throws InvalidInputException if a part is null, there is no action or more than 100, the time is negative, or a trait is
     *                               attested that is computed
     */
    public Command {
        Texts.line("The command's id", id);
        Texts.present("The actor", actor);
        actions = Texts.list("The actions", actions);
        Texts.present("The message", message);
        for (Trait trait : Texts.present("The attested traits", attested)) {
            if (!Texts.present("An attested trait", trait).attestable()) {
                throw new InvalidInputException("The trait " + trait + " cannot be attested: it is computed from who acts, how, and what"
                    + " is on record. Leave it out.");
            }
        }
        attested = Condition.ordered(attested);
        waivers = Texts.list("The waivers", waivers);
        Texts.present("When it occurred", occurredAt);
        if (Texts.present("The time spent", spent).isNegative()) {
            throw new InvalidInputException("The time spent must not be negative, but was " + spent + ".");
        }
        if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
            throw new InvalidInputException("A command does 1 to " + MOST_ACTIONS + " things, but this one does " + actions.size() + ".");
        }
    }

    /**
     * Something done, without words to the customer.
     *
     * @param actor   who acts
     * @param actions what is done, in order
     * @return a command with a random id
     */
    public static Command does(Actor actor, RecoveryAction... actions) {
        return new Command(UUID.randomUUID().toString(), actor, Arrays.asList(actions), Optional.empty(), Set.of(), List.of(),
            Optional.empty(), Duration.ZERO);
    }

    /**
     * Something said to the customer.
     *
     * @param actor   who speaks
     * @param channel how
     * @param text    the words
     * @param acts    what the words do, in order
     * @return a command with a random id
     */
    public static Command says(Actor actor, Channel channel, String text, Step... acts) {
        List<RecoveryAction> actions = new ArrayList<>();
        for (Step act : acts) {
            actions.add(RecoveryAction.of(act));
        }
        return says(actor, channel, text, actions);
    }

    /**
     * Something said to the customer.
     *
     * @param actor   who speaks
     * @param channel how
     * @param text    the words
     * @param actions what the words do and what is done with them, in order
     * @return a command with a random id
     */
    public static Command says(Actor actor, Channel channel, String text, List<RecoveryAction> actions) {
        return new Command(UUID.randomUUID().toString(), actor, actions, Optional.of(new Message(channel, text)), Set.of(), List.of(),
            Optional.empty(), Duration.ZERO);
    }

    /**
     * With traits that the actor vouches for.
     *
     * @param traits what is true of this command
     * @return a copy
     */
    public Command attesting(Trait... traits) {
        Set<Trait> all = new LinkedHashSet<>(attested);
        all.addAll(Arrays.asList(traits));
        return new Command(id, actor, actions, message, all, waivers, occurredAt, spent);
    }

    /**
     * With a guardrail lifted for this attempt.
     *
     * @param waiver which, by whom and why
     * @return a copy
     */
    public Command waiving(Waiver waiver) {
        List<Waiver> all = new ArrayList<>(waivers);
        all.add(waiver);
        return new Command(id, actor, actions, message, attested, all, occurredAt, spent);
    }

    /**
     * With the host's own id, by which a repetition is recognised.
     *
     * @param commandId one line, at most 200 characters
     * @return a copy
     */
    public Command identified(String commandId) {
        return new Command(commandId, actor, actions, message, attested, waivers, occurredAt, spent);
    }

    /**
     * Recorded now, but happened then.
     *
     * @param when not after now
     * @return a copy
     */
    public Command occurred(Instant when) {
        return new Command(id, actor, actions, message, attested, waivers, Optional.of(Texts.date("When it occurred", when)), spent);
    }

    /**
     * With the working time that went into it.
     *
     * @param time not negative
     * @return a copy
     */
    public Command spending(Duration time) {
        return new Command(id, actor, actions, message, attested, waivers, occurredAt, time);
    }
}
