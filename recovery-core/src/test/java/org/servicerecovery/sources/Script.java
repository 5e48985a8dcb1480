package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;

/**
 * A story on a real desk, line by line: what somebody says or does, and what exactly comes of it: the ids of the rules that
 * refuse, or of those that advise, no more and no fewer. A line attests what a well-made act of its kind shows and nothing else,
 * so that a mistake is one word: {@code without(…)} or {@code with(…)}.
 */
final class Script {
    final Play play;
    private boolean opened;

    private Script(Play play) {
        this.play = play;
    }

    static Script of(String playbook) {
        return of(playbook, builder -> builder);
    }

    static Script of(String playbook, UnaryOperator<DeskBuilder> more) {
        return new Script(Play.on(Playbooks.named(playbook), new InMemoryCaseStore(), more));
    }

    /** The customer gets in touch, and somebody opens a case for it; more may be told in the same go. */
    Line opens(Actor actor, Channel channel, RecoveryAction... more) {
        return opens("the parcel came broken, twice", actor, channel, more);
    }

    Line opens(String problem, Actor actor, Channel channel, RecoveryAction... more) {
        RecoveryAction open = new Actions.Open(Play.CUSTOMER, problem, channel, Priority.NORMAL, "");
        return new Line(List.of(), "").and(open).and(more).by(actor);
    }

    /** Somebody does something without words to the customer; Anna, unless told otherwise. */
    Line does(RecoveryAction... actions) {
        return new Line(List.of(), "").and(actions);
    }

    Line does(Step... steps) {
        return does(acts(steps));
    }

    /** Somebody says this to the customer, on the telephone unless told otherwise. */
    Line says(String words, Step... acts) {
        return says(words, acts(acts));
    }

    Line says(String words, RecoveryAction... acts) {
        return new Line(List.of(), words).and(acts);
    }

    /** The holder calls back, so that the oldest follow-up is done; if none is owed, one is now. */
    Line followsUp() {
        return play.now().ledger().open(Duty.Kind.FOLLOW_UP).stream().findFirst()
            .map(duty -> does(RecoveryAction.discharge(Step.FOLLOW_UP, duty.id(), "called back")))
            .orElseGet(() -> does(followUp(Play.ANNA, 1)));
    }

    /** What was promised is there. */
    Line keepsThePromise(String evidence) {
        return does(RecoveryAction.discharge(Step.KEEP_PROMISE, play.open(Duty.Kind.PROMISE).id(), evidence));
    }

    /** The number of what is still to be clarified or put right. */
    int openIssue() {
        return play.now().ledger().issues().stream().filter(Issue::open).findFirst().orElseThrow().id();
    }

    /** A promise for tomorrow. */
    RecoveryAction promise(String what) {
        return RecoveryAction.promise(what, play.in(Duration.ofDays(1)));
    }

    /** Anna, or somebody, owes a follow-up in so many days. */
    RecoveryAction followUp(Actor holder, int days) {
        return RecoveryAction.followUp(holder.id(), "see whether all is well", play.in(Duration.ofDays(days)));
    }

    private static RecoveryAction[] acts(Step... steps) {
        return Stream.of(steps).map(Play::act).toArray(RecoveryAction[]::new);
    }

