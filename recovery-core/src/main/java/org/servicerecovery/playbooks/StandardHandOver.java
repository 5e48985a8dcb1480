package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.List;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;

/** The customer is never simply transferred: a warm transfer with a three-way conversation, or none (E13–E18). */
final class StandardHandOver {
    private StandardHandOver() {
    }

    static List<Guardrail> guardrails() {
        return List.of(
            Guardrail.named("no-plain-transfer").watches(TRANSFER)
                .needs(TRANSFER_REQUESTED, RECEIVER_BRIEFED, RECEIVER_JOINED, RECEIVER_INTRODUCED).instead(REQUEST_TRANSFER)
                .from("E14", "E15", "E16", "E17", "E03"),
            Guardrail.named("giver-hands-over").watches(REQUEST_TRANSFER, BRIEF_RECEIVER, INTRODUCE_RECEIVER, TRANSFER, CANCEL_TRANSFER)
                .needs(BY_OWNER).from("E16", "B27"),
            Guardrail.named("transfer-to-the-one-asked").watches(TRANSFER).when(TRANSFER_REQUESTED).needs(RECEIVER_MATCHES).from("E15"),
            Guardrail.named("giver-keeps-follow-up").watches(TRANSFER).needs(FOLLOW_UP_SET, GIVER_HOLDS_FOLLOW_UP)
                .from("E18", "E26", "B44", "B27"),
            Guardrail.named("hand-over-after-apology").watches(REQUEST_TRANSFER).needs(APOLOGY_GIVEN, ACKNOWLEDGED).from("E13", "E03"),
            Guardrail.named("fix-it-yourself").watches(REQUEST_TRANSFER).bars(FIX_IN_REACH).waivableBy(Actor.SUPERVISOR).from("B23"),
            Guardrail.named("receiver-is-another").watches(REQUEST_TRANSFER, TRANSFER, REASSIGN).bars(RECEIVER_IS_OWNER).from("E13", "E15"),
            Guardrail.named("receiver-joins-all-present").watches(JOIN).needs(BY_RECEIVER, RECEIVER_BRIEFED, CONTACT_OPEN, LIVE_CONTACT)
                .from("E15", "E17"),
            Guardrail.named("introduced-in-three-way-talk").watches(INTRODUCE_RECEIVER).needs(RECEIVER_JOINED, TWO_WAY, EXPLAINS_PROBLEM)
                .from("E16", "E17"),
            Guardrail.named("receiver-answers").watches(DECLINE).needs(BY_RECEIVER).from("E15"),
            Guardrail.named("new-owner-told")
                .watches(CONFIRM_STORY, START_WORK, RECORD_DELIVERY, CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED,
                    CLOSE_AS_REFERRED).in(Row.OWNED.toArray(RecoveryState[]::new)).bars(NEW_OWNER_UNTOLD)
                .from("every desk: reassign", "B27"));
    }
}
