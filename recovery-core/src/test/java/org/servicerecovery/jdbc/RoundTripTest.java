package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;

/** Whatever can be in an event comes back as it was, through any database that keeps texts in UTF-8. */
class RoundTripTest {
    private final Payloads payloads = new Payloads();

    private static String stored(String text) {
        return text == null ? null : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private CaseEvent stored(CaseEvent event) {
        Written written = payloads.write(event);
        assertTrue(written.payload().startsWith("{\"v\":1,"), written::payload);
        return payloads.read(event.caseId(), event.sequence(), stored(written.payload()), stored(written.personal()));
    }

    @Test
    void everyActionIsAmongTheSamples() {
        Set<Class<?>> missing = new HashSet<>(Set.of(RecoveryAction.class.getPermittedSubclasses()));
        Samples.actions("x", "x").forEach(action -> missing.remove(action.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyActionComesBackWithEveryText() {
        for (String text : Samples.TEXTS) {
            String line = Samples.LINES.contains(text) ? text : "x";
            // A text of full length has no room for the full stop that keeps the others from being blank.
            String words = text.length() == 100_000 ? text.substring(0, 99_998) : text;
            for (RecoveryAction action : Samples.actions(line, words)) {
                CaseEvent event = Samples.full(action, line, words);
                assertEquals(event, stored(event));
            }
        }
        CaseEvent longest = Samples.bare(RecoveryAction.note(Step.RECORD_STORY, "\ud83d\ude00".repeat(50_000)));
        assertEquals(longest, stored(longest));
    }

    @Test
    void whatIsEmptyComesBackEmpty() {
        for (RecoveryAction action : Samples.sparse()) {
            CaseEvent event = Samples.bare(action);
            assertEquals(event, stored(event));
        }
    }

    @Test
    void whatIsUsuallyEmptyIsNotWritten() {
        Written written = payloads.write(Samples.bare(RecoveryAction.of(Step.JOIN)));
        for (String field : List.of("occurredAt", "message", "spent", "sets", "clears", "traits", "attested", "waivers", "advised",
            "shadowed", "clocks", "roles")) {
            assertFalse(written.payload().contains('"' + field + '"'), field);
        }
        assertTrue(written.personal().contains("/actor/id"), written::personal);
    }

    @Test
    void whatAllShareIsSharedAgain() {
        CaseEvent read = stored(Samples.bare(RecoveryAction.of(Step.JOIN)));
        assertSame(RecoveryAction.of(Step.JOIN), read.action());
        assertSame(CaseEvent.ClockChanges.NONE, read.clocks());
    }

    @Test
    void textsAreNotInThePayloadAndSaltsDiffer() {
        CaseEvent event = Samples.full(RecoveryAction.note(Step.RECORD_STORY, "the secret"), "anna", "the secret");
        Written one = payloads.write(event);
        Written other = payloads.write(event);
        assertFalse(one.payload().contains("secret") || one.payload().contains("anna"), one::payload);
        assertNotEquals(one.payload(), other.payload());
        assertEquals(Samples.read(payloads, event, one), Samples.read(payloads, event, other));
    }

    @Test
    void equalTextsAndEqualSaltsGiveEqualPayloads() {
        Payloads foreseen = new Payloads(() -> new byte[16]);
        for (CaseEvent event : Samples.small()) {
            assertEquals(foreseen.write(event), foreseen.write(event));
        }
    }

    @Test
    void factsAndTraitsShareOneVocabularyThatGrows() {
        CaseEvent plain = stored(Samples.bare(RecoveryAction.of(Step.JOIN)));
        CaseEvent hosts = stored(Samples.full(RecoveryAction.of(Step.JOIN), "x", "x"));
        CaseEvent again = stored(Samples.full(RecoveryAction.of(Step.APOLOGISE), "x", "x"));
        Vocabulary.Kind<Fact> one = new Words().knowing(List.of(), List.of()).facts();
        assertSame(plain.sets(), plain.sets().in(one));
        assertSame(plain.sets(), stored(plain).sets());
        // A set that is at home in the vocabulary of another is not translated.
        Words words = new Words();
        Vocabulary first = words.knowing(List.of(Samples.ASKED), List.of());
        Vocabulary second = words.knowing(List.of(Samples.CHECKED), List.of(Samples.DEAR));
        assertSame(second, words.knowing(List.of(Samples.ASKED, Facts.MERGED), List.of(Samples.DEAR)));
        assertSame(second, words.knowing(List.of(Samples.ASKED), List.of()));
        assertFalse(first.facts().all().contains(Samples.CHECKED));
        assertEquals(hosts.sets(), again.sets());
        assertEquals(Samples.WORDS.facts().of(List.of(Facts.OWNER_NAMED, Samples.CHECKED)), again.sets());
    }

    @Test
    void moreWordsThanOneVocabularyHoldsAreReadAllTheSame() {
        Words words = new Words();
        for (int i = 0; i < 500; i++) {
            Fact fact = Fact.named("OWN_" + i);
            Trait trait = Trait.named("OWN_" + i);
            Vocabulary vocabulary = words.knowing(List.of(fact, Facts.MERGED), List.of(trait));
            Terms<Fact> facts = vocabulary.facts().of(List.of(fact, Facts.MERGED));
            assertEquals(Set.of(fact, Facts.MERGED), facts);
            assertEquals(Set.of(trait), vocabulary.traits().of(List.of(trait)));
        }
    }

    @Test
    void aNameThatIsTheLibrarysIsNotTakenForTheHosts() {
        assertSame(Facts.MERGED, Words.fact("MERGED"));
        assertFalse(Words.fact("OPENED").attestable());
        assertTrue(Words.fact("CARRIER_ASKED").attestable());
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 400).mapToObj(i -> (Callable<Boolean>) () -> {
                CaseEvent event = Samples.bare(RecoveryAction.established(Fact.named("OWN_" + i % 40), "note " + i));
                Vocabulary own = new Vocabulary(List.of(Fact.named("OWN_" + i % 40)), List.of());
                CaseEvent with = new CaseEvent(event.caseId(), 1, "c" + i, event.actor(), event.occurredAt(), event.recordedAt(),
                    event.playbook(), event.action(), event.message(), event.spent(), event.row(), event.from(), event.to(),
                    own.facts().of(List.of(Fact.named("OWN_" + i % 40))), event.clears(), event.traits(), event.attested(), event.waivers(),
                    event.advised(), event.shadowed(), event.clocks());
                return with.equals(stored(with));
            }).toList();
            List<Boolean> right = new ArrayList<>();
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                right.add(task.get());
            }
            assertEquals(400, right.stream().filter(one -> one).count());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void nothingPersonalGivesNoPersonalPart() {
        // Every event has an actor, so this is only seen below the event.
        assertNull(new Erasable.Sealer(() -> new byte[16]).personal());
    }
}
