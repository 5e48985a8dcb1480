package org.servicerecovery.jdbc;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/**
 * Every action as JSON: one form for each, under a tag that is stored and hence never changed. A form may get further fields if it still
 * reads what has none of them.
 */
final class ActionJson {
    private static final List<Form<?>> FORMS = List.of(
        new Form<>("act", Act.class, (a, to) -> to.one("step", a.step()).text("note", a.note()), ActionJson::act),

        new Form<>("open", Actions.Open.class,
            (a, to) -> to.customer("customer", a.customer()).text("problem", a.problem()).one("channel", a.channel())
                .one("priority", a.priority()).plainIfAny("team", a.team()),
            in -> new Actions.Open(in.text("customer"), in.text("problem"), in.one(Channel.class, "channel"),
                in.one(Priority.class, "priority"), in.textOrEmpty("team"))),
        new Form<>("adopt", Actions.Adopt.class,
            (a, to) -> to.customer("customer", a.customer()).text("problem", a.problem()).one("channel", a.channel())
                .one("priority", a.priority()).plainIfAny("team", a.team()).person("owner", a.owner()).terms("attested", a.attested())
                .parts("duties", a.duties(), ActionJson::takeOn),
            in -> new Actions.Adopt(in.text("customer"), in.text("problem"), in.one(Channel.class, "channel"),
                in.one(Priority.class, "priority"), in.textOrEmpty("team"), in.text("owner"),
                PartJson.set(in.texts("attested", Words::fact)), in.parts("duties", ActionJson::takeOn))),
        new Form<>("begin-contact", Actions.BeginContact.class, (a, to) -> to.one("channel", a.channel()),
            in -> new Actions.BeginContact(in.one(Channel.class, "channel"))),
        new Form<>("end-contact", Actions.EndContact.class, (a, to) -> to.text("summary", a.summary()),
            in -> new Actions.EndContact(in.text("summary"))),
        new Form<>("contact", Actions.ReportContact.class, (a, to) -> to.one("channel", a.channel()),
            in -> new Actions.ReportContact(in.one(Channel.class, "channel"))),
        new Form<>("mood", Actions.ReportMood.class, (a, to) -> to.one("mood", a.mood()),
            in -> new Actions.ReportMood(in.one(Mood.class, "mood"))),
        new Form<>("answer", Actions.ReportAnswer.class, (a, to) -> to.flag("satisfied", a.satisfied()).text("words", a.words()),
            in -> new Actions.ReportAnswer(in.flag("satisfied"), in.text("words"))),
        new Form<>("attempt", Actions.RecordAttempt.class, (a, to) -> to.one("channel", a.channel()),
            in -> new Actions.RecordAttempt(in.one(Channel.class, "channel"))),
        new Form<>("limits", Actions.RecordLimits.class, (a, to) -> to.text("limits", a.limits()).flag("anyLimit", a.anyLimit()),
            in -> new Actions.RecordLimits(in.text("limits"), in.flag("anyLimit"))),
        new Form<>("fact", Actions.RecordFact.class, (a, to) -> to.plain("fact", a.fact().name()).text("note", a.note()),
            in -> new Actions.RecordFact(in.named("fact", Words::fact), in.text("note"))),
        new Form<>("lapse", Actions.Lapse.class, ActionJson::lapse,
            in -> new Actions.Lapse(in.text("deadline"), in.numberOrZero("duty"), in.number("rung"),
                in.one(Deadline.Rung.Kind.class, "kind"), in.text("audience"), in.instant("due"),
                in.ifAny("means", name -> in.named(name, Words::trait)))),

        new Form<>("take-on", Duties.TakeOn.class, ActionJson::takeOn, ActionJson::takeOn),
        new Form<>("discharge", Duties.Discharge.class,
            (a, to) -> to.one("step", a.step()).number("about", a.about()).text("evidence", a.evidence()),
            in -> new Duties.Discharge(in.one(Step.class, "step"), in.number("about"), in.text("evidence"))),
        new Form<>("renegotiate", Duties.Renegotiate.class,
            (a, to) -> to.number("about", a.about()).instant("due", a.due()).text("what", a.what()),
            in -> new Duties.Renegotiate(in.number("about"), in.instant("due"), in.text("what"))),
        new Form<>("raise", Duties.Raise.class, (a, to) -> to.one("step", a.step()).text("what", a.what()),
            in -> new Duties.Raise(in.one(Step.class, "step"), in.text("what"))),
        new Form<>("settle", Duties.Settle.class,
            (a, to) -> to.one("step", a.step()).number("about", a.about()).text("how", a.how()),
            in -> new Duties.Settle(in.one(Step.class, "step"), in.number("about"), in.text("how"))),
        // The amount as a text: JSON's numbers would lose its scale.
        new Form<>("goodwill", Duties.Goodwill.class, (a, to) -> to.text("what", a.what()).plain("amount", a.amount().toString()),
            in -> new Duties.Goodwill(in.text("what"), in.decimal("amount"))),
        new Form<>("absorb", Duties.Absorb.class,
            (a, to) -> to.plain("duplicate", a.duplicate()).parts("duties", a.duties(), PartJson::duty)
                .parts("issues", a.issues(), PartJson::issue),
            in -> new Duties.Absorb(in.text("duplicate"), in.parts("duties", PartJson::duty), in.parts("issues", PartJson::issue))),

        new Form<>("hand-over", HandOvers.HandOver.class,
            (a, to) -> to.one("step", a.step()).person("receiver", a.receiver()).text("reason", a.reason()),
            in -> new HandOvers.HandOver(in.one(Step.class, "step"), in.text("receiver"), in.text("reason"))),
        new Form<>("involve", HandOvers.Involve.class,
            (a, to) -> to.one("step", a.step()).person("helper", a.helper()).text("task", a.task()),
            in -> new HandOvers.Involve(in.one(Step.class, "step"), in.text("helper"), in.text("task"))),
        new Form<>("reopen", HandOvers.Reopen.class, (a, to) -> to.person("owner", a.owner()),
            in -> new HandOvers.Reopen(in.text("owner"))),
        new Form<>("correct", HandOvers.Correct.class, (a, to) -> to.number("sequence", a.sequence()).text("reason", a.reason()),
            in -> new HandOvers.Correct(in.number("sequence"), in.text("reason"))),
        new Form<>("merge", HandOvers.Merge.class, (a, to) -> to.plain("original", a.original()),
            in -> new HandOvers.Merge(in.text("original"))),
        new Form<>("migrate", Actions.Migrate.class, (a, to) -> to.part("from", a.from(), PartJson::playbook).text("reason", a.reason()),
            in -> new Actions.Migrate(in.part("from", PartJson::playbook), in.text("reason"))),

        new Form<>("confidence", Outcomes.Confidence.class, (a, to) -> to.flag("renewed", a.renewed()).text("note", a.note()),
            in -> new Outcomes.Confidence(in.flag("renewed"), in.text("note"))),
        new Form<>("advocacy", Outcomes.Advocacy.class, (a, to) -> to.number("likelihood", a.likelihood()).text("note", a.note()),
            in -> new Outcomes.Advocacy(in.number("likelihood"), in.text("note"))),
        new Form<>("outcome", Outcomes.Outcome.class,
            (a, to) -> to.flag("account", a.account()).flag("relationship", a.relationship()).flag("business", a.business())
                .text("note", a.note()),
            in -> new Outcomes.Outcome(in.flag("account"), in.flag("relationship"), in.flag("business"), in.text("note"))));

