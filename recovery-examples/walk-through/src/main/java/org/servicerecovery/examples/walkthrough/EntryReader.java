package org.servicerecovery.examples.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.examples.walkthrough.CaseFile.Entry;
import org.servicerecovery.examples.walkthrough.CaseFile.Planned;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads the entries of a case file: what staff, the customer and time do, and where the plan is asked for. */
final class EntryReader {
    private static final List<String> STAFF = List.of("at", "who", "on", "says", "acts", "does", "attests", "waives", "spends", "expect");
    private static final List<String> CUSTOMER = List.of("at", "who", "on", "says", "opens", "taken by", "mood", "raises", "asks for",
        "suggests", "agrees", "answers", "withdraws", "complains again", "does", "expect");
    /** Whoever takes the contact vouches for what can be heard in it. */
    private static final List<String> OPENING = Stream.concat(CUSTOMER.stream(), Stream.of("attests")).toList();
    private static final List<String> WAIT = List.of("wait", "expect");
    private static final List<String> PLAN = List.of("plan");
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    /** As whom the desk is told what the customer did. */
    private static final Actor FRONT_DESK = new Actor("front desk", Actor.Kind.SYSTEM, Set.of());

    private final String file;
    private final Playbook playbook;
    private final String customer;
    private final Map<String, Actor> people;
    private final Instant starts;
    private final ActReader acts;
    private final Expectations expectations;
    private boolean opened;

    EntryReader(String file, Playbook playbook, String customer, Map<String, Actor> people, Instant starts) {
        this.file = file;
        this.playbook = playbook;
        this.customer = customer;
        this.people = people;
        this.starts = starts;
        this.acts = new ActReader(file, people.keySet());
        this.expectations = new Expectations(playbook);
    }

    /** The next entry, given when the one before happened. */
    Entry read(Node node, Instant before) {
        List<String> keys = Fields.pairs(file, "an entry", node).stream().map(pair -> Words.plain(Fields.text(file, "A key of an entry",
            pair.getKeyNode()))).toList();
        if (keys.contains("wait")) {
            return waiting(new Fields(file, "an entry that waits", node, WAIT), before);
        }
        if (keys.contains("plan")) {
            return asking(new Fields(file, "an entry that asks for the plan", node, PLAN), before);
        }
        Set<String> all = Stream.concat(STAFF.stream(), CUSTOMER.stream()).collect(Collectors.toSet());
        String who = new Fields(file, "an entry", node, all).text("who");
        if (who.equals(customer)) {
            return ofCustomer(new Fields(file, "an entry of the customer", node, keys.contains("opens") ? OPENING : CUSTOMER), before);
        }
        Fields fields = new Fields(file, "an entry of staff", node, STAFF);
        if (!people.containsKey(who)) {
            List<String> known = new ArrayList<>(people.keySet());
            known.add(customer);
            throw fields.error("who", "Nobody called \"" + who + "\" is under \"people\", and the customer is \"" + customer + "\". "
                + Words.remedy(who, known));
        }
        if (!opened) {
            throw fields.error("who", "Nothing can be done before there is a case. Let the customer's first entry have \"opens:\".");
        }
        return ofStaff(fields, people.get(who), before);
    }

    private Entry waiting(Fields fields, Instant before) {
        Instant at = limited(fields, "wait", before.plus(fields.duration("wait")));
        return new Entry(fields.place(), at, "", Optional.empty(), Optional.empty(), "", List.of(), Set.of(), List.of(), Duration.ZERO,
            expectations.read(fields), Optional.empty());
    }

    private Entry asking(Fields fields, Instant before) {
        if (!opened) {
            throw new CaseFileException(fields.place(), "There is no plan before there is a case. Let the customer's first entry have \"opens:\".");
        }
        return new Entry(fields.place(), before, "", Optional.empty(), Optional.empty(), "", List.of(), Set.of(), List.of(), Duration.ZERO,
            Optional.empty(), Optional.of(Goals.read(file, playbook, fields.node("plan"))));
    }

