package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;

/**
 * Composes a playbook from what the library has: the floor, the rows that all procedures share, every rule that one of the named
 * sources states, and an order of its own. {@code Procedure.named("last", "1").order("LAST", LISTEN, APOLOGISE, SOLVE, THANK)} is a
 * whole playbook. Not for use by several threads.
 */
public final class Procedure {
    /** How many rows each source of the rulebook has. */
    private static final Map<String, Integer> SOURCES = Map.of("A", 30, "B", 53, "C", 33, "D", 17, "E", 33);
    private static final Set<Step> HAND_OVER = EnumSet.of(Step.REQUEST_TRANSFER, Step.BRIEF_RECEIVER, Step.JOIN, Step.INTRODUCE_RECEIVER,
        Step.TRANSFER, Step.CANCEL_TRANSFER, Step.DECLINE);
    private static final Set<Fact> HAND_OVER_FACTS = Set.of(TRANSFER_REQUESTED, HANDED_OVER, DELIVERY_CHECK_OPEN);

    private final String name;
    private final String version;
    private final Set<String> said = new LinkedHashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final List<Guardrail> own = new ArrayList<>();
    private Order order;
    private boolean confirmsTheStory;
    private boolean handsOver;

    private Procedure(String name, String version) {
        this.name = name;
        this.version = version;
        order = new Order(name, "", List.of());
    }

    /**
     * Starts a procedure that demands nothing but the floor and what every desk needs.
     *
     * @param name    of the playbook
     * @param version of the playbook
     * @return a procedure
     */
    public static Procedure named(String name, String version) {
        return new Procedure(name, version);
    }

    /**
     * Takes every rule and every clock of the library that comes from these sources.
     *
     * @param sources letters of the rulebook's sources, {@code A} to {@code E}, or single rows of it, such as {@code C20}
     * @return this
     * @throws InvalidInputException if one is neither, or null, or a row that neither a guardrail nor a deadline carries
     */
    public Procedure says(String... sources) {
        for (String one : present("A source", sources)) {
            if (!one.matches("[A-E]([0-9]{2})?")
                || one.length() > 1 && (one.endsWith("00") || Integer.parseInt(one.substring(1)) > SOURCES.get(one.substring(0, 1)))) {
                throw new InvalidInputException("The library has rules from the sources A to E, and from their rows A01 to A30, B01 to B53, C01 to C33,"
                    + " D01 to D17 and E01 to E33, but not from " + one + ". Add rules of your own with rules(…).");
            }
            if (Library.sources().noneMatch(row -> row.startsWith(one))) {
                throw new InvalidInputException("Row " + one + " is carried by no guardrail and no deadline of the library: it is a law, a"
                    + " step or a figure; docs/rulebook-coverage.md says which. Leave it out.");
            }
            said.add(one);
        }
        return this;
    }

    /**
     * Leaves out rules that the sources state, but this procedure reads otherwise. What every desk needs, and the floor, stay.
     *
     * @param guardrails their ids
     * @return this
     * @throws InvalidInputException if one is null; {@link #builder()} says so if there is none of that id among those of the sources
     */
    public Procedure leavesOut(String... guardrails) {
        leftOut.addAll(present("A guardrail to be left out", guardrails));
        return this;
    }

    /**
     * The order: no step of a phase is taken before all earlier phases are done, and none is skipped on the way to
     * {@code RECOVERED}. Repeating an earlier phase is always possible; a new solution makes what comes after solving owed anew.
     *
     * @param source where the order is from, not blank
     * @param phases first to last; one of them is taken by proposing a solution
     * @return this
     * @throws InvalidInputException if the source is blank, there is no phase, one is null, two phases have one name, one has no fact that shows it
     *                               done, or none proposes a solution
     */
    public Procedure order(String source, Phase... phases) {
        if (source == null || source.isBlank()) {
            throw new InvalidInputException("The order of " + name + " has no source. Say where it is from: whoever is refused reads it.");
        }
        if (present("A phase", phases).isEmpty()) {
            throw new InvalidInputException("The order of " + name + " has no phases. Name them first to last, or leave order(…) out.");
        }
        order = new Order(name, source, present("A phase", phases));
        return this;
    }

