package org.servicerecovery.examples.wording;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.Reviewer;

/** Prints what speaks against canned replies, as a coach would go through them. */
final class RepliesReport {
    private final PrintStream out;

    RepliesReport(PrintStream out) {
        this.out = out;
    }

    void print(List<Replies.Reply> replies, Reviewer reviewer) {
        Map<String, Integer> counts = new TreeMap<>();
        int objected = 0;
        for (Replies.Reply reply : replies) {
            List<Finding> against = reviewer.review(Draft.of(reply.text()).in(Draft.Format.of(reply.text()))).against();
            if (!against.isEmpty()) {
                objected++;
                print(reply, against);
                against.forEach(finding -> counts.merge(finding.kind().id(), 1, Integer::sum));
            }
        }
        out.println(replies.size() + (replies.size() == 1 ? " reply, " : " replies, ") + objected + " with something to think about" + (counts.isEmpty() ? "." : ": " + counts + "."));
    }

    private void print(Replies.Reply reply, List<Finding> against) {
        out.println(reply.name());
        for (Finding finding : against) {
            out.println("  \"" + finding.words().replaceAll("\\s+", " ") + "\" " + (finding.refuses() ? "is" : "may be") + " " + finding.kind().id() + " ("
                + String.join(", ", finding.kind().sources()) + "): " + finding.kind().why());
            if (!finding.better().isEmpty() || !finding.kind().advice().isEmpty()) {
                out.println("    Better: " + (finding.better().isEmpty() ? finding.kind().advice() : finding.better()));
            }
        }
        out.println();
    }
}