    private Entry ofStaff(Fields fields, Actor actor, Instant before) {
        Instant at = at(fields, before);
        Optional<Channel> on = on(fields);
        String words = fields.text("says", "");
        if (fields.has("acts") && words.isEmpty()) {
            throw fields.error("acts", "\"acts\" is what words do, but nothing is said here. Add \"says:\", or write \"does:\" for what is done"
                + " without words.");
        }
        if (!words.isEmpty() && on.isEmpty()) {
            throw fields.error("says", "Something is said here, but not on which channel. Add for instance \"on: phone\".");
        }
        List<Planned> planned = new ArrayList<>();
        if (!words.isEmpty() && !fields.has("acts")) {
            planned.add(acts.checked(fields.place("says"), Step.REMARK, "", "", numbers -> RecoveryAction.of(Step.REMARK)));
        }
        for (String key : fields.keys()) {
            if (key.equals("acts") || key.equals("does")) {
                fields.list(key).forEach(node -> planned.add(acts.read(node, at, on)));
            }
        }
        if (planned.isEmpty()) {
            throw new CaseFileException(fields.place(), "Nothing is said or done here. Add \"says:\" with \"acts:\", or \"does:\".");
        }
        atMost(fields, planned);
        return new Entry(fields.place(), at, actor.id(), Optional.of(actor), on, words, planned, attests(fields), waivers(fields),
            fields.has("spends") ? fields.duration("spends") : Duration.ZERO, expectations.read(fields), Optional.empty());
    }

    private Entry ofCustomer(Fields fields, Instant before) {
        Instant at = at(fields, before);
        Optional<Channel> on = on(fields);
        Optional<Actor> actor = Optional.of(FRONT_DESK);
        List<Planned> planned = new ArrayList<>();
        if (fields.has("opens")) {
            actor = Optional.of(opening(fields, on, planned));
        } else if (!opened) {
            throw new CaseFileException(fields.place(), "The first entry begins the case. Add \"opens:\" with the problem in a few words.");
        } else if (fields.has("taken by")) {
            throw fields.error("taken by", "\"taken by\" belongs to the entry that opens the case. Here, let somebody \"begin contact\".");
        } else {
            on.ifPresent(channel -> report(planned, fields, "on", RecoveryAction.contacted(channel)));
        }
        fields.keys().forEach(key -> reports(key, fields, planned, at, on));
        if (planned.isEmpty() && !fields.has("says")) {
            throw new CaseFileException(fields.place(), "The customer does nothing here. Add \"says:\", \"mood:\" or another key, or leave it out.");
        }
        atMost(fields, planned);
        Entry entry = new Entry(fields.place(), at, customer, actor, on, fields.text("says", ""), planned, attests(fields), List.of(),
            Duration.ZERO, expectations.read(fields), Optional.empty());
        // Whoever is not let in may come back and open it then.
        opened &= !fields.has("opens") || entry.isToOpen();
        return entry;
    }

    /** Opens the case, and says as whom: on a live channel the person who takes the contact owns it at once. */
    private Actor opening(Fields fields, Optional<Channel> on, List<Planned> planned) {
        if (opened) {
            throw fields.error("opens", "The case is open already. Write \"complains again:\" or \"raises:\".");
        }
        Channel channel = on.orElseThrow(() -> fields.error("opens", "The entry that opens the case names the channel. Add for instance"
            + " \"on: phone\"."));
        Node node = fields.node("opens");
        Fields opens = node instanceof MappingNode ? new Fields(file, "\"opens\"", node, List.of("problem", "priority", "team"))
            : Fields.only(file, "\"opens\"", "problem", node);
        Priority priority = opens.has("priority") ? opens.word("priority", Priority.class, "priority") : Priority.NORMAL;
        String problem = opens.text("problem");
        String team = opens.text("team", "");
        Actor actor = FRONT_DESK;
        if (fields.has("taken by")) {
            String name = fields.text("taken by");
            actor = people.get(name);
            if (actor == null) {
                throw fields.error("taken by", "Nobody called \"" + name + "\" is under \"people\". " + Words.remedy(name, people.keySet()));
            }
        }
        planned.add(acts.checked(fields.place("opens"), Step.OPEN, "", "",
            numbers -> new Actions.Open(customer, problem, channel, priority, team)));
        opened = true;
        return actor;
    }

    private void reports(String key, Fields fields, List<Planned> planned, Instant at, Optional<Channel> on) {
        switch (key) {
            case "mood" -> report(planned, fields, key, RecoveryAction.mood(fields.word(key, Mood.class, "mood")));
            case "raises" -> raises(fields, planned);
            case "asks for" -> report(planned, fields, key, note(fields, key, Step.REPORT_REQUEST));
            case "suggests" -> report(planned, fields, key, note(fields, key, Step.REPORT_CONTRIBUTION));
            case "agrees" -> report(planned, fields, key, RecoveryAction.of(fields.yes(key) ? Step.REPORT_AGREEMENT : Step.REPORT_REJECTION));
            case "answers" -> report(planned, fields, key, RecoveryAction.answered(fields.yes(key), fields.text("says", "")));
            case "withdraws" -> report(planned, fields, key, note(fields, key, Step.REPORT_WITHDRAWAL));
            case "complains again" -> report(planned, fields, key, note(fields, key, Step.REPORT_RENEWAL));
            case "does" -> {
                for (Node node : fields.list(key)) {
                    Planned act = acts.read(node, at, on);
                    if (!act.step().isReport()) {
                        throw new CaseFileException(act.place(), "\"" + Words.plain(act.step().name()) + "\" is done by staff, not by the customer."
                            + " Put it into an entry with \"who:\" one of " + people.keySet() + ".");
                    }
                    planned.add(act);
                }
            }
            default -> {
                // the other keys report nothing of their own
            }
        }
    }