    /**
     * Nothing is proposed before the customer confirmed the story, which is after all that comes before solving, unless a phase of the
     * order is taken by {@code CONFIRM_STORY}. Without this the first proposal ends listening, and what the library asks before the
     * story is confirmed is asked before that.
     *
     * @return this
     */
    public Procedure confirmsTheStory() {
        confirmsTheStory = true;
        return this;
    }

    /**
     * A case can be handed to a colleague. Otherwise there is no transfer, only a supervisor's reassignment.
     *
     * @return this
     */
    public Procedure handsOver() {
        handsOver = true;
        return this;
    }

    /**
     * Adds rules of this procedure's own. One with the id of a rule of the library stands in its place.
     *
     * @param guardrails the rules
     * @return this
     * @throws InvalidInputException if one is null, or two have one id
     */
    public Procedure rules(Guardrail... guardrails) {
        for (Guardrail rule : present("A rule", guardrails)) {
            if (own.stream().anyMatch(other -> other.id().equals(rule.id()))) {
                throw new InvalidInputException("Two rules of " + name + " are called " + rule.id() + ". Rename or remove one.");
            }
            own.add(rule);
        }
        return this;
    }

    /**
     * Puts it together.
     *
     * @return a builder, to which more can be added
     * @throws InvalidInputException if what is to be left out is not there, or if rules of the sources speak of a hand-over or of a confirmed
     *                               story and this procedure has none
     */
    public PlaybookBuilder builder() {
        Order kept = confirmsTheStory ? order.confirmingTheStory() : order;
        List<Guardrail> rules = new ArrayList<>(ofTheSources());
        rules.addAll(kept.guardrails());
        rules.addAll(own);
        List<Transition> rows = rows(rules);
        PlaybookBuilder builder = Floor.laidFor(new PlaybookBuilder(name, version)).rows(rows);
        List<Transition> all = Stream.concat(rows.stream(), Reports.rows().stream()).toList();
        return builder.guardrails(PlaybookBuilder.watching(rules, builder.taken()))
            .deadlines(Library.deadlines().stream().filter(clock -> isTaken(clock.sources()) && (handsOver || !speaksOfHandOver(clock))).toList())
            .standing(LISTENING, OWNER_NAMED).standing(SOLVING, marks(gate(), SOLVING, rules, all))
            .standing(DELIVERING, marks(Step.START_WORK, DELIVERING, rules, all)).standing(FOLLOWING_UP, DELIVERED);
    }

