package org.servicerecovery.examples.crm.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.model.Trait;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.Review;

/**
 * What the reply box says of a message that is being written.
 *
 * @param review   what was found in the words
 * @param problems what is still missing before the rules can be asked
 * @param whys     why it would be refused
 * @param advice   what would be told although it was done
 */
public record Reading(Review review, List<String> problems, List<Why> whys, List<Why> advice) {
    public Reading {
        problems = List.copyOf(problems);
        whys = List.copyOf(whys);
        advice = List.copyOf(advice);
    }

    /** How a finding is underlined: only what is sure is refused, so what is not looks like a question. */
    public String manner(Finding finding) {
        return !finding.kind().against() ? "good" : finding.refuses() ? "against" : "doubtful";
    }

    /** What is good about the text: it stays folded. */
    public List<Finding> good() {
        return review.findings().stream().filter(finding -> !finding.kind().against()).toList();
    }

    /** In a line that is read out. */
    public String counted() {
        int against = review.against().size();
        int good = good().size();
        return (against == 0 ? "Nothing speaks against these words" : against == 1 ? "One thing to look at" : against + " things to look at")
            + (good == 0 ? "." : ", " + good + " good.");
    }

    public String verdict() {
        return !problems.isEmpty() ? "Not ready to be sent." : whys.isEmpty() ? "May be sent."
            : "Would be refused: " + whys.stream().map(Why::rule).distinct().collect(Collectors.joining(", ")) + ".";
    }

    /** The names of the traits that the words show, so that nobody has to vouch for them. */
    public String shown() {
        return review.traits().stream().map(Trait::name).sorted().collect(Collectors.joining(" "));
    }
}
