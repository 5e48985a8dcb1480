package org.servicerecovery.wording;

import java.util.stream.Collectors;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.RecoveryCase;

/**
 * A text that is about to be sent, and what it is to be compared with.
 *
 * @param text     as it was written; any length, never null
 * @param format   how it is written
 * @param customer the customer's name; empty if nobody knows it
 * @param problem  what went wrong, in anybody's words; empty if it is not to be compared
 * @param heard    what the customer said or wrote, for telling a restatement from a copy; empty if it is not to be compared
 */
public record Draft(String text, Format format, String customer, String problem, String heard) {
    /** How a text is written. */
    public enum Format {
        /** Plain text, also with earlier mail below and a signature. */
        TEXT,
        /** HTML; needs jsoup. */
        HTML,
        /** Markdown; needs commonmark. */
        MARKDOWN;

        /**
         * How a message is written, as far as can be seen: HTML if it begins with a tag and ends with one, plain text otherwise.
         *
         * @param text a message
         * @return never Markdown, which looks like plain text
         */
        public static Format of(String text) {
            String bare = text.strip();
            return bare.length() > 2 && bare.charAt(0) == '<' && (Character.isLetter(bare.charAt(1)) || bare.charAt(1) == '!') && bare.endsWith(">")
                ? HTML : TEXT;
        }
    }

    /**
     * @throws InvalidInputException if a part is null
     */
    public Draft {
        if (text == null || format == null || customer == null || problem == null || heard == null) {
            throw new InvalidInputException("A draft needs text, format, customer, problem and heard; leave empty what is not known.");
        }
    }

    /**
     * Plain text, compared with nothing.
     *
     * @param text as it was written
     * @return the draft
     */
    public static Draft of(String text) {
        return new Draft(text, Format.TEXT, "", "", "");
    }

    /**
     * A message in a case: to its customer, about its problem and its open issues, in answer to how the problem was put.
     *
     * @param recoveryCase the case
     * @param text         as it was written
     * @return the draft
     */
    public static Draft on(RecoveryCase recoveryCase, String text) {
        CaseData data = recoveryCase.data();
        String issues = recoveryCase.ledger().issues().stream().filter(Issue::open).map(Issue::what).collect(Collectors.joining(". "));
        return new Draft(text, Format.of(text), data.customer(), issues.isEmpty() ? data.problem() : data.problem() + ". " + issues, data.problem());
    }

    /**
     * The same text, written so.
     *
     * @param how how it is written
     * @return another draft
     */
    public Draft in(Format how) {
        return new Draft(text, how, customer, problem, heard);
    }

    /**
     * The same text to a customer of this name.
     *
     * @param name the customer's name
     * @return another draft
     */
    public Draft to(String name) {
        return new Draft(text, format, name, problem, heard);
    }

    /**
     * The same text about this problem.
     *
     * @param what what went wrong
     * @return another draft
     */
    public Draft about(String what) {
        return new Draft(text, format, customer, what, heard);
    }

    /**
     * The same text in answer to these words of the customer.
     *
     * @param words what the customer said or wrote
     * @return another draft
     */
    public Draft answering(String words) {
        return new Draft(text, format, customer, problem, words);
    }
}
