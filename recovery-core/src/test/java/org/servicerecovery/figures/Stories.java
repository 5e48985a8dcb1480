package org.servicerecovery.figures;

import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** Real histories from the desk, each under an id and a customer of its own, so that they can be put together. */
final class Stories {
    static final Playbook STANDARD = Playbooks.standard();

    private Stories() {
    }

    static Play play() {
        return Play.on(STANDARD);
    }

    /** A case that begins so much later than the others. */
    static Play after(Duration duration) {
        return play().passes(duration);
    }

    static List<CaseEvent> of(Play play) {
        return play.desk.history(Play.CASE);
    }

    /** The same history under another id and of another customer. */
    static List<CaseEvent> of(Play play, String id, String customer) {
        return of(play).stream().map(event -> new CaseEvent(id, event.sequence(), event.commandId(), event.actor(), event.occurredAt(),
            event.recordedAt(), event.playbook(), renamed(event.action(), customer), event.message(), event.spent(), event.row(),
            event.from(), event.to(), event.sets(), event.clears(), event.traits(), event.attested(), event.waivers(), event.advised(),
            event.shadowed(), event.clocks())).toList();
    }

    private static RecoveryAction renamed(RecoveryAction action, String customer) {
        if (action instanceof Actions.Open open) {
            return new Actions.Open(customer, open.problem(), open.channel(), open.priority(), open.team());
        }
        return action instanceof Actions.Adopt adopt ? new Actions.Adopt(customer, adopt.problem(), adopt.channel(), adopt.priority(),
            adopt.team(), adopt.owner(), adopt.attested(), adopt.duties()) : action;
    }

    /** The figures over these, each of a customer of its own. */
    static RecoveryFigures figures(Play... plays) {
        List<List<CaseEvent>> histories = new ArrayList<>();
        for (Play play : plays) {
            histories.add(of(play, "case-" + histories.size(), "customer-" + histories.size()));
        }
        return RecoveryFigures.of(histories.stream());
    }

    /** The figures over these, all of one customer. */
    static RecoveryFigures ofOneCustomer(Play... plays) {
        List<List<CaseEvent>> histories = new ArrayList<>();
        for (Play play : plays) {
            histories.add(of(play, "case-" + histories.size(), "customer"));
        }
        return RecoveryFigures.of(histories.stream());
    }

    // What many tests need

    /** A duplicate of another case, as the desk marks it, with a root cause. */
    static Play merged() {
        return merging(play().byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, note(RECORD_ROOT_CAUSE, "late parcel")));
    }

    /** Marks this one as a duplicate. */
    static Play merging(Play play) {
        play.desk.open("original", Play.opening(BEN, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        play.desk.merge(Play.CASE, "original", ANNA, "merge").orThrow();
        return play;
    }

    static Play adopted(Fact... attested) {
        Play play = play();
        String owner = Set.of(attested).contains(Facts.OWNER_NAMED) ? ANNA.id() : "";
        play.desk.adopt(Play.CASE, Command.does(ANNA, new Actions.Adopt(Play.CUSTOMER, "the parcel never came", Channel.EMAIL,
            Priority.NORMAL, "", owner, Set.of(attested), List.of()))).orThrow();
        return play;
    }

    /** In the follow-up, with the owner in a call and satisfied; everything is owed but what the test is about. */
    static Play askedAgain() {
        return play().byPhone().listened().solved().delivered().askedAgain().does(ANNA, answered(true, "yes"));
    }

    /** From there to the end, with these entries. */
    static Play recovered(RecoveryAction... entries) {
        Play play = askedAgain().thanked().does(ANNA, entries);
        for (Step step : List.of(RECORD_CONFIDENCE, RECORD_ADVOCACY, RECORD_OUTCOME)) {
            if (Stream.of(entries).noneMatch(entry -> entry.step() == step)) {
                play.does(ANNA, step);
            }
        }
        return play.does(ANNA, endContact("all well")).does(ANNA, CLOSE_AS_RECOVERED);
    }

    /** Takes back the last entry of the step. */
    static Play takingBack(Play play, Step step) {
        int entry = of(play).stream().filter(event -> event.step() == step).reduce((one, later) -> later).orElseThrow().sequence();
        return play.does(ANNA, correct(entry, "it was another customer"));
    }
}
