package org.servicerecovery.examples.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.wording.FindingKind;
import org.servicerecovery.wording.Wording;

/** How good the findings have to be, on all labelled messages together. */
class QualityTest {
    /** Where nothing may be missed that a guardrail needs to know. */
    private static final List<String> NOT_TO_BE_MISSED = List.of("apology", "first-person-apology", "conditional-apology", "passive-apology", "cliche-apology",
        "pushes-follow-up", "negative-phrase");
    private static final double FALSE_ALARMS = 0.02;

    private static Map<String, Quality> pooled;

    @BeforeAll
    static void measure() {
        pooled = Map.of("en", of("en"), "de", of("de"));
    }

    private static Quality of(String language) {
        Wording wording = Wording.in(language);
        return Quality.of(wording, Messages.of(language, Messages.Part.WORKED_ON)).and(Quality.of(wording, Messages.of(language, Messages.Part.UNSEEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void onlyAFindingThatIsCertainEnoughMayRefuse(String language) {
        List<String> uncertain = new ArrayList<>();
        for (FindingKind kind : Wording.in(language).kinds()) {
            Tally tally = pooled.get(language).tallies().getOrDefault(kind.id(), Tally.NONE);
            if (kind.against() && !kind.traits().isEmpty() && tally.precision().low() < QualityReport.REFUSES_FROM) {
                uncertain.add(String.format(Locale.ROOT, "%s: %s, lower bound %.3f", kind.id(), tally, tally.precision().low()));
            }
        }
        assertEquals(List.of(), uncertain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatMattersMostIsFoundNineTimesInTen(String language) {
        List<String> missed = new ArrayList<>();
        for (String kind : NOT_TO_BE_MISSED) {
            Tally tally = pooled.get(language).tallies().get(kind);
            if (tally.recall().share() < 0.9) {
                missed.add(kind + ": " + tally);
            }
        }
        assertEquals(List.of(), missed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void ordinaryMessagesAreLeftInPeace(String language) {
        Quality quality = pooled.get(language);
        assertTrue(quality.falseAlarms().share() < FALSE_ALARMS, () -> quality.falseAlarms() + "\n" + quality.against());
    }

    /** Sixty of each, and twenty in German where a finding only advises or speaks for the message. */
    @ParameterizedTest
    @CsvSource({"en, 60", "de, 20"})
    void thereAreEnoughMessages(String language, int atLeast) {
        List<String> few = new ArrayList<>();
        pooled.get(language).tallies().forEach((kind, tally) -> {
            boolean refuses = Wording.in(language).kinds().stream().anyMatch(one -> one.id().equals(kind) && one.against() && !one.traits().isEmpty());
            int needed = refuses ? 60 : atLeast;
            if (tally.hits() + tally.misses() < needed || tally.falseHits() + tally.quiet() < needed) {
                few.add(kind + ": " + tally);
            }
        });
        assertEquals(List.of(), few);
    }

    @Test
    void theIntervalIsWilsons() {
        Tally.Share share = Tally.Share.of(58, 59);
        assertEquals(0.9100, share.low(), 0.0005);
        assertEquals(0.9970, share.high(), 0.0005);
        assertEquals(new Tally.Share(0, 0, 1, 0), Tally.Share.of(0, 0));
    }
}
