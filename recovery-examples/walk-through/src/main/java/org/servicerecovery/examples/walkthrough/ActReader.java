package org.servicerecovery.examples.walkthrough;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.servicerecovery.examples.walkthrough.CaseFile.Maker;
import org.servicerecovery.examples.walkthrough.CaseFile.Planned;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Reads acts: a step alone ({@code - apologise}) or with its particulars ({@code - record story: …} or
 * {@code - make promise: {what: …, by: +2d, label: …}}). Knows which labels have been given so far.
 */
final class ActReader {
    /** What a label must name for a step to be about it. */
    private static final Map<Step, Step> ABOUT = new EnumMap<>(Map.of(Step.KEEP_PROMISE, Step.MAKE_PROMISE, Step.RENEGOTIATE_PROMISE,
        Step.MAKE_PROMISE, Step.TELL_BROKEN_PROMISE, Step.MAKE_PROMISE, Step.REPORT_PROMISE_IN_DOUBT, Step.MAKE_PROMISE,
        Step.REPORT_PROMISE_RELEASED, Step.MAKE_PROMISE, Step.FOLLOW_UP, Step.SCHEDULE_FOLLOW_UP, Step.CHECK_DELIVERY, Step.TRANSFER,
        Step.CHECK_BACK, Step.SCHEDULE_CHECK_BACK, Step.RESOLVE_ISSUE, Step.REPORT_ISSUE, Step.CLARIFY_POINT, Step.RAISE_UNCLEAR_POINT));

    private final String file;
    private final Set<String> people;
    private final Map<String, Step> labels = new HashMap<>();

    ActReader(String file, Set<String> people) {
        this.file = file;
        this.people = people;
    }

    /** One act of an entry that happens then, on that channel if it names one. */
    Planned read(Node node, Instant at, Optional<Channel> on) {
        if (!(node instanceof MappingNode)) {
            return planned(Fields.word(file, node, Step.class, "step"), Fields.place(file, node), null, at, on);
        }
        List<NodeTuple> pairs = Fields.pairs(file, "an act", node);
        if (pairs.size() != 1) {
            throw new CaseFileException(Fields.place(file, node), "An act is one step, but here are " + pairs.size()
                + " keys. Begin each act with \"- \", and put the particulars of one below it, further to the right.");
        }
        Node key = pairs.get(0).getKeyNode();
        return planned(Fields.word(file, key, Step.class, "step"), Fields.place(file, key), pairs.get(0).getValueNode(), at, on);
    }

    /** An issue that the customer raises, with the label that the file gives it. */
    Planned issue(Place place, String label, String what) {
        return checked(place, Step.REPORT_ISSUE, label, "", numbers -> RecoveryAction.issue(what));
    }

    Planned checked(Place place, Step step, String label, String refers, Maker maker) {
        try {
            // Numbers come later; everything else that no playbook could judge is found now.
            maker.make(any -> 1);
        } catch (InvalidInputException e) {
            throw new CaseFileException(place, e.getMessage());
        }
        if (!refers.isEmpty()) {
            refers(place, step, refers);
        }
        if (!label.isEmpty() && labels.putIfAbsent(label, step) != null) {
            throw new CaseFileException(place, "The label \"" + label + "\" is given twice. Choose another for one of them.");
        }
        return new Planned(place, step, label, refers, maker);
    }

    private void refers(Place place, Step step, String label) {
        Step names = labels.get(label);
        Step needed = ABOUT.get(step);
        if (names == null || needed != null && names != needed) {
            List<String> fitting = labels.entrySet().stream().filter(entry -> needed == null || entry.getValue() == needed)
                .map(Map.Entry::getKey).toList();
            String problem = names == null ? "Nothing before this line has the label \"" + label + "\". "
                : "\"" + label + "\" is the label of \"" + Words.plain(names.name()) + "\", but \"" + Words.plain(step.name()) + "\" is about \""
                    + Words.plain(needed.name()) + "\". ";
            throw new CaseFileException(place, problem + (fitting.isEmpty()
                ? "Give one with \"label:\" where it begins." : Words.remedy(label, fitting)));
        }
    }

