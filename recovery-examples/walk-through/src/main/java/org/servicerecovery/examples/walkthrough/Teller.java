package org.servicerecovery.examples.walkthrough;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.servicerecovery.examples.walkthrough.CaseFile.Entry;
import org.servicerecovery.examples.walkthrough.CaseFile.Goal;
import org.servicerecovery.examples.walkthrough.CaseFile.Planned;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.verify.Plan;

/** Tells on the terminal what happens, and sums it up at the end. */
final class Teller {
    private final CaseFile file;
    private final Page page;
    private final Phrases phrases;
    private final Guide guide;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> advices = new ArrayList<>();
    private final List<String> lapses = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private int number;

    Teller(CaseFile file, PrintStream out) {
        this.file = file;
        this.page = new Page(out);
        this.phrases = new Phrases(file.starts().getOffset());
        this.guide = new Guide(page);
    }

    void begin() {
        page.heading(file.title());
        page.text("", file.about());
        page.text("", "Customer: " + file.customer() + ". Staff: " + file.people().values().stream().map(actor -> actor.id() + " ("
            + phrases.role(actor) + ")").collect(Collectors.joining(", ")) + ". Playbook: " + file.playbook().id() + ", "
            + file.playbook().definition().guardrails().size() + " guardrails, " + file.playbook().definition().deadlines().size()
            + " deadlines.");
    }

    void entry(Entry entry) {
        number++;
        page.blank();
        page.text("", "[" + number + "] " + phrases.time(entry.at()) + "  " + entry.who()
            + (entry.who().equals(file.customer()) ? " (the customer)" : "")
            + entry.channel().map(channel -> ", " + phrases.on(channel)).orElse(""));
        if (!entry.words().isEmpty()) {
            page.text("    ", "\"" + entry.words().strip().replaceAll("\\s+", " ") + "\"");
        }
    }

    void acts(Entry entry, List<RecoveryAction> actions) {
        List<String> bare = new ArrayList<>();
        for (RecoveryAction action : actions) {
            String more = phrases.more(action);
            if (more.isEmpty()) {
                bare.add(phrases.step(action));
            } else {
                bare(bare);
                page.text("    ", "- " + phrases.step(action) + ": " + more);
            }
        }
        bare(bare);
        if (!entry.attests().isEmpty()) {
            page.text("    ", "- vouching for: " + Catalogue.phrases(entry.attests(), ", ").replace("attested: ", ""));
        }
        entry.waivers().forEach(waiver -> page.text("    ", "- " + waiver.by().id() + " waives " + waiver.guardrail() + ": " + waiver.reason()));
    }

    /** Acts that say nothing more than their names share a line. */
    private void bare(List<String> steps) {
        if (!steps.isEmpty()) {
            page.text("    ", "- " + String.join("; ", steps));
            steps.clear();
        }
    }

    void permitted(Entry entry, Decision decision, Optional<RecoveryCase> before, RecoveryCase after) {
        RecoveryState from = before.map(RecoveryCase::state).orElse(RecoveryState.AWAITING);
        List<String> changes = new ArrayList<>();
        if (before.isEmpty() || from != after.state()) {
            changes.add(before.isEmpty() ? "the case is " + after.state() : "the case goes from " + from + " to " + after.state());
        }
        if (!before.map(one -> one.data().mood()).orElse(Optional.empty()).equals(after.data().mood())) {
            changes.add("the mood is " + phrases.word(after.data().mood().orElseThrow().name()));
        }
        if (!before.map(one -> one.data().owner()).orElse("").equals(after.data().owner())) {
            changes.add("the owner is " + after.data().owner());
        }
        boolean reported = entry.who().equals(file.customer());
        page.text("    ", (reported ? "noted" : "PERMITTED") + (changes.isEmpty() ? "" : ": " + String.join("; ", changes)));
        for (Reason advice : decision.advice()) {
            page.text("    ", "advice - " + told(advice));
            advice.cures().stream().limit(2).forEach(cure -> page.text("        ", cure.toString()));
            advices.add("[" + number + "] " + entry.who() + ": " + advice.rule() + " - " + advice.why());
        }
        told();
    }

