package org.servicerecovery.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.spi.CaseStore;

/** Cases that are due: each is given to one caller at a time, and to the next one when that has written, given back or taken too long. */
abstract class ClaimContract extends LogContract {
    private static final Instant NOW = Draft.NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(5));
    private static final int MANY = 200;

    private List<String> due(Instant now, int limit) {
        return store.claimDue(now, now.plus(Duration.ofMinutes(5)), limit);
    }

    @Test
    void theMostOverdueComesFirst() {
        for (int second : new int[] {3, 1, 4, 0, 5, 2}) {
            Draft.of("case " + second).due(NOW.minusSeconds(second)).keptIn(store);
        }
        Draft.of("later").due(NOW.plusSeconds(1)).keptIn(store);
        assertEquals(List.of("case 5", "case 4"), due(NOW, 2));
        assertEquals(List.of("case 3"), due(NOW, 1));
        assertEquals(List.of("case 2", "case 1", "case 0"), due(NOW, 100), "what comes exactly now is due");
        assertEquals(List.of(), due(NOW, 100));
        assertEquals(List.of("later"), due(NOW.plusSeconds(1), 100));
    }

    @Test
    void aCaseWithoutAClockIsNeverDue() {
        Draft.of("plain").keptIn(store);
        Draft.of("silent").due(Instant.MAX).keptIn(store);
        Draft.of("stopped").due(NOW).keptIn(store);
        Draft.on(store, "stopped").due(Instant.MAX).keptIn(store);
        assertEquals(List.of(), due(Instant.parse("9000-01-01T00:00:00Z"), 100));
    }

    @Test
    void nothingIsDueInAnEmptyStore() {
        assertEquals(List.of(), due(NOW, 100));
        store.unclaim("nobody's");
    }

    @Test
    void aCaseIsNeverGivenBeforeItIsDueAndAtMostAMicrosecondLate() {
        for (int nanos : new int[] {0, 1, 500, 999, 1_000, 123_456_789, 999_999_999}) {
            String caseId = "case " + nanos;
            Instant when = NOW.plusSeconds(nanos % 7).plusNanos(nanos);
            Draft.of(caseId).due(when).keptIn(store);
            assertEquals(List.of(), due(when.minusNanos(1), 100), () -> "before " + when);
            Instant roundedUp = when.plusNanos((1_000 - nanos % 1_000) % 1_000);
            assertEquals(List.of(caseId), due(roundedUp, 100), () -> "at " + roundedUp);
            Draft.on(store, caseId).due(Instant.MAX).keptIn(store);
        }
    }

    @Test
    void aClaimEndsWhenItExpires() {
        Draft.of("case").due(NOW).keptIn(store);
        assertEquals(List.of("case"), store.claimDue(NOW, UNTIL, 100));
        assertEquals(List.of(), store.claimDue(NOW, UNTIL, 100));
        assertEquals(List.of(), store.claimDue(UNTIL.minusNanos(1_000), UNTIL.plusSeconds(9), 100));
        assertEquals(List.of("case"), store.claimDue(UNTIL, UNTIL.plusSeconds(9), 100));
        assertEquals(List.of(), store.claimDue(UNTIL.plusSeconds(8), UNTIL.plusSeconds(99), 100), "the second claim lasts, too");
        assertEquals(List.of("case"), store.claimDue(UNTIL.plusSeconds(9), UNTIL.plusSeconds(99), 100));
    }

    @Test
    void aClaimEndsWithTheAppendAndTheCaseIsDueByItsNewSnapshot() {
        Draft.of("case").due(NOW).keptIn(store);
        assertEquals(List.of("case"), store.claimDue(NOW, UNTIL, 100));
        Draft.on(store, "case").due(NOW.plusSeconds(1)).keptIn(store);
        assertEquals(List.of(), due(NOW, 100));
        assertEquals(List.of("case"), store.claimDue(NOW.plusSeconds(1), UNTIL, 100));
        Draft.on(store, "case").notes(1).keptIn(store);
        assertEquals(List.of("case"), store.claimDue(NOW.plusSeconds(1), UNTIL, 100), "still due, and no longer claimed");
        Draft.on(store, "case").due(UNTIL.plusSeconds(60)).keptIn(store);
        assertEquals(List.of(), due(UNTIL.plusSeconds(59), 100), "when the old claim would have expired, nothing is due");
        assertEquals(List.of("case"), due(UNTIL.plusSeconds(60), 100));
    }

    @Test
    void aClaimIsGivenBack() {
        Draft.of("case").due(NOW).keptIn(store);
        Draft.of("other").due(NOW.plusSeconds(1)).keptIn(store);
        assertEquals(List.of("case"), store.claimDue(NOW, UNTIL, 100));
        store.unclaim("other");
        assertEquals(List.of(), store.claimDue(NOW, UNTIL, 100), "what is not claimed stays as it is");
        store.unclaim("case");
        assertEquals(List.of("case"), store.claimDue(NOW, UNTIL, 100));
        store.unclaim("case");
        store.unclaim("case");
        assertEquals(List.of("case", "other"), store.claimDue(NOW.plusSeconds(1), UNTIL, 100));
        assertEquals(List.of(), store.claimDue(NOW.plusSeconds(1), UNTIL, 100));
    }

    @Test
    void whatIsClaimedIsNotInTheWayOfTheOthers() {
        for (int i = 0; i < 10; i++) {
            Draft.of("case " + i).due(NOW.minusSeconds(10 - i)).keptIn(store);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            found.addAll(store.claimDue(NOW, UNTIL, 1));
        }
        assertEquals(IntStream.range(0, 10).mapToObj(i -> "case " + i).toList(), found);
        assertEquals(new HashSet<>(found), new HashSet<>(store.claimDue(UNTIL, UNTIL.plusSeconds(9), 100)));
    }

    @Test
    void aClaimIsSeenByEveryNodeAndChangesNothingElse() {
        Draft draft = Draft.of("case").due(NOW).keptIn(store);
        CaseStore other = sameDataAgain();
        assertEquals(List.of("case"), other.claimDue(NOW, UNTIL, 100));
        assertEquals(List.of(), store.claimDue(NOW, UNTIL, 100));
        assertEquals(draft.after().snapshot(), snapshot(store, "case"));
        store.unclaim("case");
        assertEquals(List.of("case"), store.claimDue(NOW, UNTIL, 100));
        assertEquals(List.of(), other.claimDue(NOW, UNTIL, 100));
        Draft.on(store, "case").due(NOW).keptIn(store);
        assertEquals(List.of("case"), other.claimDue(NOW, UNTIL, 100));
    }

    @Test
    void severalWhoClaimAtOnceShareWithoutOverlap() {
        for (int i = 0; i < MANY; i++) {
            Draft.of("case " + i).due(NOW.minusSeconds(i)).keptIn(store);
        }
        CaseStore[] nodes = {store, sameDataAgain(), store, sameDataAgain()};
        List<List<String>> shares = atOnce(nodes.length, i -> () -> {
            List<String> mine = new ArrayList<>();
            // One that looks past what another is about to take may find nothing for a moment: it asks again.
            for (int empty = 0; empty < 20;) {
                List<String> some = nodes[i].claimDue(NOW, UNTIL, 7);
                mine.addAll(some);
                empty = some.isEmpty() ? empty + 1 : 0;
            }
            return mine;
        });
        List<String> all = shares.stream().flatMap(List::stream).toList();
        Set<String> once = new HashSet<>(all);
        assertEquals(once.size(), all.size(), "somebody got what another had");
        assertEquals(MANY, once.size(), "something due was given to nobody");
    }

    @Test
    void claimsAndWritesAtOnceLoseNothing() {
        for (int i = 0; i < 20; i++) {
            Draft.of("case " + i).due(NOW).keptIn(store);
        }
        CaseStore[] nodes = {store, sameDataAgain(), store};
        List<Integer> written = atOnce(nodes.length, i -> () -> {
            int count = 0;
            for (int round = 0; round < 60; round++) {
                for (String caseId : nodes[i].claimDue(NOW, UNTIL, 3)) {
                    Draft next = Draft.on(nodes[i], caseId).command(i + " in " + round).notes(1);
                    next.due(next.after().version() < 9 ? NOW : Instant.MAX);
                    count += next.appendTo(nodes[i]) ? 1 : 0;
                }
            }
            return count;
        });
        assertEquals(written.stream().mapToInt(one -> one).sum() * 2,
            IntStream.range(0, 20).map(i -> store.history("case " + i).size() - 2).sum(), "what was claimed by one was written by one");
        Set<String> left = new HashSet<>(store.claimDue(UNTIL, UNTIL.plusSeconds(1), 100));
        for (int i = 0; i < 20; i++) {
            boolean open = store.load("case " + i).orElseThrow().nextDue().isBefore(Instant.MAX);
            assertTrue(left.contains("case " + i) == open, "case " + i);
        }
    }
}
