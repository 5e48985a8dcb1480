package org.servicerecovery.examples.walkthrough;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Difference;
import org.servicerecovery.verify.GuardrailChange.Kind;

/** Shows how the playbooks that come with the library differ. */
final class Comparer {
    private static final String ALL = "all";
    private static final String ROW = "  %-17s %-11s  %10s  %9s  %5s  %7s  %7s";

    private final PrintStream out;
    private final Page page;

    private Comparer(PrintStream out) {
        this.out = out;
        this.page = new Page(out);
    }

    /**
     * Compares.
     *
     * @param what two names; one, which is compared with the standard playbook; {@code all} for a table; nothing for the list of them
     * @throws CaseFileException if there is no playbook of that name
     */
    static void compare(List<String> what, PrintStream out) {
        Comparer comparer = new Comparer(out);
        if (what.isEmpty()) {
            comparer.page.text("", "Playbooks to compare (give a name after compare, or two, or \"all\"):");
            ShippedPlaybooks.list(comparer.page);
        } else if (what.equals(List.of(ALL))) {
            comparer.table();
        } else {
            List<Playbook> meant = what.stream().map(Comparer::meant).toList();
            Playbook first = meant.size() == 1 ? meant(ShippedPlaybooks.STANDARD) : meant.get(0);
            out.print(Difference.between(first, meant.get(meant.size() - 1)).report());
        }
    }

    private static Playbook meant(String name) {
        return ShippedPlaybooks.find(name).orElseThrow(() -> new CaseFileException(CaseFileException.Place.of("compare"), name.equals(ALL)
            ? "\"all\" stands alone: it compares every playbook with the standard one. Leave the other name out."
            : "There is no playbook \"" + name + "\" to be compared. " + Words.remedy(name, ShippedPlaybooks.names())));
    }

    private void table() {
        Playbook standard = meant(ShippedPlaybooks.STANDARD);
        page.text("", "Every playbook beside the standard one: how many guardrails it has added, removed and changed, by what they do.");
        page.blank();
        row("playbook", "fingerprint", "guardrails", "deadlines", "added", "removed", "changed");
        for (String name : ShippedPlaybooks.names()) {
            Playbook playbook = meant(name);
            Difference difference = Difference.between(standard, playbook);
            row(name, playbook.id().fingerprint().substring(0, 8), playbook.definition().guardrails().size(),
                playbook.definition().deadlines().size(), count(difference, EnumSet.of(Kind.ADDED)),
                count(difference, EnumSet.of(Kind.REMOVED)), count(difference, EnumSet.of(Kind.WEAKER, Kind.STRONGER, Kind.OTHER)));
            difference.undecided().forEach(sentence -> page.text("    ", "Not decided: " + sentence));
        }
        page.blank();
        page.text("", "\"compare NAME\" tells them all, and the shortest story that one of the two allows and the other refuses.");
    }

    private void row(Object... cells) {
        out.println(String.format(Locale.ROOT, ROW, cells).stripTrailing());
    }

    private static long count(Difference difference, Set<Kind> kinds) {
        return difference.guardrails().stream().filter(change -> kinds.contains(change.kind())).count();
    }
}
