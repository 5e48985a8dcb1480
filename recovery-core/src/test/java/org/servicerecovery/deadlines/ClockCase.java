package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.model.RecoveryAction.followUp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/**
 * One hand-written history that shows what a deadline does. It takes the playbook, so that the mutation run can play it on
 * broken ones.
 *
 * @param deadline the deadline's id
 * @param row      the row of the rulebook, or several joined by commas
 * @param what     as a sentence
 * @param story    plays, and asserts
 */
public record ClockCase(String deadline, String row, String what, Consumer<Playbook> story) {

    /** Which of the two a story asserted since this was emptied: that something fell due, or that nothing did. */
    private static final ThreadLocal<Set<Boolean>> FELL = ThreadLocal.withInitial(HashSet::new);

    /** Plays the story, and tells what it showed: {@code true} if the deadline fell due at some point, {@code false} if it kept silent. */
    public Set<Boolean> shown(Playbook playbook) {
        FELL.get().clear();
        story.accept(playbook);
        return Set.copyOf(FELL.get());
    }

    /** The rows that {@link #row} lists. */
    public List<String> rows() {
        return List.of(row.split(", "));
    }

    /** Every case, in the order of the themes. */
    public static Stream<ClockCase> all() {
        return Stream.of(ResponseClocks.cases(), SolutionClocks.cases(), DutyClocks.cases(), OwnerClocks.cases(), AnswerClocks.cases(),
            RunningClocks.cases())
            .flatMap(List::stream);
    }

    /**
     * Every rung of the deadline that the hook heard of must be these, in this order: "PT45M WARNING team" is 45 minutes after a
     * moment. Ids, times, kinds and audiences at once: what a mutant changes shows here.
     */
    static void fell(Play play, String deadline, Instant since, String... rungs) {
        FELL.get().add(rungs.length > 0);
        assertEquals(List.of(rungs), heard(play, deadline).map(event -> {
            Actions.Lapse lapse = (Actions.Lapse) event.action();
            return Duration.between(since, event.occurredAt()) + " " + lapse.kind() + " " + lapse.audience();
        }).toList(), () -> "rungs of " + deadline + " after\n" + play.desk.history(Play.CASE).stream()
            .map(event -> "  " + event.occurredAt() + " " + event.step() + " by " + event.actor().id() + '\n').toList());
    }

    /** No rung of the deadline was ever reached. */
    static void silent(Play play, String deadline) {
        fell(play, deadline, Play.START);
    }

    static Stream<CaseEvent> heard(Play play, String deadline) {
        return play.heard.stream().filter(event -> event.action() instanceof Actions.Lapse lapse && lapse.deadline().equals(deadline));
    }

    /** In writing, beside the dated follow-up that every written message needs. */
    static Play writes(Play play, Channel channel, Step... steps) {
        RecoveryAction[] acts = Stream.concat(Stream.of(followUp("anna", "the next step", play.in(Duration.ofDays(300)))),
            Stream.of(steps).map(Play::act)).toArray(RecoveryAction[]::new);
        return play.says(Play.ANNA, channel, acts);
    }

    @Override
    public String toString() {
        return deadline + " (" + row + "): " + what;
    }
}
