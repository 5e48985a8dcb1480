package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Proof;

/**
 * The small errors can be laid over any playbook: it builds, proven; nothing gets weaker; every rule of theirs bites somewhere; and who may
 * enter stays as it is.
 */
class SmallErrorsOverlayTest {
    private static final int SITUATIONS = 20_000;
    private static final Playbook OWN = Procedure.named("own", "1")
        .order("our house", Phase.LISTEN, Phase.ACKNOWLEDGE, Phase.SOLVE, Phase.THANK)
        .rules(Guardrail.named("no-goodwill-unheard").watches(Step.OFFER_GOODWILL).needs(Facts.STORY_RECORDED)
            .because("First listen.").from("house")).builder().build();

    static Stream<Playbook> bases() {
        return Stream.concat(Playbooks.names().stream().map(Playbooks::named), Stream.of(OWN));
    }

    private static Playbook over(Playbook base) {
        return Playbooks.like(base, "x", "1").avoidingSmallErrors().build();
    }

    private static Map<String, Guardrail> rules(Playbook playbook) {
        return playbook.definition().guardrails().stream().collect(Collectors.toMap(Guardrail::id, Function.identity()));
    }

    /** The rules of source D that a playbook has. */
    private static Set<String> theirs(Playbook playbook) {
        return playbook.definition().guardrails().stream().filter(rule -> rule.sources().stream().anyMatch(row -> row.matches("D[0-9]{2}")))
            .map(Guardrail::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void itBuildsProvenAndHasEveryRuleAndEveryClockOfTheirs(Playbook base) {
        Playbook over = over(base);
        assertEquals(List.of(), Proof.of(over).findings());
        for (RecoveryState state : RecoveryState.values()) {
            assertTrue(Proof.of(over).configurations().get(state) >= 1, () -> "never comes to " + state);
        }
        Set<String> wanted = theirs(Playbooks.smallErrors());
        wanted.remove("upset-or-complaining");
        wanted.removeAll(theirs(over));
        assertEquals(Set.of(), wanted);
        assertTrue(over.deadline("follow-up-due").isPresent(), "the follow-up is watched (D12)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void everyGuardrailOfTheBaseIsThereAndNoneIsWeaker(Playbook base) {
        Map<String, Guardrail> over = rules(over(base));
        List<String> weaker = new ArrayList<>();
        rules(base).forEach((id, rule) -> {
            Guardrail now = over.get(id);
            if (now == null || now.level().compareTo(rule.level()) > 0 || !now.at(rule.level()).equals(rule)) {
                weaker.add(rule + " is now " + now);
            }
        });
        assertEquals(List.of(), weaker);
        assertEquals(base.definition().transitions(), over(base).definition().transitions(), "it only forbids");
        assertTrue(over(base).definition().deadlines().containsAll(base.definition().deadlines()));
        assertEquals(base.definition().settings(), over(base).definition().settings());
    }

    /** Each situation is judged by both; half of them are drawn by what the base asks for, half by what the overlay does. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void whateverTheBaseRefusesItRefusesTooAndEachOfTheirRulesBites(Playbook base) {
        Playbook over = over(base);
        Random random = new Random(20260105);
        List<Step> steps = List.copyOf(steps(base));
        Set<String> silent = new TreeSet<>(theirs(over));
        List<String> weaker = new ArrayList<>();
        Set<String> more = new TreeSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < SITUATIONS; i++) {
            Drawn drawn = Drawn.from(i % 2 == 0 ? base : over, steps, random);
            Decision before = drawn.judgedBy(base);
            Decision after = drawn.judgedBy(over);
            if (!before.isPermitted() && after.isPermitted() || !after.refusedBy().containsAll(before.refusedBy())) {
                weaker.add(drawn + " was refused by " + before.refusedBy() + " and is by " + after.refusedBy());
            }
            after.refusedBy().forEach(silent::remove);
            if (before.isPermitted()) {
                more.addAll(after.refusedBy());
            }
            after.advice().stream().map(Reason::rule).forEach(silent::remove);
            counts.merge((before.isPermitted() ? "permitted" : "refused") + " then " + (after.isPermitted() ? "permitted" : "refused"), 1,
                Integer::sum);
        }
        System.out.println("Small errors over " + base.id().name() + ": " + counts);
        assertEquals(List.of(), weaker);
        if (caresBeforeSolving(base)) {
            silent.remove("feelings-with-solution");
        }
        assertEquals(Set.of(), silent, "rules that never bit");
        assertTrue(counts.getOrDefault("permitted then permitted", 0) > SITUATIONS / 20, "permission is no rarity");
        Set<String> already = switch (base.id().name()) {
            case "standard" -> Set.of("talk-while-hot");
            case "small-errors" -> Set.of();
            default -> more;
        };
        assertEquals(already, more, "what is there already adds nothing");
        assertTrue(more.contains("talk-while-hot") || base.id().name().equals("small-errors"), () -> "whom it hears out: " + more);
    }

    /** Where no solution comes before an apology or an acknowledgement, it does not come without an act of emotion (D14). */
    private static boolean caresBeforeSolving(Playbook base) {
        return base.definition().guardrails().stream().filter(rule -> rule.level() == Level.REFUSE && rule.watches().contains(Step.PROPOSE_SOLUTION))
            .anyMatch(rule -> rule.needsAll().contains(Facts.APOLOGY_GIVEN) || rule.needsAll().contains(Facts.ACKNOWLEDGED));
    }

    @Test
    void overTheSmallErrorsThemselvesItAddsNothing() {
        assertEquals(rules(Playbooks.smallErrors()), rules(over(Playbooks.smallErrors())));
    }

    /** What asks for less stays as its host says it, and the library's rule stands beside it; what asks for more is enough. */
    @Test
    void whatAsksForLessIsThereAsWell() {
        Guardrail library = Playbooks.smallErrors().guardrail("never-call-us-back");
        Guardrail narrow = library.watching(Set.of(Step.REMARK));
        Map<String, Guardrail> over = rules(Playbooks.like(Playbooks.sevenSteps(), "own", "1").guardrail(narrow).avoidingSmallErrors().build());
        assertEquals(narrow, over.get(library.id()));
        Guardrail beside = over.get(library.id() + "-as-well");
        assertEquals(library.watches(), beside.watches());
        assertEquals(List.of(library.bars(), library.states(), library.level(), library.sources(), library.why()),
            List.of(beside.bars(), beside.states(), beside.level(), beside.sources(), beside.why()));
        assertEquals(Playbooks.standard().guardrail("feelings-with-solution"), rules(over(Playbooks.standard())).get("feelings-with-solution"));
        assertFalse(rules(over(Playbooks.standard())).containsKey("feelings-with-solution-as-well"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void whoMayEnterStaysAsItIs(Playbook base) {
        Playbook over = over(base);
        Random random = new Random(7);
        Set<String> otherwise = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            Drawn drawn = Drawn.from(base, List.of(Step.OPEN, Step.ADOPT), random);
            if (!drawn.judgedBy(base).refusedBy().equals(drawn.judgedBy(over).refusedBy())) {
                otherwise.add(drawn.step() + " " + drawn.traits() + " was refused by " + drawn.judgedBy(base).refusedBy() + " and is by "
                    + drawn.judgedBy(over).refusedBy());
            }
        }
        assertEquals(Set.of(), otherwise.stream().limit(3).collect(Collectors.toSet()));
    }

    @Test
    void whatAHostLoweredIsRaisedAgain() {
        for (String id : theirs(Playbooks.smallErrors()).stream()
            .filter(one -> Library.guardrails().stream().anyMatch(rule -> rule.id().equals(one) && !rule.watches().contains(Step.OPEN)
                && Collections.disjoint(rule.bars(), Traits.doubtful())))
            .toList()) {
            Level before = Playbooks.standard().guardrail(id).level();
            for (Level level : Level.values()) {
                Playbook raised = Playbooks.like(Playbooks.standard(), "lax", "1").level(id, level).avoidingSmallErrors().build();
                assertEquals(level.compareTo(before) < 0 ? level : before, raised.guardrail(id).level(), () -> id + " at " + level);
            }
        }
    }

    /** Who may open a case is for the base to say, whatever the small errors think of it. */
    @Test
    void whomAHostLetsInIsStillLetIn() {
        for (Level level : Level.values()) {
            Playbook lax = Playbooks.like(Playbooks.standard(), "lax", "1").level("problem-brought", level).avoidingSmallErrors().build();
            assertEquals(level, lax.guardrail("problem-brought").level());
        }
        Playbook open = Playbooks.like(Playbooks.standard(), "lax", "1").withoutGuardrail("problem-brought").avoidingSmallErrors().build();
        assertTrue(!rules(open).containsKey("problem-brought") && !rules(open).containsKey("upset-or-complaining"));
    }

    /** A team's lower level is as much of a hole as the playbook's own. */
    @Test
    void whatAHostLoweredInATeamIsRaisedAgain() {
        Playbook raised = Playbooks.like(Playbooks.standard(), "lax", "1").level("night", "never-call-us-back", Level.OFF)
            .avoidingSmallErrors().build();
        assertTrue(raised.cell("night", RecoveryState.LISTENING, Step.REMARK).refusing().stream()
            .anyMatch(rule -> rule.source().id().equals("never-call-us-back")), "it refuses in the night as well");
    }

    /** A rule of the same name that watches less, or asks for less, does not avoid the error. */
    @Test
    void whatAHostNarrowedIsWholeAgain() {
        Guardrail whole = Playbooks.standard().guardrail("never-call-us-back");
        Guardrail narrow = whole.watching(Set.of(Step.REMARK));
        Playbook widened = Playbooks.like(Playbooks.standard(), "lax", "1").guardrail(narrow).avoidingSmallErrors().build();
        assertTrue(widened.cell("", RecoveryState.LISTENING, Step.EXPLAIN).refusing().stream()
            .anyMatch(rule -> rule.source().bars().containsAll(whole.bars())), "an explanation may not push the follow-up either");
    }

    /** What a host made stricter, or wrote beside it, stays. */
    @Test
    void whatAHostMadeStricterStays() {
        Playbook strict = Playbooks.like(Playbooks.standard(), "strict", "1").level("feelings-no-less-than-fix", Level.REFUSE)
            .avoidingSmallErrors().build();
        assertEquals(Level.REFUSE, strict.guardrail("feelings-no-less-than-fix").level());
        assertEquals(OWN.guardrail("no-goodwill-unheard"), over(OWN).guardrail("no-goodwill-unheard"));
    }

    /** Everything that people say to somebody angry is said aloud, but what has to be kept is written. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void whileHotEverythingIsTalkedAboutButWhatIsConfirmed(Playbook base) {
        Set<Step> spoken = steps(base);
        spoken.removeIf(step -> !step.isSpeech() || step == Step.SEND_AUTOMATIC_REPLY || step == Step.CONFIRM_IN_WRITING);
        Guardrail talk = over(base).guardrail("talk-while-hot");
        assertEquals(spoken, talk.watches());
        assertEquals(Set.of(Traits.TWO_WAY, Traits.HEARS_TONE), talk.needsAll());
        assertEquals(Condition.ALWAYS.and(Facts.MOOD_HOT).without(Facts.TEXT_CHANNEL_OPEN), talk.when());
        assertEquals(Level.REFUSE, talk.level());
        assertEquals(Optional.of(Step.BEGIN_CONTACT), talk.instead());
        assertTrue(talk.waivableBy().isEmpty());
    }

    /** What stands beside the host's own rule is no easier to get round: not in a team, and not by taking its name. */
    @Test
    void whatStandsBesideIsRaisedAgainAsWell() {
        Guardrail whole = Playbooks.standard().guardrail("never-call-us-back");
        PlaybookBuilder narrow = Playbooks.like(Playbooks.standard(), "lax", "1").guardrail(whole.watching(Set.of(Step.REMARK)))
            .avoidingSmallErrors();
        Playbook lowered = narrow.level("never-call-us-back-as-well", Level.OFF).level("night", "never-call-us-back-as-well", Level.OFF)
            .avoidingSmallErrors().build();
        for (String team : List.of("", "night")) {
            assertTrue(lowered.cell(team, RecoveryState.LISTENING, Step.EXPLAIN).refusing().stream()
                .anyMatch(rule -> rule.source().bars().containsAll(whole.bars())), () -> "in team \"" + team + "\"");
        }
    }

    /** A host's rule that has the name already is not lost. */
    @Test
    void whatHasTheNameAlreadyIsNotLost() {
        Guardrail own = Guardrail.named("feelings-with-solution-as-well").watches(Step.PROPOSE_SOLUTION)
            .needs(Facts.FEELING_RECORDED).because("First write down how it feels.").from("house");
        Playbook base = Playbooks.like(Playbooks.smallErrors(), "own", "1").guardrail(own).build();
        assertTrue(over(base).definition().guardrails().stream().anyMatch(rule -> rule.needsAll().equals(own.needsAll())
            && rule.watches().contains(Step.PROPOSE_SOLUTION)), "nothing gets weaker");
    }

    @Test
    void laidOverTwiceItIsTheSame() {
        for (Playbook base : bases().toList()) {
            Playbook over = over(base);
            assertEquals(over.id().fingerprint(), over(over).id().fingerprint(), base::toString);
        }
    }

    @Test
    void whatAHostLeftOutIsThereAgain() {
        Playbook without = Playbooks.like(Playbooks.standard(), "lax", "1").withoutGuardrail("never-call-us-back")
            .withoutDeadline("follow-up-due")
            .avoidingSmallErrors().build();
        assertEquals(Playbooks.standard().guardrail("never-call-us-back"), without.guardrail("never-call-us-back"));
        assertEquals(Playbooks.standard().deadline("follow-up-due"), without.deadline("follow-up-due"));
    }

    private static Set<Step> steps(Playbook playbook) {
        Set<Step> taken = EnumSet.noneOf(Step.class);
        playbook.definition().transitions().forEach(row -> taken.add(row.step()));
        taken.removeIf(Step::isReport);
        return taken;
    }
}