    private static final Map<Class<?>, Form<?>> BY_TYPE = FORMS.stream()
        .collect(Collectors.toUnmodifiableMap(form -> form.type(), form -> form));
    private static final Map<String, Form<?>> BY_TAG = FORMS.stream()
        .collect(Collectors.toUnmodifiableMap(form -> form.tag(), form -> form));

    private record Form<T extends RecoveryAction>(String tag, Class<T> type, BiConsumer<T, Writing> writer,
                                                  Function<Reading, ? extends RecoveryAction> reader) {
        void write(RecoveryAction action, Writing to) {
            writer.accept(type.cast(action), to.plain("type", tag));
        }
    }

    private ActionJson() {
    }

    static void write(RecoveryAction action, Writing to) {
        BY_TYPE.get(action.getClass()).write(action, to);
    }

    static RecoveryAction read(Reading from) {
        Form<?> form = BY_TAG.get(from.text("type"));
        if (form == null) {
            throw from.wrong("type", "is " + Reading.shown(from.text("type")) + ", which is no action that this version knows");
        }
        return form.reader().apply(from);
    }

    private static RecoveryAction act(Reading in) {
        Step step = in.one(Step.class, "step");
        String note = in.text("note");
        // The instance that all share, where there is one.
        return note.isEmpty() ? RecoveryAction.of(step) : new Act(step, note);
    }

    private static void lapse(Actions.Lapse lapse, Writing to) {
        to.plain("deadline", lapse.deadline()).numberUnlessZero("duty", lapse.duty()).number("rung", lapse.rung())
            .one("kind", lapse.kind()).plain("audience", lapse.audience()).instant("due", lapse.due());
        lapse.means().ifPresent(trait -> to.plain("means", trait.name()));
    }

    private static void takeOn(Duties.TakeOn duty, Writing to) {
        to.one("step", duty.step()).person("holder", duty.holder()).text("what", duty.what()).instant("due", duty.due());
    }

    private static Duties.TakeOn takeOn(Reading in) {
        return new Duties.TakeOn(in.one(Step.class, "step"), in.text("holder"), in.text("what"), in.instant("due"));
    }
}