    private void raises(Fields fields, List<Planned> planned) {
        for (Node node : fields.list("raises")) {
            if (node instanceof MappingNode) {
                for (NodeTuple tuple : Fields.pairs(file, "\"raises\"", node)) {
                    String label = Fields.text(file, "A label", tuple.getKeyNode()).strip();
                    planned.add(acts.issue(Fields.place(file, tuple.getKeyNode()), label, Fields.text(file, "An issue", tuple.getValueNode())));
                }
            } else {
                planned.add(acts.issue(Fields.place(file, node), "", Fields.text(file, "An issue", node)));
            }
        }
    }

    private RecoveryAction note(Fields fields, String key, Step step) {
        try {
            return RecoveryAction.note(step, fields.text(key));
        } catch (InvalidInputException e) {
            throw fields.error(key, e.getMessage());
        }
    }

    private void report(List<Planned> planned, Fields fields, String key, RecoveryAction action) {
        planned.add(acts.checked(fields.place(key), action.step(), "", "", numbers -> action));
    }

    private Instant at(Fields fields, Instant before) {
        Instant at = fields.has("at") ? fields.moment("at", before) : before;
        if (at.isBefore(before)) {
            throw fields.error("at", "This happens at " + at + ", before the entry above it at " + before + ". Entries stand in the order of time;"
                + " move it, or mend its date.");
        }
        return limited(fields, "at", at);
    }

    /** Clocks that recur would otherwise strike for centuries. */
    private Instant limited(Fields fields, String key, Instant at) {
        if (at.isAfter(starts.plus(LONGEST))) {
            throw fields.error(key, "This is more than three years after the start, " + starts + ". Mend the date.");
        }
        return at;
    }

    private static Optional<Channel> on(Fields fields) {
        return fields.has("on") ? Optional.of(fields.word("on", Channel.class, "channel")) : Optional.empty();
    }

    private static void atMost(Fields fields, List<Planned> planned) {
        if (planned.size() > 100) {
            throw new CaseFileException(fields.place(), "One entry does at most 100 things, but this one does " + planned.size() + ". Split it.");
        }
    }

    private Set<Trait> attests(Fields fields) {
        Map<String, Trait> known = playbook.vocabulary().traits().all().stream().filter(Trait::attestable)
            .collect(Collectors.toMap(Trait::name, trait -> trait));
        Set<Trait> attested = new LinkedHashSet<>();
        for (Node node : fields.list("attests")) {
            String written = Fields.text(file, "A trait", node);
            Trait trait = known.get(Words.constant(written));
            if (trait == null) {
                boolean computed = playbook.vocabulary().traits().all().stream().anyMatch(one -> one.name().equals(Words.constant(written)));
                throw new CaseFileException(Fields.place(file, node), computed
                    ? "\"" + written + "\" is found out by the library and cannot be attested. Leave it out."
                    : "There is no trait \"" + written + "\". " + Words.remedy(written, known.keySet().stream().map(Words::plain).toList()));
            }
            attested.add(trait);
        }
        return attested;
    }

    private List<Waiver> waivers(Fields fields) {
        List<Waiver> waivers = new ArrayList<>();
        for (Node node : fields.list("waives")) {
            Fields waiver = new Fields(file, "a waiver", node, List.of("rule", "by", "why"));
            String by = waiver.text("by");
            if (!people.containsKey(by)) {
                throw waiver.error("by", "Nobody called \"" + by + "\" is under \"people\". " + Words.remedy(by, people.keySet()));
            }
            String rule = waiver.text("rule");
            Expectations.known(waiver.place("rule"), "guardrail", rule, playbook.definition().guardrails().stream().map(Guardrail::id).toList());
            try {
                waivers.add(new Waiver(rule, people.get(by), waiver.text("why")));
            } catch (InvalidInputException e) {
                throw waiver.error("why", e.getMessage());
            }
        }
        return waivers;
    }
}
