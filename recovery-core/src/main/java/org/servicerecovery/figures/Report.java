package org.servicerecovery.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures to read. */
final class Report {
    private final RecoveryFigures figures;

    Report(RecoveryFigures figures) {
        this.figures = figures;
    }

    String text() {
        String head = "Recovery figures over " + figures.cases() + " cases; merged duplicates, left out everywhere: " + figures.merged()
            + "\n";
        return String.join("\n", head, ends(), saved(), times(), easyFixes(), balance(), moods(), loyalty(), rules(), breaches(), causes(),
            trends(), repeats());
    }

    private String ends() {
        Ends ends = figures.ends();
        TextTable table = new TextTable("Ends (A22, B51)", "cases", "of the ended");
        ends.counts().forEach((end, count) -> table.row(end, count, ends.share(end).percent()));
        return table.row("still open", ends.open(), "").row("reopened once", ends.reopenedOnce(), "")
            .row("reopened several times", ends.reopenedOften(), "").text();
    }

    private String saved() {
        Ends.Saved saved = figures.ends().saved();
        return shares("Saved (A30)").row("account", saved.account().count(), saved.account().of(), saved.account().percent())
            .row("relationship", saved.relationship().count(), saved.relationship().of(), saved.relationship().percent())
            .row("business", saved.business().count(), saved.business().of(), saved.business().percent())
            .row("left out: not stated", saved.unstated(), "", "").row("left out: not recorded", saved.unrecorded(), "", "").text();
    }

    private String times() {
        Times times = figures.times();
        TextTable table = new TextTable("Time from the opening", "cases", "still without", "mean", "median", "90 %", "longest");
        row(table, "to the first response (A03)", times.firstResponse());
        row(table, "to an owner (A06)", times.ownership());
        row(table, "to the recovery (E23)", times.recovery());
        return table.row("left out: adopted", times.adopted(), "", "", "", "", "").text();
    }

    private static void row(TextTable table, String label, Spread spread) {
        table.row(label, spread.measured(), spread.without(), time(spread.mean()), time(spread.median()), time(spread.ninetieth()),
            time(spread.longest()));
    }

    private String easyFixes() {
        EasyFixes easy = figures.easyFixes();
        return shares("Easy fixes (A16)")
            .row("of the cases that delivered", easy.share().count(), easy.share().of(), easy.share().percent())
            .row("to compare with", "", "", String.format(Locale.ROOT, "%.1f %%", 100 * EasyFixes.EXPECTED))
            .row("left out: nothing delivered", easy.undelivered(), "", "").row("left out: adopted", easy.adopted(), "", "").text();
    }

    private String balance() {
        Balance balance = figures.balance();
        return shares("Feelings no less than the fix")
            .row("by acts (D15)", balance.byActs().count(), balance.byActs().of(), balance.byActs().percent())
            .row("by time (A21)", balance.byTime().count(), balance.byTime().of(), balance.byTime().percent())
            .row("left out: without such acts", balance.withoutActs(), "", "").row("left out: no time told", balance.withoutTime(), "", "")
            .row("left out: open", balance.unfinished(), "", "").text()
            + new TextTable("", "acts", "time told").row("feelings", balance.feelingActs(), time(Optional.of(balance.feelingTime())))
            .row("fix", balance.fixActs(), time(Optional.of(balance.fixTime()))).text();
    }

    private String moods() {
        TextTable table = new TextTable("Mood, first and last reading (B52)", "better", "same", "worse", "mean relief", "left out");
        row(table, "per case", figures.moods().perCase());
        row(table, "per contact", figures.moods().perContact());
        return table.text();
    }

    private static void row(TextTable table, String label, Moods.Change change) {
        table.row(label, change.better(), change.same(), change.worse(), number(change.meanRelief()), change.leftOut());
    }

    private String loyalty() {
        Loyalty loyalty = figures.loyalty();
        return new TextTable("Loyalty", "stated", "figure", "not stated", "not recorded")
            .row("confidence renewed (E33)", loyalty.renewed().of(), loyalty.renewed().percent(), loyalty.confidenceUnstated(),
                loyalty.confidenceUnrecorded())
            .row("likelihood to recommend, 0 to 10 (E32)", loyalty.asked(), number(loyalty.meanLikelihood()), loyalty.advocacyUnstated(),
                loyalty.advocacyUnrecorded()).text();
    }

    private String rules() {
        Rules rules = figures.rules();
        TextTable table = new TextTable("Guardrails (D17)", "all", "refused", "advised", "waived", "shadowed");
        rules.byRule().forEach(one -> table.row(one.rule(), one.total(), one.refused(), one.advised(), one.waived(), one.shadowed()));
        return table.text() + "  refused commands: " + rules.refusals() + "; ended cases with a review of the conduct: " + rules.reviewed()
            + "\n";
    }

    private String breaches() {
        TextTable table = new TextTable("Deadlines missed (A03, E23)", "times", "cases");
        figures.breaches().forEach(one -> table.row(one.deadline(), one.count(), one.cases()));
        return table.text();
    }

    private String causes() {
        RootCauses causes = figures.rootCauses();
        TextTable table = new TextTable("Root causes (B49, B50)", "entries", "share", "cases", "first", "last");
        causes.ranked().forEach(one -> table.row(one.name(), one.share().count(), one.share().percent(), one.cases(), day(one.first()),
            day(one.last())));
        return table.row("(" + RootCauses.NONE_FOUND + ")", causes.noneFound(), "", "", "", "")
            .row("(cases in which none was considered)", "", "", causes.unconsidered(), "", "").text();
    }

    private String trends() {
        RootCauses causes = figures.rootCauses();
        TextTable table = new TextTable("Trends (B49)", "cases", "within", "first", "last");
        causes.trends().forEach(one -> table.row(one.cause(), one.caseIds().size(), time(Optional.of(one.window())), day(one.first()),
            day(one.last())));
        return table.text() + (causes.untold() == 0 ? "" : "  trends that nobody could be told of: " + causes.untold() + "\n");
    }

    private String repeats() {
        Repeats repeats = figures.repeats();
        return shares("Repeated complaints (B53)")
            .row("customers with several cases", repeats.repeaters().count(), repeats.repeaters().of(), repeats.repeaters().percent())
            .row("cases after a recovery", repeats.recurrences().count(), repeats.recurrences().of(), repeats.recurrences().percent())
            .row("cases per such customer", number(repeats.casesPerRepeater()), "", "").text();
    }

    private static TextTable shares(String title) {
        return new TextTable(title, "count", "of", "share");
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The two greatest units that matter: nobody reads the seconds of a week. */
    static String time(Optional<Duration> duration) {
        if (duration.isEmpty()) {
            return "-";
        }
        Duration time = duration.get();
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min " + time.toSecondsPart() + " s" : time.toSecondsPart() + " s";
    }
}
