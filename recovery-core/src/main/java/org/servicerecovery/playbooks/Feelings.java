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
final class Feelings {
    private Feelings() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(apologising(), tending(), reading()).flatMap(List::stream).toList();
    }

    private static List<Guardrail> apologising() {
        return List.of(
            Guardrail.named("apology-in-words").watches(APOLOGISE).needs(APOLOGY_WORDS)
                .because("An apology says so: apologise, apology, sorry.")
                .from("A13", "B11", "E05", "K2"),
            Guardrail.named("sincere-apology").watches(APOLOGISE).needs(FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL)
                .bars(BOILERPLATE, CONDITIONAL)
                .because("A sincere apology is one's own, names the problem, and has no if.")
                .from("A14", "B11", "C09", "C08", "E06"),
            Guardrail.named("no-cliche-apology").watches(APOLOGISE).bars(CLICHE)
                .because("A phrase that is said to everybody is no apology.")
                .from("A12", "B11"),
            Guardrail.named("repair-after-acknowledging").watches(OFFER_GOODWILL).needs(ACKNOWLEDGED)
                .because("A gesture repairs only after the customer feels understood.")
                .from("B13"));
    }

    private static List<Guardrail> tending() {
        return List.of(
            Guardrail.named("acknowledgement-says-enough").watches(ACKNOWLEDGE).needs(SHOWS_UNDERSTANDING, COMMITS_TO_HELP)
                .because("The least there is to say: that the upset is understood, and that everything will be done to help.")
                .from("B12"),
            Guardrail.named("empathy-in-acknowledgement").watches(ACKNOWLEDGE).needs(SAYS_EMPATHY).advises()
                .because("An acknowledgement without empathy sounds like a form.")
                .from("B09"),
            Guardrail.named("feelings-with-solution").watches(PROPOSE_SOLUTION).needsAny(FEELINGS_TENDED, TENDS_FEELINGS)
                .because("A solution without feeling leaves the customer as upset as before.")
                .from("D14", "D16", "K5"),
            Guardrail.named("feelings-mirrored").watches(CONFIRM_STORY).when(RECOVERY_MOOD).needs(FEELINGS_MIRRORED)
                .waivableBy(Actor.SUPERVISOR)
                .because("An upset customer wants to hear his feeling named.")
                .from("C15"),
            Guardrail.named("mirror-names-feeling").watches(MIRROR_FEELINGS).needs(NAMES_FEELING)
                .because("To mirror a feeling is to name it.")
                .from("C15"),
            Guardrail.named("feeling-as-the-customer-puts-it").watches(CONFIRM_STORY).when(RECOVERY_MOOD).needs(FEELING_RECORDED)
                .because("What counts is how the customer feels it; put it down in his words.")
                .from("A20"),
            Guardrail.named("perspective-taken").watches(PROPOSE_SOLUTION).needs(PERSPECTIVE_TAKEN).waivableBy(Actor.SUPERVISOR)
                .because("Look at it with the customer's eyes before proposing anything.")
                .from("B17"),
            Guardrail.named("calm-agent").watches(HUMAN_SPEECH).when(MOOD_HOT).needsAny(AGENT_READY, AGENT_CALM)
                .because("Nobody answers an upset customer before being calm himself.")
                .from("B02"));
    }

    private static List<Guardrail> reading() {
        RecoveryState[] open = Row.OPEN.toArray(RecoveryState[]::new);
        return List.of(
            Guardrail.named("mood-read-after-acknowledging").watches(CONFIRM_STORY).needs(MOOD_READ)
                .because("Whether it helped is seen in the customer's mood; read it before moving on.")
                .from("B14"),
            Guardrail.named("mood-read-before-moving-on").watches(START_WORK, ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open)
                .needs(MOOD_READ)
                .because("See how the customer feels before moving on.")
                .from("D13"),
            Guardrail.named("still-upset-means-back").watches(START_WORK, ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open)
                .needs(FEELINGS_TENDED)
                .because("The customer is still upset: back to the feelings, not onward.")
                .from("D13", "A17", "A18", "A02"),
            Guardrail.named("calm-before-closing").watches(ASK_SATISFACTION, CLOSE_AS_RECOVERED).in(open).bars(MOOD_HOT)
                .because("Something may be fixed, but the customer is still upset.")
                .from("D13", "A17"),
            Guardrail.named("live-channel-for-feelings").watches(APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS).when(MOOD_HOT)
                .unless(TEXT_CHANNEL_OPEN).needs(TWO_WAY, HEARS_TONE).instead(BEGIN_CONTACT)
                .because("Feelings need a voice: an upset customer is spoken to, not written to.")
                .from("D06", "D07", "D08", "C10", "K6"),
            Guardrail.named("no-e-mail-back-to-anger").watches(Floor.without(HUMAN_SPEECH, CONFIRM_IN_WRITING))
                .when(MOOD_HOT, CAME_BY_EMAIL).unless(TEXT_CHANNEL_OPEN).bars(BY_EMAIL).instead(BEGIN_CONTACT)
                .because("An angry e-mail is not answered by an e-mail.")
                .from("D04", "D05", "K6"),
            Guardrail.named("feelings-no-less-than-fix").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).bars(FEWER_FEELING_ACTS).advises()
                .because("More was done about the fix than about the feelings.")
                .from("D15", "D03"),
            Guardrail.named("time-for-feelings").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).bars(LESS_TIME_ON_FEELINGS).advises()
                .because("More time went into the fix than into the feelings.")
                .from("A21", "D03"));
    }
}
