package org.servicerecovery.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;

/** What hooks have not been told: in order for each case and hook, one caller at a time, until it is made or given up. */
abstract class DeliveryContract extends ClaimContract {
    private static final Instant NOW = Draft.NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(5));

    private List<Delivery> claim(String hook, Instant now) {
        return store.claimDeliveries(hook, Optional.empty(), now, now.plus(Duration.ofMinutes(5)), 100);
    }

    private Delivery one(String hook, Instant now) {
        List<Delivery> claimed = claim(hook, now);
        assertEquals(1, claimed.size(), () -> "one delivery for " + hook + " was expected at " + now + ": " + keys(claimed));
        return claimed.get(0);
    }

    private void nothing(String hook, Instant now) {
        assertEquals(List.of(), keys(claim(hook, now)), () -> "nothing was expected for " + hook + " at " + now);
    }

    @Test
    void oneAfterTheOtherIsGivenInTheOrderOfTheCase() {
        Draft.of("case").notes(2).telling("hook").keptIn(store);
        Draft.on(store, "case").notes(1).telling("hook").keptIn(store);
        for (int sequence = 1; sequence <= 4; sequence++) {
            Delivery next = one("hook", NOW);
            assertEquals("case/" + sequence + "/hook", next.key());
            nothing("hook", NOW);
            store.delivered(next);
        }
        nothing("hook", UNTIL);
    }

    @Test
    void aDeliveryCarriesTheEventAsItWasWritten() {
        Draft draft = Draft.of("case \u00e4").full(new Act(Step.RECORD_STORY, "some \ud83d\ude00 'words'\n"), "line \u00e4", "text \u4f60")
            .telling("hook \u00e4").keptIn(store);
        for (int i = 0; i < 2; i++) {
            Delivery fresh = one("hook \u00e4", NOW);
            assertEquals(draft.events().get(i), fresh.event());
            assertEquals(new Delivery("hook \u00e4", draft.events().get(i)), fresh);
            store.delivered(fresh);
        }
    }

    @Test
    void hooksDoNotWaitForEachOther() {
        Draft.of("case").notes(1).telling("one", "two").keptIn(store);
        Delivery stuck = one("one", NOW);
        store.delivered(one("two", NOW));
        store.delivered(one("two", NOW));
        nothing("two", NOW);
        nothing("one", NOW);
        store.delivered(stuck);
        assertEquals("case/2/one", one("one", NOW).key());
        nothing("nobody", NOW);
    }

    @Test
    void casesDoNotWaitForEachOtherAndTheOldestComesFirst() {
        for (int i = 0; i < 5; i++) {
            Draft.of("case " + (9 - i)).at(NOW.plusSeconds(i)).notes(2).telling("hook").keptIn(store);
        }
        List<Delivery> two = store.claimDeliveries("hook", Optional.empty(), NOW.plusSeconds(9), UNTIL, 2);
        assertEquals(List.of("case 9/1/hook", "case 8/1/hook"), keys(two));
        assertEquals(List.of("case 7/1/hook", "case 6/1/hook", "case 5/1/hook"),
            keys(store.claimDeliveries("hook", Optional.empty(), NOW.plusSeconds(9), UNTIL, 9)));
        store.delivered(two.get(1));
        assertEquals(List.of("case 8/2/hook"), keys(store.claimDeliveries("hook", Optional.empty(), NOW.plusSeconds(9), UNTIL, 9)));
    }

    @Test
    void oneCaseCanBeAskedFor() {
        Draft.of("case").telling("hook").keptIn(store);
        Draft.of("other").telling("hook").keptIn(store);
        assertEquals(List.of("other/1/hook"), keys(store.claimDeliveries("hook", Optional.of("other"), NOW, UNTIL, 9)));
        assertEquals(List.of(), store.claimDeliveries("hook", Optional.of("other"), NOW, UNTIL, 9));
        assertEquals(List.of(), store.claimDeliveries("hook", Optional.of("nobody's"), NOW, UNTIL, 9));
        assertEquals(List.of("case/1/hook"), keys(store.claimDeliveries("hook", Optional.empty(), NOW, UNTIL, 9)));
    }

    @Test
    void aClaimOfADeliveryExpires() {
        Draft.of("case").notes(1).telling("hook").keptIn(store);
        Delivery first = store.claimDeliveries("hook", Optional.of("case"), NOW, UNTIL, 9).get(0);
        nothing("hook", UNTIL.minusNanos(1_000));
        Delivery again = one("hook", UNTIL);
        assertEquals(first, again, "it was not tried in vain: it was not heard of");
        store.delivered(again);
        store.delivered(first);
        assertEquals("case/2/hook", one("hook", UNTIL).key(), "what was made twice counts once");
    }

    @Test
    void whatWasMadeBeforeMayBeToldOfAgain() {
        Draft.of("case").notes(1).telling("hook", "other").keptIn(store);
        Delivery first = one("hook", NOW);
        store.delivered(first);
        Delivery second = one("hook", NOW);
        store.delivered(first);
        store.retry(first.again(NOW, "too late"));
        nothing("hook", NOW);
        store.delivered(second);
        store.delivered(second);
        store.retry(second.again(NOW, "too late"));
        store.retry(second.again(Instant.MAX, "too late"));
        nothing("hook", UNTIL);
        assertEquals(List.of(), store.deadLetters(9));
        assertEquals("case/1/other", one("other", NOW).key());
    }

    @Test
    void whatFailedIsTriedAgainInItsTimeAndHoldsUpWhatIsBehind() {
        Draft.of("case").notes(1).telling("hook").keptIn(store);
        Delivery first = one("hook", NOW);
        String problem = "'\u00e4 \ud83d\ude00\n\"" + "p".repeat(994);
        store.retry(first.again(NOW.plusSeconds(30), problem));
        nothing("hook", NOW.plusSeconds(30).minusNanos(1));
        Delivery second = one("hook", NOW.plusSeconds(30));
        assertEquals(first.again(NOW.plusSeconds(30), problem), second);
        store.retry(second.again(NOW.plusSeconds(60).plusNanos(1), "again"));
        nothing("hook", NOW.plusSeconds(60));
        Delivery third = one("hook", NOW.plusSeconds(60).plusNanos(1_000));
        assertEquals(List.of("case/1/hook", 2, "again"), List.of(third.key(), third.attempts(), third.problem()));
        store.delivered(third);
        assertEquals(new Delivery("hook", store.history("case").get(1)), one("hook", NOW.plusSeconds(61)));
    }

    @Test
    void aDeadLetterHoldsUpWhatIsBehindUntilItIsReleased() {
        Draft.of("case").notes(2).telling("hook").keptIn(store);
        Draft.of("other").telling("hook").keptIn(store);
        Delivery first = store.claimDeliveries("hook", Optional.of("case"), NOW, UNTIL, 9).get(0);
        Delivery dead = first.again(Instant.MAX, "given up");
        store.retry(dead);
        assertTrue(dead.isDead());
        assertEquals(List.of(dead), store.deadLetters(9));
        assertEquals("other/1/hook", one("hook", NOW).key());
        store.delivered(store.claimDeliveries("hook", Optional.of("other"), UNTIL, UNTIL.plusSeconds(1), 9).get(0));
        nothing("hook", Instant.parse("9000-01-01T00:00:00Z"));
        assertEquals(List.of(), store.claimDeliveries("hook", Optional.of("case"), UNTIL, UNTIL.plusSeconds(1), 9));
        store.retry(dead.released());
        assertEquals(List.of(), store.deadLetters(9));
        for (int sequence = 1; sequence <= 3; sequence++) {
            Delivery next = one("hook", NOW);
            assertEquals(List.of("case/" + sequence + "/hook", 0), List.of(next.key(), next.attempts()));
            store.delivered(next);
        }
    }

    @Test
    void aDeadLetterIsGivenUpAndTheNextOneGoesOn() {
        Draft.of("case").notes(1).telling("hook").keptIn(store);
        store.retry(one("hook", NOW).again(Instant.MAX, "given up"));
        store.delivered(store.deadLetters(1).get(0));
        assertEquals(List.of(), store.deadLetters(9));
        assertEquals("case/2/hook", one("hook", NOW).key());
    }

    @Test
    void deadLettersAreListedByCaseSequenceAndHook() {
        List<String> expected = new ArrayList<>();
        for (String id : List.of("c", "a", "B", "a-1")) {
            Draft.of(id).notes(1).telling("two", "one").keptIn(store);
        }
        for (String id : List.of("B", "a", "a-1", "c")) {
            for (String hook : List.of("one", "two")) {
                List<Delivery> head = store.claimDeliveries(hook, Optional.of(id), NOW, UNTIL, 9);
                // The second event is dead for hook one of case a, so that sequence comes before hook.
                if (id.equals("a") && hook.equals("one")) {
                    store.delivered(head.get(0));
                    head = store.claimDeliveries(hook, Optional.of(id), NOW, UNTIL, 9);
                }
                store.retry(head.get(0).again(Instant.MAX, "given up"));
                expected.add(head.get(0).key());
            }
        }
        expected.add(2, expected.remove(3));
        assertEquals(expected, keys(store.deadLetters(99)));
        assertEquals(expected.subList(0, 3), keys(store.deadLetters(3)));
    }

    @Test
    void whatWaitsIsListedWithoutBeingClaimedTheLongestFirst() {
        Draft.of("late", NOW.plusSeconds(60), "customer", Priority.NORMAL, "").telling("hook").keptIn(store);
        Draft.of("stuck").notes(1).telling("hook").keptIn(store);
        Draft.of("case", NOW.plusSeconds(1), "customer", Priority.NORMAL, "").telling("two", "one").keptIn(store);
        Delivery stuck = store.claimDeliveries("hook", Optional.of("stuck"), NOW, UNTIL, 9).get(0);
        store.retry(stuck.again(Instant.MAX, "given up"));

        assertEquals(List.of(), keys(store.waiting(NOW, 9)), "nothing was written before then");
        assertEquals(List.of("stuck/2/hook", "case/1/one", "case/1/two"), keys(store.waiting(NOW.plusSeconds(60), 9)));
        assertEquals(List.of("stuck/2/hook", "case/1/one"), keys(store.waiting(NOW.plusSeconds(60), 2)));
        Delivery failed = store.claimDeliveries("one", Optional.of("case"), NOW.plusSeconds(1), UNTIL, 9).get(0);
        store.retry(failed.again(UNTIL, "not yet"));
        assertEquals(failed.again(UNTIL, "not yet"), store.waiting(NOW.plusSeconds(60), 9).get(1));
        store.delivered(one("two", NOW.plusSeconds(1)));
        store.delivered(store.deadLetters(1).get(0));
        assertEquals(List.of("stuck/2/hook", "case/1/one"), keys(store.waiting(NOW.plusSeconds(60), 9)));
        store.delivered(store.claimDeliveries("hook", Optional.of("stuck"), NOW, UNTIL, 9).get(0));
        assertEquals(List.of("case/1/one", "late/1/hook"), keys(store.waiting(NOW.plusSeconds(61), 9)));
    }

    @Test
    void severalWhoDeliverAtOnceTellEverythingOnceAndInOrder() {
        for (int i = 0; i < 30; i++) {
            Draft.of("case " + i).notes(4).telling("hook").keptIn(store);
        }
        CaseStore[] nodes = {store, sameDataAgain(), store, sameDataAgain()};
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        atOnce(nodes.length, i -> () -> {
            for (int empty = 0; empty < 20;) {
                List<Delivery> some = nodes[i].claimDeliveries("hook", Optional.empty(), NOW, UNTIL, 5);
                for (Delivery delivery : some) {
                    told.add(delivery.key());
                    nodes[i].delivered(delivery);
                }
                empty = some.isEmpty() ? empty + 1 : 0;
            }
            return true;
        });
        for (Delivery left : claim("hook", NOW)) {
            told.add(left.key());
        }
        assertEquals(new HashSet<>(told).size(), told.size(), "something was told twice");
        assertEquals(150, told.size(), "something was not told");
        for (int i = 0; i < 30; i++) {
            String caseId = "case " + i + "/";
            assertEquals(List.of(1, 2, 3, 4, 5),
                told.stream().filter(key -> key.startsWith(caseId)).map(key -> Integer.valueOf(key.split("/")[1])).toList());
        }
    }

    @Test
    void writesAndDeliveriesAtOnceLoseNothing() {
        List<List<String>> told = atOnce(3, i -> () -> {
            List<String> mine = new ArrayList<>();
            for (int n = 0; n < 60; n++) {
                if (i == 0) {
                    (n == 0 ? Draft.of("case") : Draft.on(store, "case")).notes(1).telling("hook").keptIn(store);
                } else {
                    for (Delivery delivery : store.claimDeliveries("hook", Optional.of("case"), NOW, UNTIL, 9)) {
                        mine.add(delivery.key());
                        store.delivered(delivery);
                    }
                }
            }
            return mine;
        });
        List<String> all = new ArrayList<>(told.get(1));
        all.addAll(told.get(2));
        for (List<Delivery> left = claim("hook", NOW); !left.isEmpty(); left = claim("hook", NOW)) {
            all.add(left.get(0).key());
            store.delivered(left.get(0));
        }
        assertEquals(61, all.size());
        assertEquals(61, new HashSet<>(all).size());
    }
}