    private Planned planned(Step step, Place place, Node value, Instant at, Optional<Channel> on) {
        return switch (step) {
            case OPEN, ADOPT -> throw new CaseFileException(place, "The case is opened by the first entry. Write \"opens:\" there.");
            case REPORT_LAPSE -> throw new CaseFileException(place, "What falls due is reported when its time comes. Write \"- wait: 3 days\".");
            case MERGE, ABSORB -> throw new CaseFileException(place, "A case file tells of one case, so nothing can be merged. Leave it out.");
            case MIGRATE -> throw new CaseFileException(place, "A case file is played under one playbook. Leave it out.");
            case BEGIN_CONTACT, REPORT_CONTACT, RECORD_ATTEMPT -> channelled(step, place, value, on);
            case END_CONTACT -> text(step, place, value, "summary", RecoveryAction::endContact);
            case REPORT_MOOD -> {
                Mood mood = Fields.word(file, given(step, place, value, "report mood: irate"), Mood.class, "mood");
                yield checked(place, step, "", "", numbers -> RecoveryAction.mood(mood));
            }
            case REPORT_ANSWER -> {
                Fields fields = fields(step, place, value, "satisfied", "satisfied", "words");
                boolean yes = fields.yes("satisfied");
                String words = fields.text("words", "");
                yield checked(place, step, "", "", numbers -> RecoveryAction.answered(yes, words));
            }
            case RECORD_LIMITS -> {
                Fields fields = fields(step, place, value, "what", "what", "tell the customer", "label");
                String what = fields.text("what");
                boolean tell = fields.has("tell the customer") && fields.yes("tell the customer");
                yield checked(place, step, fields.text("label", ""), "", numbers -> RecoveryAction.limits(what, tell));
            }
            case REPORT_ISSUE -> text(step, place, value, "what", RecoveryAction::issue);
            case RAISE_UNCLEAR_POINT -> text(step, place, value, "what", RecoveryAction::unclear);
            case MAKE_PROMISE -> {
                Fields fields = fields(step, place, value, "what", "what", "by", "label");
                String what = fields.text("what");
                Instant due = due(fields, at);
                yield checked(place, step, fields.text("label", ""), "", numbers -> RecoveryAction.promise(what, due));
            }
            case SCHEDULE_FOLLOW_UP, SCHEDULE_CHECK_BACK -> {
                Fields fields = fields(step, place, value, "what", "what", "by", "holder", "label");
                String what = fields.text("what");
                Instant due = due(fields, at);
                // The customer may stand here too: that an employee has to hold it is the playbook's to say.
                String holder = fields.text("holder", "");
                yield checked(place, step, fields.text("label", ""), "", numbers -> step == Step.SCHEDULE_FOLLOW_UP
                    ? RecoveryAction.followUp(holder, what, due) : RecoveryAction.checkBack(holder, what, due));
            }
            case RENEGOTIATE_PROMISE -> {
                Fields fields = fields(step, place, value, "which", "which", "by", "what");
                String which = fields.text("which");
                Instant due = due(fields, at);
                String what = fields.text("what", "");
                yield checked(place, step, "", which, numbers -> RecoveryAction.renegotiate(numbers.applyAsInt(which), due, what));
            }
            case KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED -> {
                Fields fields = fields(step, place, value, "which", "which", "evidence");
                String which = fields.text("which");
                String evidence = fields.text("evidence", "");
                yield checked(place, step, "", which, numbers -> RecoveryAction.discharge(step, numbers.applyAsInt(which), evidence));
            }
            case RESOLVE_ISSUE, CLARIFY_POINT -> {
                Fields fields = fields(step, place, value, "which", "which", "how");
                String which = fields.text("which");
                String how = fields.text("how", "");
                yield checked(place, step, "", which, numbers -> step == Step.RESOLVE_ISSUE
                    ? RecoveryAction.resolve(numbers.applyAsInt(which), how) : RecoveryAction.clarify(numbers.applyAsInt(which), how));
            }
            case OFFER_GOODWILL -> {
                Fields fields = fields(step, place, value, "what", "what", "amount");
                String what = fields.text("what");
                BigDecimal amount = amount(fields);
                yield checked(place, step, "", "", numbers -> RecoveryAction.goodwill(what, amount));
            }
            case REQUEST_TRANSFER, TRANSFER -> {
                Fields fields = fields(step, place, value, "to", "to", "label");
                String to = person(fields, "to");
                yield checked(place, step, fields.text("label", ""), "", numbers -> step == Step.TRANSFER
                    ? RecoveryAction.transfer(to) : RecoveryAction.requestTransfer(to));
            }
            case REASSIGN -> {
                Fields fields = fields(step, place, value, "to", "to", "why");
                String to = person(fields, "to");
                String why = fields.text("why", "");
                yield checked(place, step, "", "", numbers -> RecoveryAction.reassign(to, why));
            }
            case INVOLVE, DISMISS_HELPER -> {
                Fields fields = fields(step, place, value, "who", "who", "task");
                String who = person(fields, "who");
                String task = fields.text("task", "");
                yield checked(place, step, "", "", numbers -> step == Step.INVOLVE
                    ? RecoveryAction.involve(who, task) : RecoveryAction.dismiss(who));
            }
            case REOPEN -> {
                String owner = value == null ? "" : person(fields(step, place, value, "owner", "owner"), "owner");
                yield checked(place, step, "", "", numbers -> RecoveryAction.reopen(owner));
            }
            case CORRECT -> {
                Fields fields = fields(step, place, value, "which", "which", "why");
                String which = fields.text("which");
                String why = fields.text("why", "");
                yield checked(place, step, "", which, numbers -> RecoveryAction.correct(numbers.applyAsInt(which), why));
            }
            default -> bare(step, place, value);
        };
    }

