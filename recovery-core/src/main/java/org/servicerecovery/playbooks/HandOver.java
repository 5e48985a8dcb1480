package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.List;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;

/** The customer is never simply transferred: a warm transfer with a three-way conversation, or none (E13–E18). */
final class HandOver {
    private HandOver() {
    }

    static List<Guardrail> guardrails() {
        return List.of(
            Guardrail.named("no-plain-transfer").watches(TRANSFER)
                .needs(TRANSFER_REQUESTED, RECEIVER_BRIEFED, RECEIVER_JOINED, RECEIVER_INTRODUCED).instead(REQUEST_TRANSFER)
                .because("A customer is never simply transferred: the receiver is briefed, joins, and is introduced while all three are"
                    + " present.")
                .from("E14", "E15", "E16", "E17", "E03"),
            Guardrail.named("giver-hands-over").watches(REQUEST_TRANSFER, BRIEF_RECEIVER, INTRODUCE_RECEIVER, TRANSFER, CANCEL_TRANSFER)
                .needs(BY_OWNER)
                .because("Only the owner can give the case out of his hands.")
                .from("E16", "B27"),
            Guardrail.named("transfer-to-the-one-asked").watches(TRANSFER).when(TRANSFER_REQUESTED).needs(RECEIVER_MATCHES)
                .because("The case goes to the colleague who was asked and joined, to nobody else.")
                .from("E15", "every desk: hand-over"),
            Guardrail.named("giver-keeps-follow-up").watches(TRANSFER).needs(FOLLOW_UP_SET, GIVER_HOLDS_FOLLOW_UP)
                .because("Whoever hands over keeps a dated follow-up of his own.")
                .from("E18", "E26", "B44", "B27"),
            Guardrail.named("giver-follows-up").watches(CLOSE_AS_RECOVERED).in(RecoveryState.FOLLOWING_UP).when(HANDED_OVER)
                .bars(FOLLOW_UP_SET)
                .because("Whoever handed the case over has promised to follow up, and closure waits for that.")
                .from("E26", "E18"),
            Guardrail.named("fix-it-yourself").watches(REQUEST_TRANSFER).bars(FIX_IN_REACH).waivableBy(Actor.SUPERVISOR)
                .because("What you can fix yourself you do not pass on.")
                .from("B23"),
            Guardrail.named("receiver-is-another").watches(REQUEST_TRANSFER, TRANSFER, REASSIGN).bars(RECEIVER_IS_OWNER)
                .because("Nobody hands a case to its owner.")
                .from("E13", "E15", "every desk: reassign"),
            Guardrail.named("receiver-joins-all-present").watches(JOIN).needs(BY_RECEIVER, RECEIVER_BRIEFED, CONTACT_OPEN, LIVE_CONTACT)
                .because("The briefed receiver joins a live conversation in which the customer and the giver are present.")
                .from("E15", "E17"),
            Guardrail.named("introduced-in-three-way-talk").watches(INTRODUCE_RECEIVER).needs(RECEIVER_JOINED, TWO_WAY, EXPLAINS_PROBLEM)
                .because("All three are on the line, and the giver explains the problem so that the customer need not.")
                .from("E16", "E17"),
            Guardrail.named("receiver-answers").watches(DECLINE).needs(BY_RECEIVER)
                .because("Only the colleague who was asked can decline.")
                .from("E15"),
            Guardrail.named("new-owner-told")
                .watches(CONFIRM_STORY, START_WORK, RECORD_DELIVERY, CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED,
                    CLOSE_AS_REFERRED).in(Row.OWNED.toArray(RecoveryState[]::new)).bars(NEW_OWNER_UNTOLD)
                .because("The customer does not know yet who owns the case.")
                .from("every desk: reassign", "B27"));
    }
}
