package org.servicerecovery.examples.walkthrough;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Finding;
import org.servicerecovery.verify.PathStep;
import org.servicerecovery.verify.Proof;

/** Shows what is found in playbooks that are broken on purpose, and that nothing is found in those that come with the library. */
final class Verifier {
    private static final int MOST_PROBLEMS = 3;

    private final Page page;

    Verifier(PrintStream out) {
        this.page = new Page(out);
    }

    /**
     * Verifies one playbook, or every broken one.
     *
     * @param what its name, {@code all} for every broken one, or nothing for the list of them
     * @return what was to be shown and was not; empty if everything was
     * @throws CaseFileException if there is no playbook of that name
     */
    static Optional<String> verify(Optional<String> what, PrintStream out) {
        Verifier verifier = new Verifier(out);
        List<BrokenPlaybook> all = BrokenPlaybooks.all();
        if (what.isEmpty()) {
            verifier.list(all);
            return Optional.empty();
        }
        Optional<Playbook> shipped = ShippedPlaybooks.find(what.get());
        if (shipped.isPresent()) {
            return verifier.sound(shipped.get());
        }
        List<BrokenPlaybook> meant = all.stream().filter(broken -> what.get().equals("all") || what.get().equals(broken.name())).toList();
        if (meant.isEmpty()) {
            String broken = all.stream().map(BrokenPlaybook::name).collect(Collectors.joining(", "));
            throw new CaseFileException(CaseFileException.Place.of("verify"), "There is no playbook \"" + what.get() + "\" to be verified."
                + " Known are: " + String.join(", ", ShippedPlaybooks.names()) + "; the broken ones: " + broken + "; and all of those: all.");
        }
        return meant.stream().map(verifier::broken).flatMap(Optional::stream).reduce((one, other) -> one + "\n" + other);
    }

    private void list(List<BrokenPlaybook> all) {
        page.text("", "Playbooks that are broken on purpose (give a name after verify, or \"all\"):");
        all.forEach(broken -> page.text("  ", broken.name() + " - " + broken.wrong()));
        page.blank();
        page.text("", "Playbooks that come with the library, which are sound:");
        ShippedPlaybooks.list(page);
    }

    /** Not from memory: what is shown is how long it takes. */
    private Optional<String> sound(Playbook playbook) {
        long start = System.nanoTime();
        Proof proof = Proof.of(playbook, List.of());
        long millis = (System.nanoTime() - start) / 1_000_000;
        page.heading(playbook.id().name());
        if (!proof.findings().isEmpty()) {
            return Optional.of("The playbook " + playbook.id().name() + " was to be sound, but the proof found " + proof.findings() + ".");
        }
        page.text("", "Sound: " + playbook + ", " + playbook.definition().transitions().size() + " rows, " + playbook.definition().guardrails().size()
            + " guardrails, " + playbook.definition().deadlines().size() + " deadlines. Whatever is done, no case loses its owner, none ends"
            + " without what its end asks for, and every customer can still be recovered; every row, guardrail and deadline can come to matter.");
        page.text("", "Proven in " + millis + " ms, over " + many(proof.configurations().values().stream().mapToDouble(Double::doubleValue).sum())
            + " configurations that can be reached, each a state with its facts:");
        proof.configurations().forEach((state, count) -> page.text("  ", String.format(Locale.ROOT, "%-13s %s", state, many(count))));
        page.blank();
        page.text("", "Guardrails that are violated at times, but never alone, because another one or the state refuses as well ("
            + proof.implied().size() + "): " + String.join(", ", proof.implied()));
        return Optional.empty();
    }

    private static String many(double count) {
        return String.format(Locale.ROOT, "%.1e", count).replaceFirst("e\\+0*", " * 10^");
    }

    Optional<String> broken(BrokenPlaybook broken) {
        page.heading(broken.name());
        page.text("", "What the host changed: " + broken.change());
        page.blank();
        List<String> problems = problems(broken);
        boolean atSight = broken.shows().equals(BrokenPlaybook.AT_SIGHT);
        List<Finding> findings = atSight ? List.of() : findings(broken);
        Optional<Finding> shown = findings.stream().filter(finding -> finding.property().equals(broken.shows())).findFirst();
        if (atSight ? problems.isEmpty() : shown.isEmpty()) {
            return Optional.of("verify " + broken.name() + " was to show " + (atSight ? "a problem" : broken.shows()) + ", but what was found is "
                + problems + ".");
        }
        page.text("", atSight ? "build() refuses it at sight, before anything is proven:" : !problems.isEmpty() ? "build() refuses it:"
            : "build() lets it pass: what every playbook is asked for holds. This host asks for more, as with never(…), and that does"
                + " not hold:");
        if (atSight) {
            problems.stream().limit(MOST_PROBLEMS).forEach(problem -> page.text("  ", "- " + problem));
        }
        shown.ifPresent(finding -> {
            page.text("  ", finding.property() + ": " + finding.sentence());
            page.text("  ", finding.blame().isEmpty() ? "" : "look at: " + String.join(", ", finding.blame()));
            story(finding.path(), broken.made().definition().vocabulary().facts().all());
        });
        page.blank();
        page.text("", "What is wrong in the end: " + broken.wrong() + ".");
        others(findings, shown);
        page.text("", "What to do: " + broken.remedy());
        return Optional.empty();
    }

    private static List<String> problems(BrokenPlaybook broken) {
        try {
            broken.made().build();
            return List.of();
        } catch (BrokenPlaybookException e) {
            return e.problems();
        }
    }

    /** The same findings as build() found, as objects; with properties of the host's own, those too. */
    private static List<Finding> findings(BrokenPlaybook broken) {
        Playbook unproven = Playbook.build(broken.made().definition(), playbook -> List.of());
        return (broken.properties().isEmpty() ? Proof.of(unproven) : Proof.of(unproven, broken.properties())).findings();
    }

    /** What happens, step by step; the facts in the order of the conversation. */
    private void story(List<PathStep> path, List<Fact> facts) {
        if (path.isEmpty()) {
            return;
        }
        page.blank();
        page.text("", "The shortest story that shows it:");
        int number = 0;
        for (PathStep step : path) {
            number++;
            String variant = step.row().split("/").length > 2 ? " (" + Words.plain(step.row().split("/")[2]) + ")" : "";
            page.text("  ", number + ". " + step.from() + ": " + Catalogue.phrase(step.step()) + variant
                + (step.to() == step.from() ? "" : ", and it is " + step.to()));
            page.text("       ", Catalogue.manner(step.traits()));
            page.text("       ", known("told: ", facts, step.told()));
            page.text("       ", known("taken back: ", facts, step.takenBack()));
            page.text("       ", step.waived().isEmpty() ? "" : "waived: " + String.join(", ", step.waived()));
        }
    }

    private static String known(String what, List<Fact> all, Set<Fact> facts) {
        return facts.isEmpty() ? "" : what + Catalogue.phrases(all.stream().filter(facts::contains).toList(), ", ");
    }

    /** One mistake breaks several properties at once; the others are only counted. */
    private void others(List<Finding> findings, Optional<Finding> shown) {
        Map<String, Long> others = findings.stream().filter(finding -> !finding.equals(shown.orElseThrow()))
            .collect(Collectors.groupingBy(Finding::property, TreeMap::new, Collectors.counting()));
        List<String> counted = new ArrayList<>();
        others.forEach((property, many) -> counted.add(property + (many == 1 ? "" : " (" + many + " times)")));
        page.text("", counted.isEmpty() ? "" : "Found besides, from the same mistake: " + String.join(", ", counted) + ".");
    }
}