    /** A step that takes a note at most. */
    private Planned bare(Step step, Place place, Node value) {
        if (value == null && Act.needsNote(step)) {
            throw needs(step, place, Words.plain(step.name()) + ": …in words…");
        }
        Fields fields = value == null ? null : fields(step, place, value, "note", "note", "label");
        String note = fields == null ? "" : fields.text("note", "");
        return checked(place, step, fields == null ? "" : fields.text("label", ""), "", numbers -> RecoveryAction.note(step, note));
    }

    private Planned text(Step step, Place place, Node value, String key, Function<String, RecoveryAction> maker) {
        Fields fields = value == null ? null : fields(step, place, value, key, key, "label");
        if (fields == null && step != Step.END_CONTACT) {
            throw needs(step, place, Words.plain(step.name()) + ": …in words…");
        }
        String text = fields == null ? "" : fields.text(key);
        return checked(place, step, fields == null ? "" : fields.text("label", ""), "", numbers -> maker.apply(text));
    }

    private Planned channelled(Step step, Place place, Node value, Optional<Channel> on) {
        Optional<Channel> channel = value == null ? on : Optional.of(Fields.word(file, value, Channel.class, "channel"));
        Channel which = channel.orElseThrow(() -> needs(step, place, Words.plain(step.name()) + ": phone"));
        return checked(place, step, "", "", numbers -> switch (step) {
            case BEGIN_CONTACT -> RecoveryAction.beginContact(which);
            case REPORT_CONTACT -> RecoveryAction.contacted(which);
            default -> RecoveryAction.notReached(which);
        });
    }

    /** The particulars of a step: a mapping, or only a text, which then stands for the one key that matters most. */
    private Fields fields(Step step, Place place, Node value, String main, String... keys) {
        Node there = given(step, place, value, Words.plain(step.name()) + ": {" + main + ": …}");
        String what = "\"" + Words.plain(step.name()) + "\"";
        return there instanceof MappingNode ? new Fields(file, what, there, List.of(keys)) : Fields.only(file, what, main, there);
    }

    private Node given(Step step, Place place, Node value, String example) {
        if (value == null) {
            throw needs(step, place, example);
        }
        return value;
    }

    private static CaseFileException needs(Step step, Place place, String example) {
        return new CaseFileException(place, "To " + Catalogue.phrase(step) + " takes more than the step alone. Write for instance \"- "
            + example + "\".");
    }

    private static Instant due(Fields fields, Instant at) {
        Instant due = fields.moment("by", at);
        if (!due.isAfter(at)) {
            throw fields.error("by", "It is due at " + due + ", which is not after this entry's time, " + at + ". Give a date that lies ahead.");
        }
        return due;
    }

    private static BigDecimal amount(Fields fields) {
        String written = fields.text("amount", "0");
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException e) {
            throw fields.error("amount", "\"" + written + "\" is no amount. Write a number, such as 25 or 12.50.");
        }
    }

    private String person(Fields fields, String key) {
        String name = fields.text(key);
        if (!people.contains(name)) {
            throw fields.error(key, "Nobody called \"" + name + "\" is under \"people\". "
                + Words.remedy(name, people));
        }
        return name;
    }
}
