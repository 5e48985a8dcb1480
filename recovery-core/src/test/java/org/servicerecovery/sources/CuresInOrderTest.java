package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.Playbooks;

/** Who is early is told what comes first; not that the case could be given up instead, where that would lift the order. */
class CuresInOrderTest {
    @ParameterizedTest
    @CsvSource({"last, THANK", "latte, THANK", "blast, THANK", "seven-steps, THANK", "heard, RECORD_ROOT_CAUSE", "learn, NOTE_IMPROVEMENT"})
    void whatIsOwedAtEveryEndIsNotHadByGivingUp(String playbook, Step early) {
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.named(playbook));
        desk.as(Play.ANNA).open("case", Play.CUSTOMER, "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.CALM)).orThrow();

        Decision refused = early.isSpeech()
            ? desk.as(Play.ANNA).say("case", Channel.PHONE, "Thank you for telling us.", Set.of(Traits.THANKS_FOR_RAISING), early)
            : desk.as(Play.ANNA).perform("case", RecoveryAction.note(early, "the courier's box"));

        assertFalse(refused.isPermitted());
        List<Step> first = refused.cures().stream().filter(cure -> cure.kind() == Cure.Kind.FIRST).map(Cure::step).toList();
        assertTrue(first.contains(Step.START_WORK) || first.contains(Step.REPORT_AGREEMENT), first::toString);
        assertTrue(first.stream().noneMatch(Set.of(Step.RECORD_REFERRAL, Step.RECORD_PROOF, Step.REPORT_WITHDRAWAL, Step.REPORT_LAPSE)::contains),
            first::toString);
    }

    @Test
    void whoWantsToGiveUpIsStillToldHow() {
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());
        desk.as(Play.ANNA).open("case", Play.CUSTOMER, "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.CALM)).orThrow();
        Decision refused = desk.as(Actor.supervisor("sue")).perform("case", Step.CLOSE_AS_REFERRED);
        assertEquals(1, refused.cures().stream().filter(cure -> cure.kind() == Cure.Kind.FIRST && cure.step() == Step.RECORD_REFERRAL).count(),
            refused.cures()::toString);
    }
}
