package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.playbooks.Phase.*;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * The seven strategies (source E): apologise, acknowledge, apologise again, hand over in a three-way conversation or fix it, with the
 * right attitude and urgency, stay in touch and circle back (K1–K4).
 */
final class SevenStrategies {
    private SevenStrategies() {
    }

    static PlaybookBuilder builder() {
        // A greeting says nothing of the problem yet, and a holding response only that an answer comes.
        Set<Step> words = EnumSet.copyOf(Floor.HUMAN_SPEECH);
        words.removeAll(Set.of(Step.APOLOGISE, Step.SEND_HOLDING_RESPONSE, Step.REMARK));
        return Procedure.named("seven-strategies", "1").says("E").handsOver()
            .order("E03", APOLOGISE,
                ACKNOWLEDGE.takenBy(Step.ACKNOWLEDGE, Step.ASK_TO_RESTATE, Step.ASK_OPEN_QUESTION)
                    .doneWhen(ACKNOWLEDGED, OPEN_QUESTIONS_ASKED, STORY_RECORDED).from("E07"),
                Phase.named("apologise-again").doneWhen(APOLOGISED_AGAIN),
                SOLVE.called("hand-over-or-fix")
                    .takenBy(Step.REQUEST_TRANSFER, Step.TRANSFER, Step.PROPOSE_SOLUTION, Step.EXPLAIN_PLAN, Step.START_WORK)
                    .from("E10", "E11", "E12", "E13", "E19"),
                VERIFY.called("circle-back").from("E25"))
            // The order asks for these already, before a hand-over too.
            .leavesOut("open-questions", "story-heard")
            .rules(
                Guardrail.named("asked-to-restate").watches(Step.PROPOSE_SOLUTION, Step.REQUEST_TRANSFER)
                    .in(RecoveryState.AWAITING, RecoveryState.LISTENING)
                    .needsAny(RESTATE_ASKED, HANDED_OVER).waivableBy(Actor.SUPERVISOR)
                    .because("Before it is fixed or handed over the customer tells it once, to the first who answers.")
                    .from("E08", "E13"),
                Guardrail.named("apology-first").watches(words).needs(APOLOGY_GIVEN)
                    .because("The first thing that the customer hears about the problem is the apology.")
                    .from("E04", "E05", "E06", "K4"))
            .builder()
            // Nobody asks for an agreement here: it is the plan that has to be followed by work.
            .deadlines(List.of(Deadline.named("work-starts").startsWhen(PLAN_EXPLAINED).metWith(Step.START_WORK, Step.ADOPT)
                .voidedWith(Step.PROPOSE_SOLUTION, Step.REPORT_REJECTION).within(Duration.ofHours(8)).at(100, Kind.BREACH, "owner")
                .from("E21", "E23")));
    }
}
