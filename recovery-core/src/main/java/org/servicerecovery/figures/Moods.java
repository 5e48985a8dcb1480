package org.servicerecovery.figures;

import java.util.Optional;
import java.util.OptionalDouble;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Step;

/**
 * The customer's mood before and after (B52): the first reading against the last, in the order in which they were recorded.
 * Left out: merged duplicates, and a contact that has not ended. A contact begins with {@code BEGIN_CONTACT}, or with the opening
 * where a person received the customer live, and ends with {@code END_CONTACT}. Immutable.
 *
 * @param perCase    over the whole case so far, open or not
 * @param perContact over each contact that ended
 */
public record Moods(Change perCase, Change perContact) {
    /**
     * First reading against last. Immutable.
     *
     * @param better     how many were calmer at the end
     * @param same       how many were the same
     * @param worse      how many were more heated at the end
     * @param meanRelief by how many steps of the scale of {@link Mood} they were calmer at the end, on average: -4 to 4, below 0 if
     *                   they became more heated; empty if there is nothing to compare
     * @param leftOut    how many had fewer than two readings
     */
    public record Change(long better, long same, long worse, OptionalDouble meanRelief, long leftOut) {
    }

    /** Counts. */
    static final class Count {
        private final Tally cases = new Tally();
        private final Tally contacts = new Tally();

        void add(History history) {
            Readings whole = new Readings();
            Optional<Readings> contact = Optional.empty();
            for (CaseEvent event : history.events()) {
                if (event.sets().contains(Facts.CONTACT_OPEN)) {
                    contact = Optional.of(new Readings());
                } else if (event.action() instanceof Actions.ReportMood reading) {
                    whole.add(reading.mood());
                    contact.ifPresent(one -> one.add(reading.mood()));
                } else if (event.step() == Step.END_CONTACT) {
                    contact.ifPresent(contacts::add);
                    contact = Optional.empty();
                }
            }
            cases.add(whole);
        }

        Moods figure() {
            return new Moods(cases.change(), contacts.change());
        }
    }

    /** What was read in one case or contact. */
    private static final class Readings {
        private int number;
        private int first;
        private int last;

        void add(Mood mood) {
            first = number == 0 ? mood.ordinal() : first;
            last = mood.ordinal();
            number++;
        }
    }

    /** Over cases or contacts. */
    private static final class Tally {
        private long better;
        private long same;
        private long worse;
        private long relief;
        private long leftOut;

        void add(Readings readings) {
            if (readings.number < 2) {
                leftOut++;
                return;
            }
            int steps = readings.first - readings.last;
            relief += steps;
            better += steps > 0 ? 1 : 0;
            same += steps == 0 ? 1 : 0;
            worse += steps < 0 ? 1 : 0;
        }

        Change change() {
            long compared = better + same + worse;
            return new Change(better, same, worse, compared == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) relief / compared),
                leftOut);
        }
    }
}
