package org.servicerecovery.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;

/**
 * Plans and cures hold on real cases too: whatever ledger and data say after a random walk of real actions, what is planned can
 * be done on the desk, contact by contact, and nothing is left to do sooner than was said or as said.
 */
class RealPlansTest {
    private static final long SEED = 20260107;
    private static final int CASES = 500;
    private static final List<UnaryOperator<Play>> BEGINNINGS = List.of(Play::byPhone, Play::byEmail, play -> play.byPhone().listened(),
        play -> play.byPhone().listened().proposed().agreed(), play -> play.byPhone().listened().solved(),
        play -> play.byPhone().listened().solved().delivered(), play -> play.byPhone().listened().solved().delivered().askedAgain(),
        play -> play.promised(Duration.ofDays(5)).transferred(Duration.ofDays(9)),
        play -> play.promised(Duration.ofDays(1)).after(Duration.ofDays(2)),
        Play::recovered, Play::unanswered, Play::unrecovered, Play::withdrawn, Play::referred);
    private static final List<Step> STEPS = Stream.of(Step.values())
        .filter(step -> Playbooks.standard().definition().transitions().stream().anyMatch(row -> row.step() == step)).toList();
    /** What fills a ledger. */
    private static final List<Step> OWING = List.of(Step.RECORD_LIMITS, Step.TELL_LIMIT, Step.MAKE_PROMISE, Step.MAKE_PROMISE, Step.MAKE_PROMISE,
        Step.REPORT_PROMISE_IN_DOUBT, Step.REPORT_ISSUE, Step.RAISE_UNCLEAR_POINT, Step.SCHEDULE_FOLLOW_UP);
    /** Only the desk itself performs these. */
    private static final Set<Step> DESKS_OWN = Set.of(Step.MERGE, Step.ABSORB, Step.REPORT_LAPSE);
    private static final List<Fact[]> GOALS = List.of(new Fact[] {Facts.HANDED_OVER}, new Fact[] {Facts.AGREEMENT_CONFIRMED, Facts.FOLLOWED_UP},
        new Fact[] {Facts.THREE_ATTEMPTS_MADE, Facts.TWO_CHANNELS_TRIED}, new Fact[] {Facts.PROMISE_OPEN, Facts.RECEIVER_JOINED},
        new Fact[] {Facts.APOLOGISED_AGAIN, Facts.PROOF_RECORDED},
        new Fact[] {Facts.NEW_OWNER_UNTOLD, Facts.THANKED_IN_WRITING});

    private final Random random = new Random(SEED);
    private final Deeds deeds = new Deeds(random);

    /** Where a plan is to lead. */
    private interface Goal {
        Plan plan(Play play);
    }

