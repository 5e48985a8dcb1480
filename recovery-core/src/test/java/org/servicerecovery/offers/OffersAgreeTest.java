package org.servicerecovery.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;

/**
 * What a screen is told beforehand is what happens: on 100,000 random reachable situations the offer of a step agrees with the
 * decision on a random action of it. The walks perform real commands on a desk, so that every situation is reachable.
 */
class OffersAgreeTest {
    private static final long SEED = 20260105;
    private static final int SITUATIONS = 100_000;
    private static final int WALK = 200;
    private static final List<Step> STEPS = Stream.of(Step.values())
        .filter(step -> Playbooks.standard().definition().transitions().stream().anyMatch(row -> row.step() == step)).toList();
    /** Where walks begin: a blind walk alone seldom comes to the rare states. */
    private static final List<UnaryOperator<Play>> BEGINNINGS = List.of(Play::byPhone, Play::byEmail, play -> play.byPhone().listened(),
        play -> play.byPhone().listened().proposed().agreed(), play -> play.byPhone().listened().solved(),
        play -> play.byPhone().listened().solved().delivered(), play -> play.byPhone().listened().solved().delivered().askedAgain(),
        play -> play.promised(Duration.ofDays(5)).transferred(Duration.ofDays(9)), play -> play.promised(Duration.ofDays(1)).after(Duration.ofDays(2)),
        Play::recovered, Play::unanswered, Play::unrecovered, Play::withdrawn, Play::referred);

    private final Random random = new Random(SEED);
    private final Deeds deeds = new Deeds(random);
    private final Map<RecoveryState, Map<Offer.Status, int[]>> seen = new EnumMap<>(RecoveryState.class);
    private final Set<List<Object>> distinct = new HashSet<>();
    private final int[] steps = new int[Step.values().length];
    private int situations;
    private int walks;

    @Test
    void whatIsOfferedIsWhatIsPermitted() {
        while (situations < SITUATIONS) {
            walk(BEGINNINGS.get(walks++ % BEGINNINGS.size()).apply(Play.standard()));
        }
        report();
        for (RecoveryState state : RecoveryState.values()) {
            assertTrue(seen.containsKey(state), () -> "no walk came to " + state);
        }
        for (Step step : STEPS) {
            // There is nothing to record under a step for facts of a host's own; the rarest other one waits for a promise to break.
            assertTrue(step == Step.RECORD_FACT || steps[step.ordinal()] > 20, () -> step + " was attempted only " + steps[step.ordinal()] + " times");
        }
    }

    private void walk(Play play) {
        Beforehand beforehand = new Beforehand(play.desk.playbook(), play.store);
        play.desk.open("other", Play.opening(Play.MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        for (int i = 0; i < WALK && situations < SITUATIONS; i++) {
            RecoveryCase now = play.now();
            Actor actor = deeds.actor(now);
            attempt(play, beforehand, now, actor, next(beforehand, now, actor));
            if (i == WALK / 2) {
                assertEquals(play.desk.offers(Play.CASE, actor), STEPS.stream().map(step -> beforehand.offer(play.now(), actor, step)).toList(),
                    "what is compared here is what the desk offers");
            }
            if (deeds.chance(0.1)) {
                play.after(Duration.ofHours(random.nextInt(30)));
            }
        }
    }

    /** Half of the steps are drawn from all; the others mostly from those that are not closed, so that the walk moves on. */
    private Offer next(Beforehand beforehand, RecoveryCase now, Actor actor) {
        Offer offer = beforehand.offer(now, actor, deeds.any(STEPS));
        if (deeds.chance(0.5)) {
            for (int i = 0; i < 8 && offer.status() == Offer.Status.CLOSED; i++) {
                offer = beforehand.offer(now, actor, deeds.any(STEPS));
            }
        }
        return offer;
    }

    private void attempt(Play play, Beforehand beforehand, RecoveryCase now, Actor actor, Offer offer) {
        Optional<RecoveryAction> action = deeds.action(offer.step(), now, play.instant());
        if (action.isEmpty()) {
            return;
        }
        Command command = deeds.command(now, actor, action.get(), play.instant());
        Attempt attempt = beforehand.attempt(now, command, action.get(), play.instant());
        Decision decision = Kernel.decide(play.desk.playbook(), now, attempt);
        compare(offer, attempt, decision, now, actor);
        situations++;
        if (offer.step() == Step.MERGE || offer.step() == Step.ABSORB || offer.step() == Step.REPORT_LAPSE) {
            // Only the desk itself performs these.
            return;
        }
        if (command.actions().size() == 1) {
            assertEquals(decision.isPermitted(), play.desk.perform(Play.CASE, command).isPermitted(), "the desk agrees with the kernel");
        } else {
            play.desk.perform(Play.CASE, command);
        }
    }

    private void compare(Offer offer, Attempt attempt, Decision decision, RecoveryCase now, Actor actor) {
        int[] counts = seen.computeIfAbsent(now.state(), key -> new EnumMap<>(Offer.Status.class))
            .computeIfAbsent(offer.status(), key -> new int[2]);
        counts[decision.isPermitted() ? 0 : 1]++;
        steps[offer.step().ordinal()]++;
        distinct.add(List.of(now.state(), now.low(), now.high(), actor.id(), offer.step(), attempt.traits().low(), attempt.traits().high()));
        boolean agrees = offer.permits(attempt.traits()) == decision.isPermitted()
            && (offer.status() != Offer.Status.OPEN || decision.isPermitted())
            && (offer.status() != Offer.Status.CLOSED || !decision.isPermitted());
        assertTrue(agrees, () -> "seed " + SEED + ", situation " + situations + ": " + actor.id() + " on " + now + " with " + now.facts()
            + "\n  was offered " + offer + "\n  " + offer.conditions() + "\n  " + offer.ways() + "\n  and attempted " + attempt.action()
            + " with " + attempt.traits() + "\n  but was " + (decision.isPermitted() ? "permitted" : "refused by " + decision.refusedBy()));
    }

    private void report() {
        StringBuilder text = new StringBuilder("Offers compared with decisions on " + situations + " situations of " + walks
            + " walks, " + distinct.size() + " of them different (permitted/refused):\n");
        seen.forEach((state, statuses) -> {
            text.append(String.format("  %-13s", state));
            for (Offer.Status status : Offer.Status.values()) {
                int[] counts = statuses.getOrDefault(status, new int[2]);
                text.append(String.format("  %s %d/%d", status, counts[0], counts[1]));
            }
            text.append('\n');
        });
        System.out.print(text);
    }

    @Test
    void everyStepOfThePlaybookIsOffered() {
        Play play = Play.standard().byPhone();
        assertEquals(STEPS, play.desk.offers(Play.CASE, Play.ANNA).stream().map(Offer::step).toList());
    }
}
