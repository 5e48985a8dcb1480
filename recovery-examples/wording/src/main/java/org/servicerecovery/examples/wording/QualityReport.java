package org.servicerecovery.examples.wording;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.FindingKind;
import org.servicerecovery.wording.Wording;

/** Prints how often the library's findings are right. */
final class QualityReport {
    /** A finding may refuse only if its precision is not below this, with 95 of 100 certainty. */
    static final double REFUSES_FROM = 0.9;

    private final PrintStream out;

    QualityReport(PrintStream out) {
        this.out = out;
    }

    void print(String language, Path shared) throws IOException {
        Wording wording = Wording.in(language);
        Quality worked = Quality.of(wording, Messages.of(language, Messages.Part.WORKED_ON));
        Quality unseen = Quality.of(wording, Messages.of(language, Messages.Part.UNSEEN));
        Quality pooled = worked.and(unseen);
        boolean real = language.equals("en") && SharedMessages.areThere(shared);
        if (real) {
            pooled = pooled.and(Quality.of(wording, SharedMessages.labelled(shared)));
        }
        out.println("Findings in " + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH)
            + ". Precision and recall with their 95 % intervals; + and - are messages with and without the finding.");
        out.println();
        out.println("| finding | refuses | unseen: + / - | precision | recall | pooled: + / - | precision | recall |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (FindingKind kind : wording.kinds()) {
            Tally all = pooled.tallies().get(kind.id());
            if (all != null) {
                out.println("| " + kind.id() + " | " + (!kind.against() ? "" : kind.traits().isEmpty() ? "advises" : "refuses") + " | "
                    + cells(unseen.tallies().getOrDefault(kind.id(), Tally.NONE)) + " | " + cells(all) + " |");
            }
        }
        out.println();
        harmless("Ordinary messages, unseen", unseen);
        harmless("Ordinary messages, pooled", pooled);
        if (real) {
            real(wording, SharedMessages.byAgents(shared));
        } else if (language.equals("en")) {
            out.println("The real messages are not there (looked for in " + shared + "; say where with -Drecovery.data=FOLDER).");
        }
    }

    private void harmless(String what, Quality quality) {
        Tally.Share alarms = quality.falseAlarms();
        out.println(String.format(Locale.ROOT, "%s: %d, of which %d draw a finding against them (%.1f %%, %.1f to %.1f).", what, alarms.of(),
            quality.against().size(), 100 * alarms.share(), 100 * alarms.low(), 100 * alarms.high()));
        quality.against().forEach((text, kinds) -> out.println("  - " + kinds + " in: " + text.replace('\n', ' ')));
    }

    private void real(Wording wording, List<String> texts) {
        Set<String> against = new java.util.TreeSet<>();
        int drawing = 0;
        for (String text : texts) {
            List<Finding> bad = wording.review(org.servicerecovery.wording.Draft.of(text)).against();
            drawing += bad.isEmpty() ? 0 : 1;
            bad.forEach(one -> against.add(one.kind().id() + " \"" + one.words() + "\" in: " + text.replace('\n', ' ')));
        }
        out.println("Real messages of agents, nobody having said whether they are good: " + texts.size() + ", of which " + drawing + " draw a finding against them:");
        against.forEach(one -> out.println("  - " + one));
    }

    private static String cells(Tally tally) {
        return tally.hits() + tally.misses() + tally.falseHits() + tally.quiet() == 0 ? "| |" : String.format(Locale.ROOT, "%d / %d | %s | %s",
            tally.hits() + tally.misses(), tally.falseHits() + tally.quiet(), share(tally.precision()), share(tally.recall()));
    }

    private static String share(Tally.Share share) {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", share.share(), share.low(), share.high());
    }
}
