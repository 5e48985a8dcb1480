package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.FOLLOWING_UP;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;
import static org.servicerecovery.playbooks.Floor.HUMAN_SPEECH;

import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;

/** Apology, acknowledgement and feelings: before the fix, with it, and after it. */
final class StandardFeelings {
    private StandardFeelings() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(apologising(), tending(), reading()).flatMap(List::stream).toList();
    }

    private static List<Guardrail> apologising() {
        return List.of(
            Guardrail.named("apology-in-words").watches(APOLOGISE).needs(APOLOGY_WORDS).from("A13", "E05", "K2"),
            Guardrail.named("sincere-apology").watches(APOLOGISE).needs(FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL).bars(BOILERPLATE)
                .from("A14", "B11", "C09", "C08", "E06"),
            Guardrail.named("no-cliche-apology").watches(APOLOGISE).bars(CLICHE).from("A12", "B11"),
            Guardrail.named("apology-before-solving").watches(CONFIRM_STORY).needs(APOLOGY_GIVEN)
                .from("A11", "C07", "E04", "E05", "E06", "B10", "A02", "C01", "E03", "E19", "K1"),
            Guardrail.named("second-apology").watches(PROPOSE_SOLUTION, TRANSFER).needs(APOLOGISED_AGAIN).advises()
                .from("E12", "E03", "E19", "K3"),
            Guardrail.named("repair-after-acknowledging").watches(OFFER_GOODWILL).needs(ACKNOWLEDGED).from("B13"));
    }

    private static List<Guardrail> tending() {
        return List.of(
            Guardrail.named("acknowledged-before-solving").watches(CONFIRM_STORY).needs(ACKNOWLEDGED).from("B07", "E07", "E03", "E19", "K4"),
            Guardrail.named("acknowledgement-says-enough").watches(ACKNOWLEDGE).needs(SHOWS_UNDERSTANDING, COMMITS_TO_HELP).from("B12"),
            Guardrail.named("empathy-in-acknowledgement").watches(ACKNOWLEDGE).needs(SAYS_EMPATHY).advises().from("B09"),
            Guardrail.named("feelings-before-solving").watches(CONFIRM_STORY).needs(FEELINGS_TENDED).from("C16", "A18", "B14"),
            Guardrail.named("feelings-with-solution").watches(PROPOSE_SOLUTION).needsAny(FEELINGS_TENDED, TENDS_FEELINGS)
                .from("D14", "D16", "A18", "B07", "K5"),
            Guardrail.named("feelings-mirrored").watches(CONFIRM_STORY).when(RECOVERY_MOOD).needs(FEELINGS_MIRRORED)
                .waivableBy(Actor.SUPERVISOR).from("C15"),
            Guardrail.named("mirror-names-feeling").watches(MIRROR_FEELINGS).needs(NAMES_FEELING).from("C15"),
            Guardrail.named("feeling-as-the-customer-puts-it").watches(CONFIRM_STORY).when(RECOVERY_MOOD).needs(FEELING_RECORDED)
                .from("A20"),
            Guardrail.named("perspective-taken").watches(PROPOSE_SOLUTION).needs(PERSPECTIVE_TAKEN).waivableBy(Actor.SUPERVISOR)
                .from("B17"),
            Guardrail.named("calm-agent").watches(HUMAN_SPEECH).when(MOOD_HOT).needsAny(AGENT_READY, AGENT_CALM).from("B02"));
    }

    private static List<Guardrail> reading() {
        RecoveryState[] open = Row.OPEN.toArray(RecoveryState[]::new);
        return List.of(
            Guardrail.named("mood-read-before-moving-on").watches(CONFIRM_STORY, START_WORK, ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open)
                .needs(MOOD_READ).from("B14", "D13"),
            Guardrail.named("still-upset-means-back").watches(START_WORK, ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open)
                .needs(FEELINGS_TENDED).from("D13", "A17", "A18", "A02"),
            Guardrail.named("calm-before-closing").watches(ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open).bars(MOOD_HOT).from("D13", "A17"),
            Guardrail.named("live-channel-for-feelings").watches(APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS).when(MOOD_HOT)
                .unless(TEXT_CHANNEL_OPEN).needs(TWO_WAY, HEARS_TONE).instead(BEGIN_CONTACT).from("D06", "D07", "D08", "C10", "K6"),
            Guardrail.named("no-e-mail-back-to-anger").watches(Floor.without(HUMAN_SPEECH, CONFIRM_IN_WRITING))
                .when(MOOD_HOT, CAME_BY_EMAIL).unless(TEXT_CHANNEL_OPEN).bars(BY_EMAIL).instead(BEGIN_CONTACT).from("D04", "D05", "K6"),
            Guardrail.named("feelings-no-less-than-fix").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).bars(FEWER_FEELING_ACTS).advises()
                .from("D15", "D03"),
            Guardrail.named("time-for-feelings").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).bars(LESS_TIME_ON_FEELINGS).advises().from("A21", "D03"));
    }
}