    /** What a well-made act of this kind shows. */
    private static Set<Trait> wellMade(Step step) {
        return switch (step) {
            case APOLOGISE -> Set.of(APOLOGY_WORDS, WORD_APOLOGISE, FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL);
            case ACKNOWLEDGE -> Set.of(SHOWS_UNDERSTANDING, COMMITS_TO_HELP);
            case STATE_OWNERSHIP -> Set.of(COMMITS_TO_HELP);
            case MIRROR_FEELINGS -> Set.of(NAMES_FEELING);
            case ASK_OPEN_QUESTION -> Set.of(OPEN_ENDED);
            case RECORD_STORY -> Set.of(ATTENTIVE);
            case PARAPHRASE -> Set.of(OWN_WORDS);
            case CONFIRM_STORY -> Set.of(FACTS_COMPLETE);
            case PROPOSE_SOLUTION -> Set.of(VERIFIED, ADDRESSES_ISSUE);
            case MAKE_PROMISE, RENEGOTIATE_PROMISE -> Set.of(FEASIBLE);
            case CONFIRM_IN_WRITING -> Set.of(RESTATES_AGREEMENT, RESTATES_RESOLVED);
            case OFFER_GOODWILL -> Set.of(EXPRESSES_APPRECIATION);
            case INTRODUCE_RECEIVER -> Set.of(EXPLAINS_PROBLEM);
            case THANK -> Set.of(THANKS_FOR_RAISING, MENTIONS_SECOND_CHANCE);
            case ASK_SATISFACTION -> Set.of(ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE);
            case END_CONTACT -> Set.of(OPEN_BODY_LANGUAGE);
            default -> Set.of();
        };
    }

    /** One line of the story. Nothing happens before it is told what comes of it. */
    final class Line {
        private final List<RecoveryAction> actions;
        private final String words;
        private final Set<Trait> shown = new LinkedHashSet<>();
        private final List<Waiver> waivers = new ArrayList<>();
        private Actor actor = Play.ANNA;
        private Channel channel = Channel.PHONE;
        private Duration spent = Duration.ZERO;

        private Line(List<RecoveryAction> actions, String words) {
            this.actions = new ArrayList<>(actions);
            this.words = words;
        }

        /** In the same go. */
        Line and(RecoveryAction... more) {
            actions.addAll(Arrays.asList(more));
            Stream.of(more).map(RecoveryAction::step).map(Script::wellMade).forEach(shown::addAll);
            return this;
        }

        Line by(Actor other) {
            actor = other;
            return this;
        }

        Line on(Channel other) {
            channel = other;
            return this;
        }

        Line with(Trait... traits) {
            shown.addAll(Arrays.asList(traits));
            return this;
        }

        Line without(Trait... traits) {
            Arrays.asList(traits).forEach(shown::remove);
            return this;
        }

        Line waiving(String rule, Actor by) {
            waivers.add(new Waiver(rule, by, "it was not our fault"));
            return this;
        }

        Line spending(Duration time) {
            spent = time;
            return this;
        }

        /** Exactly these rules refuse it, and nothing has changed. */
        Script refusedBy(String... rules) {
            int version = opened ? play.now().version() : 0;
            Decision decision = attempted();
            assertEquals(names(rules), new TreeSet<>(decision.refusedBy()), this::toString);
            assertEquals(version, opened ? play.now().version() : 0, "a refusal changes nothing");
            return Script.this;
        }

        /** Permitted, and there is nothing to say about it. */
        Script passes() {
            return advisedBy();
        }

        /** Permitted, with exactly this advice. */
        Script advisedBy(String... rules) {
            Decision decision = attempted();
            assertTrue(decision.isPermitted(), () -> this + " is refused by " + decision.refusedBy());
            assertEquals(names(rules), decision.advice().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new)),
                () -> "advice on " + this);
            opened = true;
            return Script.this;
        }

        /** Permitted, and it leads there. */
        void leadsTo(RecoveryState state) {
            passes();
            assertEquals(state, play.state());
        }

        Decision attempted() {
            Command command = words.isEmpty() ? Command.does(actor, actions.toArray(RecoveryAction[]::new))
                : Command.says(actor, channel, words, actions);
            command = command.attesting(shown.toArray(Trait[]::new)).spending(spent);
            for (Waiver waiver : waivers) {
                command = command.waiving(waiver);
            }
            return actions.get(0).step() == Step.OPEN ? play.desk.open(Play.CASE, command) : play.attempt(command);
        }

        @Override
        public String toString() {
            return actor.id() + " " + actions.stream().map(RecoveryAction::step).toList() + " \"" + words + "\"";
        }

        private static TreeSet<String> names(String... rules) {
            return new TreeSet<>(Arrays.asList(rules));
        }
    }
}
