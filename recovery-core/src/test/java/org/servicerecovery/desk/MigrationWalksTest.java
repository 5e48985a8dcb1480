package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.Migration;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Objection;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.offers.Deeds;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The replay agrees with life: what a playbook permitted, it permits again; and any history can be told to any playbook. */
class MigrationWalksTest {
    private static final long SEED = 20260123;
    private static final int WALKS = 200;
    private static final Set<Step> DESKS_OWN = EnumSet.of(Step.MERGE, Step.ABSORB, Step.MIGRATE, Step.REPORT_LAPSE);
    private static final List<UnaryOperator<Play>> BEGINNINGS = List.of(Play::byPhone, Play::byEmail, play -> play.byPhone().listened(),
        play -> play.byPhone().listened().solved().delivered(), play -> play.byPhone().listened().solved().delivered().askedAgain(),
        play -> play.promised(Duration.ofDays(5)).transferred(Duration.ofDays(9)),
        play -> play.promised(Duration.ofDays(1)).after(Duration.ofDays(2)), Play::recovered, play -> play.recovered().reopened(),
        Play::unanswered, Play::unrecovered, Play::withdrawn, Play::referred, MigrationWalksTest::merged);

    private static Play merged(Play play) {
        play.promised(Duration.ofDays(3)).desk.open("other", Play.opening(BEN, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        play.desk.perform("other", Command.does(BEN, RecoveryAction.of(Step.TAKE_OWNERSHIP), RecoveryAction.issue("late"))).orThrow();
        play.desk.merge("other", Play.CASE, BEN, "merge").orThrow();
        return play;
    }

    /** Entered by somebody whom every playbook lets in. */
    private static Play entered(Play play) {
        play.desk.open(Play.CASE, Command.does(ANNA, new Actions.Open(Play.CUSTOMER, "the parcel never came", Channel.PHONE, Priority.NORMAL, ""),
            RecoveryAction.mood(Mood.BEYOND_IRATE)).attesting(Traits.COMPLAINS)).orThrow();
        return play;
    }

    /** Random things; what is refused is not in the history. */
    private static Play walked(Play play, int number, int steps) {
        Random random = new Random(SEED + number);
        Deeds deeds = new Deeds(random);
        List<Step> known = Stream.of(Step.judged())
            .filter(step -> !DESKS_OWN.contains(step) && !play.desk.playbook().statesOf(step).isEmpty()).toList();
        for (int i = 0; i < steps; i++) {
            RecoveryCase now = play.now();
            Actor actor = deeds.actor(now);
            deeds.action(deeds.any(known), now, play.instant())
                .ifPresent(some -> play.desk.perform(Play.CASE, deeds.command(now, actor, some, play.instant())));
            if (deeds.chance(0.1)) {
                play.after(Duration.ofHours(random.nextInt(30)));
            }
        }
        return play;
    }

    private static RecoveryDesk desk(Playbook playbook, Play play) {
        return RecoveryDesk.builder(playbook).store(play.store).clock(play.clock).calendar(new OfficeHours()).build();
    }

    private static Playbook again(Playbook playbook) {
        return Playbooks.like(playbook, playbook.id().name(), "again").build();
    }

    @Test
    void theSameTableHasNoObjections() {
        Playbook same = again(Playbooks.standard());
        Set<Step> seen = EnumSet.noneOf(Step.class);
        int events = 0;
        for (int number = 0; number < WALKS; number++) {
            Play play = walked(BEGINNINGS.get(number % BEGINNINGS.size()).apply(Play.standard()), number, 60);
            List<CaseEvent> history = play.desk.history(Play.CASE);
            RecoveryDesk desk = desk(same, play);
            Migration migration = desk.previewMigration(Play.CASE);
            int walk = number;
            assertEquals(List.of(), migration.objections(), () -> "walk " + walk);
            assertTrue(migration.dropped().isEmpty() && migration.stopped().isEmpty());
            assertEquals(play.desk.plan(Play.CASE).outcome(), migration.plan().outcome());
            history.forEach(event -> seen.add(event.step()));
            events += history.size();
            desk.migrate(migration, SUE, "the same again", "move").orThrow();
            RecoveryCase now = desk.find(Play.CASE).orElseThrow();
            assertEquals(now.snapshot(), RecoveryCase.replayed(desk.history(Play.CASE)).snapshot());
            assertEquals(List.of(), RecoveryDesk.builder(Playbooks.standard()).store(play.store).clock(play.clock).build()
                .previewMigration(Play.CASE).objections(), "a migration itself is not judged");
        }
        int all = events;
        assertTrue(events > WALKS * 20 && seen.size() > 65, () -> all + " events, steps " + seen);
    }

    /** Each shipped playbook tells what it thinks of a case of every other one, and nothing of its own. */
    @Test
    void everyShippedPlaybookReportsOnCasesOfEveryOther() {
        List<Playbook> again = Playbooks.names().stream().map(name -> again(Playbooks.named(name))).toList();
        int objections = 0;
        for (String name : Playbooks.names()) {
            Play play = walked(entered(Play.on(Playbooks.named(name))), name.length(), 120);
            int size = play.desk.history(Play.CASE).size();
            for (Playbook other : again) {
                Migration migration = desk(other, play).previewMigration(Play.CASE);
                List<Integer> sequences = new ArrayList<>(migration.objections().stream().map(Objection::sequence).toList());
                assertEquals(sequences.stream().distinct().sorted().toList(), sequences, "one for each event, in order");
                assertTrue(sequences.stream().allMatch(sequence -> sequence >= 1 && sequence <= size));
                assertTrue(migration.objections().stream().noneMatch(one -> one.rules().isEmpty() || one.why().isBlank()));
                assertTrue(!other.id().name().equals(name) || migration.complies(), migration::toString);
                objections += sequences.size();
            }
        }
        assertTrue(objections > 100, "other procedures, other manners");
    }
}
