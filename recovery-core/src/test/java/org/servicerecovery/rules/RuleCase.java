package org.servicerecovery.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Table.Entry;

/**
 * One case of the tables: in this situation, this step gets exactly this verdict.
 *
 * @param entry     where it is written
 * @param keys      the rows of the rulebook that it is about
 * @param guardrail the rule that it is about, or a hyphen if it is about there being none
 * @param step      what is attempted
 * @param situation on which case, and how
 * @param verdict   {@code permitted}, or {@code refused:} or {@code advised:} with every rule that speaks
 */
record RuleCase(Entry entry, List<String> keys, String guardrail, Step step, Situation situation, String verdict) {
    private static final List<String> FILES = List.of("every-desk.cases", "conversation.cases", "wording.cases", "feelings.cases",
        "solution.cases", "hand-over.cases", "ends.cases", "ends-elsewhere.cases");
    private static final String PERMITTED = "permitted";
    private static final String NO_RULE = "-";

    /** Every case of every table of {@code standard}. */
    static List<RuleCase> all() {
        return of("standard");
    }

    /** Every case of a shipped playbook: {@code standard} has a table for each theme, any other the one that is called as it is. */
    static List<RuleCase> of(String playbook) {
        List<RuleCase> cases = new ArrayList<>();
        for (String file : playbook.equals("standard") ? FILES : List.of(playbook + ".cases")) {
            Table.read(file, 5).forEach(entry -> cases.addAll(of(entry, Healthy.of(playbook))));
        }
        return cases;
    }

    private static List<RuleCase> of(Entry entry, Healthy healthy) {
        List<RuleCase> cases = new ArrayList<>();
        healthy.situations(entry, entry.column(2), entry.column(3)).forEach((step, situations) ->
            situations.forEach(situation -> cases.add(new RuleCase(entry, Table.list(entry.column(0)), entry.column(1), step, situation,
                verdict(entry)))));
        return cases;
    }

    private static String verdict(Entry entry) {
        String text = entry.column(4);
        if (text.equals(PERMITTED)) {
            return text;
        }
        String[] parts = text.split(":", 2);
        if (parts.length != 2 || !parts[0].equals("refused") && !parts[0].equals("advised")) {
            throw entry.wrong("expected permitted, refused: … or advised: …, found " + text + ".");
        }
        return verdict(parts[0], Table.list(parts[1].strip()));
    }

    private static String verdict(String kind, Collection<String> rules) {
        return kind + ": " + new TreeSet<>(rules);
    }

    /** The rules that speak. */
    Set<String> speaking() {
        return verdict.equals(PERMITTED) ? Set.of()
            : Set.copyOf(Table.list(verdict.substring(verdict.indexOf('[') + 1, verdict.length() - 1)));
    }

    /** Whether it is about something that no rule has anything against. */
    boolean isAboutNoRule() {
        return guardrail.equals(NO_RULE);
    }

    boolean bites() {
        return speaking().contains(guardrail);
    }

    /** Whether its rule has something to say to it in a playbook. */
    boolean speaksAt(Playbook playbook) {
        Decision decision = situation.attempt(playbook, step);
        return decision.isPermitted() ? decision.advice().stream().anyMatch(reason -> reason.rule().equals(guardrail))
            : decision.refusedBy().contains(guardrail);
    }

    /** What a playbook says to it, in the form of {@link #verdict}. */
    String judgedBy(Playbook playbook) {
        Decision decision = situation.attempt(playbook, step);
        if (!decision.isPermitted()) {
            return verdict("refused", decision.refusedBy());
        }
        List<String> advice = decision.advice().stream().map(Reason::rule).toList();
        return advice.isEmpty() ? PERMITTED : verdict("advised", advice);
    }

    @Override
    public String toString() {
        return entry + " " + String.join(", ", keys) + " " + guardrail + ": " + step + " in " + situation.state() + " is " + verdict;
    }
}