    @Test
    void aPlanToRecoveryIsFollowedOnRealCases() {
        Map<Duty.Kind, Integer> several = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            Play play = walked(i);
            for (Duty.Kind kind : Duty.Kind.values()) {
                several.merge(kind, play.now().ledger().open(kind).size() > 1 ? 1 : 0, Integer::sum);
            }
            follow(play, there -> there.desk.plan(Play.CASE));
            assertEquals(RecoveryState.RECOVERED, play.state());
        }
        assertTrue(several.get(Duty.Kind.PROMISE) > 20 && several.get(Duty.Kind.FOLLOW_UP) > 100,
            () -> "few ledgers held several of a kind: " + several);
    }

    @Test
    void soAreOtherPlans() {
        for (int i = 0; i < CASES; i++) {
            Fact[] goal = GOALS.get(i / BEGINNINGS.size() % GOALS.size());
            Play play = walked(i);
            follow(play, there -> there.desk.plan(Play.CASE, goal));
            assertTrue(Stream.of(goal).allMatch(play::has));
        }
    }

    /** A case that is open after many random actions; one that ended was reopened. */
    private Play walked(int number) {
        Play play = BEGINNINGS.get(number % BEGINNINGS.size()).apply(Play.standard());
        Beforehand beforehand = new Beforehand(play.desk.playbook(), play.store);
        int length = 20 + random.nextInt(120);
        for (int i = 0; i < length; i++) {
            RecoveryCase now = play.now();
            Actor actor = deeds.actor(now);
            Step step = deeds.chance(0.2) ? deeds.any(OWING) : deeds.any(STEPS);
            for (int j = 0; j < 8 && beforehand.offer(now, actor, step).status() == Offer.Status.CLOSED; j++) {
                step = deeds.any(STEPS);
            }
            Optional<RecoveryAction> action = DESKS_OWN.contains(step) ? Optional.empty() : deeds.action(step, now, play.instant());
            action.ifPresent(some -> play.desk.perform(Play.CASE, deeds.command(now, actor, some, play.instant())));
            if (deeds.chance(0.1)) {
                play.after(Duration.ofHours(random.nextInt(30)));
            }
        }
        return play.state().isEnd() ? play.reopened() : play;
    }

    /** As people would: one contact, or what lies before the next, as planned; then the plan is looked at anew. */
    private static void follow(Play play, Goal goal) {
        RecoveryCase start = play.now();
        Plan plan = goal.plan(play);
        int left = plan.length();
        while (plan.outcome() == Plan.Outcome.FOUND) {
            for (PlanStep step : plan.contacts().get(0)) {
                for (int time = 1; time <= step.times(); time++) {
                    perform(play, step.step(), step.traits(), start);
                    left--;
                }
            }
            plan = goal.plan(play);
            Plan now = plan;
            int most = left;
            assertTrue(plan.length() <= left, () -> told(start) + "\nonly " + most + " steps were left to " + now + "\nof " + told(play.now()));
            left = plan.length();
        }
        assertEquals(Plan.Outcome.THERE, plan.outcome(), () -> told(start));
    }

    private static void perform(Play play, Step step, Set<Trait> traits, RecoveryCase start) {
        Command command = Doing.command(play.now(), step, traits, play.instant());
        Decision decision = play.desk.perform(Play.CASE, command);
        assertTrue(decision.isPermitted(), () -> told(start) + "\nnow " + told(play.now()) + "\n" + command + " for " + step + " "
            + traits + "\n" + decision);
    }

    @Test
    void whatIsToBeDoneFirstCanBeDoneAndMakesTheRefusedActionPermitted() {
        int refused = 0;
        int prepared = 0;
        for (int i = 0; i < CASES; i++) {
            Play play = walked(i);
            RecoveryCase seen = play.now();
            Beforehand beforehand = new Beforehand(play.desk.playbook(), play.store);
            for (Step step : STEPS) {
                Optional<RecoveryAction> action = step.isReport() || !deeds.chance(0.05) ? Optional.empty()
                    : deeds.action(step, seen, play.instant());
                if (action.isPresent() && play.now() == seen) {
                    Command command = deeds.command(seen, deeds.actor(seen), action.get(), play.instant());
                    Attempt attempt = beforehand.attempt(seen, command, action.get(), play.instant());
                    Decision decision = Kernel.decide(play.desk.playbook(), seen, attempt);
                    refused += decision.isPermitted() ? 0 : 1;
                    prepared += !decision.isPermitted() && prepared(play, attempt, decision.cures()) ? 1 : 0;
                }
            }
        }
        System.out.println(refused + " real attempts were refused; " + prepared + " of them were prepared on the desk");
        assertTrue(prepared > CASES / 2, "too few refusals to say anything: " + prepared);
    }

    /** What is to be done first is done as people would; then the same attempt is judged again, but for the traits named. */
    private static boolean prepared(Play play, Attempt attempt, List<Cure> cures) {
        if (cures.stream().noneMatch(cure -> cure.kind() == Cure.Kind.FIRST) || cures.stream().anyMatch(cure -> cure.step() == Step.REPORT_LAPSE)) {
            // Nothing is to be done first, or nothing but to wait for a deadline to pass.
            return false;
        }
        RecoveryCase start = play.now();
        for (Cure cure : cures) {
            for (int time = 1; cure.kind() == Cure.Kind.FIRST && time <= cure.times(); time++) {
                perform(play, cure.step(), cure.traits(), start);
            }
        }
        Vocabulary.Kind<Trait> words = play.desk.playbook().vocabulary().traits();
        long low = attempt.traits().low();
        long high = attempt.traits().high();
        for (Cure cure : cures) {
            Terms<Trait> named = words.of(cure.traits());
            low = cure.kind() == Cure.Kind.WITH ? low | named.low() : cure.kind() == Cure.Kind.WITHOUT ? low & ~named.low() : low;
            high = cure.kind() == Cure.Kind.WITH ? high | named.high() : cure.kind() == Cure.Kind.WITHOUT ? high & ~named.high() : high;
        }
        Attempt again = new Attempt(attempt.command(), attempt.action(), words.ofBits(low, high), attempt.attested(), attempt.shown(),
            attempt.tells(), attempt.takesBack(), attempt.waivers(), attempt.unentitled(), attempt.occurredAt(), attempt.now(),
            attempt.calendars());
        Decision decision = Kernel.decide(play.desk.playbook(), play.now(), again);
        assertTrue(decision.isPermitted(), () -> told(start) + "\n" + attempt.action() + " with " + attempt.traits() + "\nand " + cures + "\n"
            + decision);
        return true;
    }

    private static String told(RecoveryCase seen) {
        return seen.state() + " " + seen.facts() + " " + seen.ledger() + " " + seen.data();
    }
}
