package org.servicerecovery.examples.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;

/**
 * A case file, read and checked, but not yet played. Immutable.
 *
 * @param name     the file's name, as the user gave it
 * @param title    one line
 * @param about    a few sentences, may be empty
 * @param playbook by which procedure it is judged
 * @param customer who complains
 * @param people   who serves the customer, by name, in the order of the file
 * @param starts   when the first entry happens; its offset is the one in which times are shown
 * @param entries  what happens, in order
 * @param endsAs   the state in which the case must end, if the file says so
 */
record CaseFile(String name, String title, String about, Playbook playbook, String customer, Map<String, Actor> people,
                OffsetDateTime starts, List<Entry> entries, Optional<EndsAs> endsAs) {

    /**
     * One entry: what one person says and does in one go, all or nothing; or time that passes; or a question for the plan.
     *
     * @param place   where it stands
     * @param at      when it happens
     * @param who     the name of the person, or of the customer; empty if only time passes or the plan is asked for
     * @param actor   as whom the desk is asked; empty for the customer, whose doings are reported
     * @param channel on which channel, if the entry names one
     * @param words   what is said, may be empty
     * @param acts    what the words do and what is done besides, in order; may be empty for the customer
     * @param attests what the actor vouches for
     * @param waivers guardrails that somebody lifts for this entry
     * @param spent   working time that went into it
     * @param expects what has to come of it, if the file says so
     * @param goal    where the plan is to lead, if the entry asks for it
     */
    record Entry(Place place, Instant at, String who, Optional<Actor> actor, Optional<Channel> channel, String words,
                 List<Planned> acts, Set<Trait> attests, List<Waiver> waivers, Duration spent, Optional<Expectation> expects,
                 Optional<Goal> goal) {
        /** Whether there is a case after it, if all comes as the file expects. */
        boolean isToOpen() {
            return acts.stream().anyMatch(act -> act.step() == Step.OPEN) && expects.filter(Expectation::ofRefusal).isEmpty();
        }

        boolean onlyTimePasses() {
            return who.isEmpty() && goal.isEmpty();
        }
    }

    /**
     * One act. The numbers of duties and issues are known only when the case is played, so a file names them by labels.
     *
     * @param place  where it stands
     * @param step   which step
     * @param label  how later entries name what it brings about; may be empty
     * @param refers the label of what it is about; may be empty
     * @param maker  makes the action, given the numbers of labels
     */
    record Planned(Place place, Step step, String label, String refers, Maker maker) {
    }

    /** Makes an action once the numbers behind labels are known. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes it.
         *
         * @param numbers finds the number behind a label
         * @return the action
         */
        RecoveryAction make(ToIntFunction<String> numbers);
    }

    /**
     * What has to come of an entry.
     *
     * @param place where it stands
     * @param kind  permitted, refused and so on
     * @param ids   exactly these guardrails or deadlines; not used by PERMITTED and REFUSED
     */
    record Expectation(Place place, Kind kind, Set<String> ids) {
        /** Sorts of expectation. */
        enum Kind {
            /** It is done. */
            PERMITTED("permitted"),
            /** It is not done, for whatever reason. */
            REFUSED("refused"),
            /** It is not done, because of exactly these rules. */
            REFUSED_BY("refused by"),
            /** It is done, with exactly this advice. */
            ADVISED_BY("advised by"),
            /** Exactly these deadlines were reported while time passed. */
            FELL_DUE("fell due");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            String words() {
                return words;
            }
        }

        boolean ofRefusal() {
            return kind == Kind.REFUSED || kind == Kind.REFUSED_BY;
        }

        @Override
        public String toString() {
            return kind.words() + (ids.isEmpty() ? "" : " " + ids);
        }
    }

    /**
     * Where a plan is to lead: to a state, or else to facts.
     *
     * @param state which, if it is one
     * @param facts what is to hold, all at once; empty if it is a state
     */
    record Goal(Optional<RecoveryState> state, List<Fact> facts) {
        static final Goal RECOVERED = new Goal(Optional.of(RecoveryState.RECOVERED), List.of());
    }

    /**
     * The state in which the case must end.
     *
     * @param place where it stands
     * @param state which
     */
    record EndsAs(Place place, RecoveryState state) {
    }
}