    private List<Guardrail> ofTheSources() {
        List<Guardrail> taken = Library.guardrails().stream().filter(rule -> isTaken(rule.sources())).toList();
        List<String> ids = taken.stream().filter(rule -> !isAlways(rule.sources())).map(Guardrail::id).toList();
        leftOut.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new InvalidInputException("There is no guardrail " + id + " that " + name + " takes from " + said + " and could leave out; the floor and"
                + " what every desk needs stay. Check the id.");
        });
        List<Guardrail> rules = taken.stream().filter(rule -> !leftOut.contains(rule.id())).map(this::aimed).toList();
        lacks(!handsOver, "handing a case over", "handsOver()", rules.stream().filter(Procedure::speaksOfHandOver));
        lacks(!confirmsTheStory, "a story that the customer confirmed", "confirmsTheStory()",
            rules.stream().filter(rule -> reads(rule).anyMatch(STORY_CONFIRMED::equals)));
        return rules;
    }

    private void lacks(boolean lacking, String what, String remedy, Stream<Guardrail> speaking) {
        List<String> ids = speaking.filter(rule -> isSaid(rule.sources()) && !isAlways(rule.sources())).map(Guardrail::id).toList();
        if (lacking && !ids.isEmpty()) {
            throw new InvalidInputException("Guardrails of " + said + " speak of " + what + ": " + String.join(", ", ids) + ". Let " + name
                + " have that, with " + remedy + ", or leave them all out, with leavesOut(…).");
        }
    }

    private static boolean speaksOfHandOver(Guardrail rule) {
        return HAND_OVER.containsAll(rule.watches()) || reads(rule).anyMatch(HAND_OVER_FACTS::contains);
    }

    private static boolean speaksOfHandOver(Deadline clock) {
        return clock.duty().filter(Duty.Kind.DELIVERY_CHECK::equals).isPresent()
            || clock.startsOn().equals(Set.of(new Deadline.Trigger.Becomes(TRANSFER_REQUESTED)));
    }

    private static Stream<Term> reads(Guardrail rule) {
        return Stream.of(rule.when().present(), rule.needsAll(), rule.bars()).flatMap(Set::stream);
    }

    /** The step that leads from listening to solving. */
    private Step gate() {
        return confirmsTheStory ? Step.CONFIRM_STORY : Step.PROPOSE_SOLUTION;
    }

    private boolean isTaken(List<String> sources) {
        return isSaid(sources) || isAlways(sources);
    }

    private static boolean isAlways(List<String> sources) {
        return sources.stream().anyMatch(row -> row.startsWith("every desk") || row.startsWith("ends"));
    }

    private boolean isSaid(List<String> sources) {
        return sources.stream().anyMatch(row -> row.matches("[A-E][0-9]{2}") && said.stream().anyMatch(row::startsWith));
    }

    /** Where nobody confirms a story, what is asked before that is asked before the first proposal. */
    private Guardrail aimed(Guardrail rule) {
        if (confirmsTheStory || !rule.watches().equals(Set.of(Step.CONFIRM_STORY))) {
            return rule;
        }
        return new Guardrail(rule.id(), EnumSet.of(Step.PROPOSE_SOLUTION), EnumSet.of(AWAITING, LISTENING), rule.when(), rule.needsAll(),
            rule.needsAny(), rule.bars(), rule.level(), rule.waivableBy(), rule.instead(), rule.why(), rule.sources());
    }

    private List<Transition> rows(List<Guardrail> rules) {
        Fact[] anew = order.afterSolving();
        Set<Fact> beforeApology = owed(Step.APOLOGISE, rules);
        List<Transition> rows = new ArrayList<>(RecoveryRows.shared());
        rows.addAll(RecoveryRows.solving(anew));
        rows.addAll(confirmsTheStory ? RecoveryRows.confirmingTheStory() : RecoveryRows.solvingAtOnce(anew));
        rows.addAll(owed(gate(), rules).contains(APOLOGY_GIVEN) ? RecoveryRows.apologisedBefore() : RecoveryRows.apologisingLate());
        rows.addAll(owed(gate(), rules).contains(ACKNOWLEDGED) ? RecoveryRows.acknowledgedBefore() : RecoveryRows.acknowledgingLate());
        rows.addAll(RecoveryRows.apologisingAgain(order.beforeTheSecondApology().stream().filter(fact -> !beforeApology.contains(fact)).toList()));
        if (handsOver) {
            rows.addAll(RecoveryRows.handingOver());
        }
        return rows;
    }

    /** Without which facts nobody, whoever waives what, takes a step of a case that is listened to or being solved. */
    private static Set<Fact> owed(Step step, List<Guardrail> rules) {
        Set<Fact> owed = new LinkedHashSet<>();
        rules.stream().filter(rule -> rule.watches().contains(step) && rule.states().contains(LISTENING) && rule.when().equals(Condition.ALWAYS)
                && rule.level() == Level.REFUSE && rule.waivableBy().isEmpty())
            .flatMap(rule -> rule.needsAll().stream()).filter(Fact.class::isInstance).forEach(term -> owed.add((Fact) term));
        return owed;
    }

    /** What is owed before a step and what the step brings about, as far as somebody can vouch for it and it stays. */
    private static Fact[] marks(Step step, RecoveryState state, List<Guardrail> rules, List<Transition> rows) {
        Set<Fact> facts = owed(step, rules);
        rows.stream().filter(row -> row.step() == step && row.from() != state && row.to() == state).forEach(row -> facts.addAll(row.sets()));
        facts.removeIf(fact -> !fact.attestable() || rows.stream().anyMatch(row -> row.from() == row.to()
            && row.from().compareTo(state) >= 0 && row.clears().contains(fact)));
        return facts.toArray(Fact[]::new);
    }

    private <T> List<T> present(String what, T[] items) {
        if (items == null || Arrays.stream(items).anyMatch(Objects::isNull)) {
            throw new InvalidInputException(what + " of " + name + " is null. Leave it out instead.");
        }
        return List.of(items);
    }
}