    /** Reasons, the way to a permitted attempt, and the way from here, unless there is no case yet. */
    void refused(Entry entry, Decision decision, Optional<Plan> plan) {
        page.text("    ", "REFUSED. Nothing was done, because:");
        int count = 0;
        for (String reason : decision.reasons().stream().map(Teller::told).distinct().toList()) {
            count++;
            page.text("      ", count + ". " + reason);
        }
        guide.cures(entry.acts().stream().map(Planned::step).toList(), decision);
        plan.ifPresent(way -> guide.plan(Goal.RECOVERED, way));
        refusals.add("[" + number + "] " + entry.who() + ": " + entry.acts().stream().map(act -> Catalogue.phrase(act.step())).distinct()
            .collect(Collectors.joining(", ")) + " - by " + String.join(", ", decision.refusedBy()));
    }

    void asked(Entry entry, Goal goal, Plan plan) {
        page.blank();
        page.text("  ", "?  " + phrases.time(entry.at()) + "  What leads on from here?");
        guide.begin();
        guide.plan(goal, plan);
    }

    void fellDue(CaseEvent event, Actions.Lapse lapse, RecoveryCase after) {
        String what = Catalogue.text("deadline." + lapse.deadline()) + after.ledger().duty(lapse.duty())
            .map(duty -> ", \"" + duty.what() + "\" (" + duty.holder() + ")").orElse("");
        String kind = switch (lapse.kind()) {
            case WARNING -> "soon due";
            case BREACH -> "overdue";
            case ESCALATION -> "long overdue";
        };
        page.blank();
        page.text("  ", "*  " + phrases.time(event.occurredAt()) + "  " + kind + ": " + what + ", by " + phrases.time(lapse.due()));
        List<String> means = event.sets().stream().map(Catalogue::phrase).toList();
        if (!means.isEmpty()) {
            page.text("    ", "from now on: " + String.join(", ", means));
        }
        told();
        lapses.add(phrases.time(event.occurredAt()) + ": " + kind + " - " + what);
    }

    void heard(String audience) {
        heard.add(audience);
    }

    private void told() {
        if (!heard.isEmpty()) {
            page.text("    ", "heard by: " + String.join(", ", heard));
            heard.clear();
        }
    }

    void waited(Entry entry) {
        page.blank();
        page.text("  ", ".  " + phrases.time(entry.at()) + "  Time has passed.");
    }

    void end(RecoveryCase end, Instant now) {
        page.heading("At the end");
        page.list("Refused", refusals, "Nothing was refused.");
        page.list("Advised", advices, "There was no advice.");
        page.list("Fell due", lapses, "Nothing fell due.");
        List<String> owed = new ArrayList<>();
        for (Duty duty : end.ledger().duties()) {
            if (duty.status().isOpen()) {
                owed.add(phrases.word(duty.kind().name()) + ", held by " + duty.holder() + ", by " + phrases.time(duty.due()) + ": " + duty.what()
                    + (duty.status() == Duty.Status.OPEN ? "" : " (" + phrases.status(duty.status()) + ")"));
            }
        }
        for (Issue issue : end.ledger().issues()) {
            if (issue.open()) {
                owed.add((issue.kind() == Issue.Kind.COMPLAINT ? "an open issue: " : "an unclear point: ") + issue.what());
            }
        }
        for (RunningDeadline clock : end.deadlines()) {
            if (clock.duty() == 0) {
                owed.add("by " + phrases.time(clock.due()) + (clock.due().isBefore(now) ? " (overdue)" : "") + ": "
                    + Catalogue.text("deadline." + clock.deadline()));
            }
        }
        page.list("Still owed", owed, "Nothing is owed any more.");
        page.blank();
        page.text("", "The case " + (end.state().isEnd() ? "ended as " : "is still open: ") + end.state() + ", after "
            + phrases.duration(Duration.between(end.data().openedAt(), now)) + " and " + end.version() + " events"
            + end.data().mood().map(mood -> "; the last mood read was " + phrases.word(mood.name())).orElse("") + ".");
    }

    void left(Plan plan) {
        page.blank();
        page.text("", "What is left:");
        guide.begin();
        guide.plan(Goal.RECOVERED, plan);
    }

    private static String told(Reason reason) {
        return reason.rule() + (reason.sources().isEmpty() ? "" : " (" + String.join(", ", reason.sources()) + ")") + ": " + reason.why();
    }
}
