package org.servicerecovery.model;

/** The particulars of what a recovery won back, in numbers that can be counted. A plain note of the same step stays legal. */
public final class Outcomes {
    /** The highest likelihood to recommend; the lowest is 0. */
    public static final int MOST_LIKELY = 10;

    private Outcomes() {
    }

    /**
     * Whether confidence is renewed (E33).
     *
     * @param renewed whether the customer would rely on the company again
     * @param note    how one can tell; may be empty
     */
    public record Confidence(boolean renewed, String note) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the note is null, too long or has control characters
         */
        public Confidence {
            Texts.optional("The note on the confidence", note, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.RECORD_CONFIDENCE;
        }
    }

    /**
     * How likely the customer is to recommend the company (E32).
     *
     * @param likelihood 0, not at all, to {@value #MOST_LIKELY}, extremely
     * @param note       the customer's words; may be empty
     */
    public record Advocacy(int likelihood, String note) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the likelihood is out of range, or the note null, too long or with control characters
         */
        public Advocacy {
            if (likelihood < 0 || likelihood > MOST_LIKELY) {
                throw new InvalidInputException("The likelihood to recommend must be 0 to " + MOST_LIKELY + ", but was " + likelihood
                    + ". Convert other scales first.");
            }
            Texts.optional("The note on the advocacy", note, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.RECORD_ADVOCACY;
        }
    }

    /**
     * What was saved, on the three dimensions (A30).
     *
     * @param account      whether the customer keeps the account
     * @param relationship whether the relationship is whole again
     * @param business     whether the customer goes on buying
     * @param note         how one can tell; may be empty
     */
    public record Outcome(boolean account, boolean relationship, boolean business, String note) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the note is null, too long or has control characters
         */
        public Outcome {
            Texts.optional("The note on the outcome", note, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.RECORD_OUTCOME;
        }
    }
}
