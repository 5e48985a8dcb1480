package org.servicerecovery.testing;

import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/** The same story by the standard procedure over any store, with the same ids: what differs afterwards is the store's doing. */
final class Rehearsal {
    private static final Actor ANNA = Actor.agent("anna");
    /** What a good conversation is attested to have. */
    private static final Trait[] GOOD = {APOLOGY_WORDS, FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL, SHOWS_UNDERSTANDING, COMMITS_TO_HELP,
        NAMES_FEELING, OPEN_ENDED, OWN_WORDS, ATTENTIVE, AGENT_CALM, FACTS_COMPLETE, VERIFIED, FEASIBLE, ADDRESSES_ISSUE, RESTATES_AGREEMENT,
        RESTATES_RESOLVED, THANKS_FOR_RAISING, MENTIONS_SECOND_CHANCE, ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE, EXPRESSES_APPRECIATION,
        EXPLAINS_PROBLEM, OPEN_BODY_LANGUAGE};

    private final CaseStore store;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T09:00:00.123456789Z"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final RecoveryDesk desk;
    private volatile boolean failing;
    private int commands;

    private final class Listener implements EscalationHook {
        @Override
        public String name() {
            return "everything";
        }

        @Override
        public boolean wants(CaseEvent event) {
            return true;
        }

        @Override
        public void deliver(Delivery delivery) throws IOException {
            if (failing) {
                throw new IOException("nobody listens");
            }
            heard.add(delivery.key());
        }
    }

    Rehearsal(CaseStore store) {
        this.store = store;
        desk = another(store);
    }

    /** A desk of another node, with the same clock and the same ear. */
    RecoveryDesk another(CaseStore same) {
        return RecoveryDesk.builder(Playbooks.standard()).store(same).clock(clock).hook(new Listener()).build();
    }

    RecoveryDesk desk() {
        return desk;
    }

    CaseStore store() {
        return store;
    }

    /** The keys of what the hook was told, in order. */
    List<String> heard() {
        return heard;
    }

    void failing(boolean yes) {
        failing = yes;
    }

    RecoveryCase now(String caseId) {
        return desk.find(caseId).orElseThrow(() -> new AssertionError("There is no case " + caseId + "."));
    }

    void passes(Duration time) {
        clock.advance(time);
    }

    void after(Duration time) {
        passes(time);
        desk.tick();
    }

    void open(String caseId, Priority priority) {
        desk.open(caseId, numbered(Command.does(Actor.macro("macro"), new Actions.Open("customer", "the parcel never came", Channel.EMAIL,
            priority, "")))).orThrow();
    }

    /** From the first call to RECOVERED, in a week. */
    void recover(String caseId) {
        desk.open(caseId, numbered(Command.does(ANNA, new Actions.Open("customer \u00e4", "the parcel never came", Channel.PHONE,
            Priority.NORMAL, "")))).orThrow();
        says(caseId, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS);
        says(caseId, ASK_TO_RESTATE);
        says(caseId, ASK_OPEN_QUESTION);
        does(caseId, act(RECORD_FEELING), act(RECORD_STORY), act(RECORD_FAILURE));
        says(caseId, PARAPHRASE);
        passes(Duration.ofSeconds(77, 1));
        does(caseId, mood(Mood.CALM), act(CONFIRM_STORY));
        does(caseId, act(RECORD_DESIRED_OUTCOME), act(RECORD_PRIORITY), act(DESIGNATE_CONCERN), act(TAKE_PERSPECTIVE));
        does(caseId, limits("everything that is needed can be done", false));
        says(caseId, EMPATHISE, PROPOSE_SOLUTION);
        does(caseId, act(REPORT_CONTRIBUTION), act(REPORT_AGREEMENT));
        says(caseId, EXPLAIN_PLAN);
        does(caseId, mood(Mood.CALM), act(START_WORK));
        does(caseId, followUp(ANNA.id(), "see whether all is well", clock.instant().plus(Duration.ofDays(7))));
        does(caseId, endContact("what was said"));
        after(Duration.ofDays(2));
        does(caseId, act(RECORD_DELIVERY));
        after(Duration.ofDays(4));
        does(caseId, beginContact(Channel.PHONE));
        does(caseId, discharge(FOLLOW_UP, now(caseId).ledger().open(Duty.Kind.FOLLOW_UP).get(0).id(), "called"), mood(Mood.CALM));
        says(caseId, ASK_SATISFACTION, ASK_ANYTHING_ELSE);
        does(caseId, answered(true, "yes, thank you"));
        says(caseId, THANK, VALUE_CUSTOMER);
        does(caseId, act(RECORD_ROOT_CAUSE), act(NOTE_IMPROVEMENT), act(REVIEW_CONDUCT));
        does(caseId, act(RECORD_CONFIDENCE), act(RECORD_ADVOCACY), act(RECORD_OUTCOME));
        does(caseId, endContact("what was said"));
        does(caseId, act(CLOSE_AS_RECOVERED));
    }

    private static RecoveryAction act(Step step) {
        return Act.needsNote(step) ? note(step, "noted: " + step) : of(step);
    }

    private void says(String caseId, Step... steps) {
        List<RecoveryAction> actions = Stream.of(steps).map(Rehearsal::act).toList();
        desk.perform(caseId, numbered(Command.says(ANNA, Channel.PHONE, "what was said", actions)).spending(Duration.ofMinutes(3))).orThrow();
    }

    private void does(String caseId, RecoveryAction... actions) {
        desk.perform(caseId, numbered(Command.does(ANNA, actions))).orThrow();
    }

    private Command numbered(Command command) {
        return command.identified("command " + ++commands).attesting(GOOD);
    }
}
