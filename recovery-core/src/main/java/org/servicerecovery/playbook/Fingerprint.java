package org.servicerecovery.playbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeMap;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;

/**
 * SHA-256 over everything that can change a verdict or a due instant. Sentences, sources, names and order of rows are not in
 * it: rewording a reason does not make another playbook.
 */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {
    }

    static String of(PlaybookDefinition definition) {
        Fingerprint print = new Fingerprint();
        print.settings(definition);
        definition.transitions().stream().map(Fingerprint::row).sorted().forEach(print::line);
        definition.guardrails().stream().map(Fingerprint::rule).sorted().forEach(print::line);
        definition.deadlines().stream().map(Fingerprint::deadline).sorted().forEach(print::line);
        definition.teamLevels().forEach((team, levels) -> print.line("team|" + team + "|" + new TreeMap<>(levels)));
        definition.standing().forEach((state, facts) -> print.line("standing|" + state + "|" + names(facts)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(print.text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void settings(PlaybookDefinition definition) {
        var settings = definition.settings();
        line("settings|" + settings.recoveryMood() + "|" + settings.openQuestions() + "|" + settings.attempts() + "|"
            + settings.appreciationThreshold().stripTrailingZeros().toPlainString());
        line("words|" + names(definition.hostFacts()) + "|" + names(definition.hostTraits()));
    }

    private static String row(Transition row) {
        return String.join("|", "row", row.from().name(), row.step().name(), condition(row.when()), row.to().name(), names(row.sets()),
            names(row.clears()));
    }

    private static String rule(Guardrail rule) {
        return String.join("|", "rule", rule.id(), rule.watches().stream().map(Enum::name).sorted().toList().toString(),
            rule.states().stream().map(Enum::name).sorted().toList().toString(), condition(rule.when()), names(rule.needsAll()),
            names(rule.needsAny()), names(rule.bars()), rule.level().name(), rule.waivableBy().orElse("-"));
    }

    private static String deadline(Deadline deadline) {
        return String.join("|", "deadline", deadline.id(), sorted(deadline.startsOn()), sorted(deadline.metBy()),
            sorted(deadline.voidedBy()), deadline.duty().map(Enum::name).orElse("-"), new TreeMap<>(deadline.length()).toString(),
            deadline.calendar(), deadline.pausedWhile().orElse("-"), String.valueOf(deadline.recurs()), deadline.ladder().toString(),
            String.valueOf(deadline.survivesEnd()), deadline.means().map(Term::name).orElse("-"));
    }

    private static String condition(Condition condition) {
        return names(condition.present()) + "!" + names(condition.absent());
    }

    private static String names(Collection<? extends Term> terms) {
        return terms.stream().map(Term::name).sorted().toList().toString();
    }

    private static String sorted(Collection<?> items) {
        return items.stream().map(Object::toString).sorted().toList().toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
