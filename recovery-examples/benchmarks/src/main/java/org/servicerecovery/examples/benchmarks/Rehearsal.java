package org.servicerecovery.examples.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.StandardAssessor;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.Situation;

/**
 * Plays the story through a desk and keeps what the kernel was asked on the way, so that the kernel can be measured alone
 * and on real cases.
 */
final class Rehearsal {
    static final String CASE = "case-1";
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration PACE = Duration.ofSeconds(20);

    private final Playbook playbook = Playbooks.standard();
    private final List<Situation> asked = new ArrayList<>();
    private final RecoveryDesk desk;
    private Instant now = START;

    private Rehearsal() {
        desk = RecoveryDesk.builder(playbook).clock(() -> now).assessor(new Notes()).build();
    }

    /** Every scene of the story, in order. */
    static List<Scene> wholeStory() {
        Rehearsal rehearsal = new Rehearsal();
        Story.commands(START.plus(Duration.ofDays(3))).forEach(rehearsal::play);
        return rehearsal.asked.stream().map(rehearsal::scene).toList();
    }

    /**
     * A scene in the middle of the first conversation.
     *
     * @param clocks how many clocks run: follow-ups are taken on until there are that many
     * @param told   how many commands of the story come before
     * @param next   what is then attempted, whatever comes of it
     */
    static Scene after(int told, int clocks, Command next) {
        Rehearsal rehearsal = new Rehearsal();
        Story.commands(START.plus(Duration.ofDays(3))).subList(0, told).forEach(rehearsal::play);
        int running = rehearsal.seen().deadlines().size();
        for (int i = running; i < clocks; i++) {
            RecoveryAction duty = RecoveryAction.followUp("", "call number " + i, START.plus(Duration.ofDays(i)));
            rehearsal.play(Command.does(next.actor(), duty));
        }
        rehearsal.asked.clear();
        rehearsal.desk.preview(CASE, next);
        return rehearsal.scene(rehearsal.asked.get(0));
    }

    private void play(Command command) {
        now = now.plus(PACE);
        boolean first = command.actions().get(0).step() == Step.OPEN;
        Decision decision = first ? desk.open(CASE, command) : desk.perform(CASE, command);
        decision.orThrow();
    }

    private RecoveryCase seen() {
        return desk.find(CASE).orElseThrow();
    }

    /** As the desk puts it together: what the standard assessor finds and what the actor attests. */
    private Scene scene(Situation situation) {
        Terms<Trait> attested = playbook.vocabulary().traits().of(situation.command().attested());
        Terms<Trait> found = new StandardAssessor(Authority.upTo(BigDecimal.valueOf(50))).assess(situation);
        Terms<Trait> traits = playbook.vocabulary().traits().ofBits(found.low() | attested.low(), found.high() | attested.high());
        Terms<Fact> none = playbook.vocabulary().facts().none();
        return new Scene(situation.recoveryCase(), new Attempt(situation.command(), situation.action(), traits, attested, none, none, List.of(),
            List.of(), situation.occurredAt(), situation.now()));
    }

    /** A scene of the story must be permitted, or the benchmark would measure something else. */
    static CaseEvent event(Scene scene) {
        return Kernel.decide(Playbooks.standard(), scene.before(), scene.attempt()).orThrow().lastEvent().orElseThrow();
    }

    /** An assessor that finds nothing and writes down what it was shown. */
    private final class Notes implements Assessor {
        @Override
        public Set<Trait> finds() {
            return Set.of();
        }

        @Override
        public Set<Trait> assess(Situation situation) {
            asked.add(situation);
            return Set.of();
        }
    }
}
