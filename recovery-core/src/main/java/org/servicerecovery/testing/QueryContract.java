package org.servicerecovery.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseSummary;

/** Lists of cases: every filter and both orders, page by page, against a plain look at every case. */
abstract class QueryContract extends DeliveryContract {
    private static final Instant NOW = Draft.NOW;
    private static final int CASES = 300;
    private static final long SEED = 20260105;
    private static final List<String> OWNERS = List.of("", "anna", "Anna", "anna ", "b\u00e9n", "ben", "o'neil", "100%", "a_na");
    private static final List<String> CUSTOMERS = List.of("customer-1", "Customer-1", "customer_1", "customer-1 ",
        "%", "\u4f60\u597d", "m\u00fcller");
    private static final String LETTERS = "abcABC019 _-%'./\u00e4\u00c4\u00df";

    private final Random random = new Random(SEED);

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Instant near() {
        return NOW.plusSeconds(random.nextInt(20)).plusNanos(1_000L * random.nextInt(3));
    }

    /** Ids that begin alike, end in blanks and differ in their letters' case only: orders that are not plain show. */
    private String id(int number) {
        StringBuilder id = new StringBuilder("c");
        for (int i = random.nextInt(6); i >= 0; i--) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.append(number).toString();
    }

    private void some(int cases) {
        for (int i = 0; i < cases; i++) {
            Draft draft = Draft.of(id(i), near(), any(CUSTOMERS), any(List.of(Priority.values())), any(List.of("", "billing", "t\u00e9am")));
            String owner = any(OWNERS);
            if (!owner.isEmpty()) {
                draft.by(owner).does(RecoveryAction.of(Step.TAKE_OWNERSHIP));
            }
            if (random.nextInt(3) > 0) {
                draft.does(new Actions.ReportMood(any(List.of(Mood.values()))));
            }
            draft.to(any(List.of(RecoveryState.values())));
            if (random.nextInt(4) > 0) {
                draft.due(random.nextInt(9) == 0 ? Instant.MAX : near());
            }
            draft.keptIn(store);
            all.add(CaseSummary.of(draft.after()));
        }
    }

    private final List<CaseSummary> all = new ArrayList<>();

    /** What a plain look at every case finds. */
    private List<CaseSummary> plainly(CaseQuery query) {
        return all.stream().filter(query::fits).sorted(query.order()).limit(query.limit()).toList();
    }

    private CaseQuery anyQuery() {
        CaseQuery query = CaseQuery.all().atMost(CaseQuery.MOST);
        query = random.nextInt(3) == 0 ? query.ownedBy(any(OWNERS)) : query;
        query = random.nextInt(3) == 0 ? query.in(any(List.of(RecoveryState.values())), any(List.of(RecoveryState.values()))) : query;
        query = random.nextInt(5) == 0 ? query.open() : query;
        query = random.nextInt(4) == 0 ? query.of(any(CUSTOMERS)) : query;
        query = random.nextInt(3) == 0 ? query.atLeast(any(List.of(Mood.values()))) : query;
        query = random.nextInt(3) == 0 ? query.dueBy(near()) : query;
        query = random.nextBoolean() ? query.dueFirst() : query;
        query = random.nextInt(3) == 0 ? query.after(any(all)) : query;
        return random.nextInt(3) == 0 ? query.atMost(1 + random.nextInt(40)) : query;
    }

    private void finds(CaseQuery query) {
        assertEquals(plainly(query), store.find(query), query::toString);
    }

    private List<CaseSummary> pages(CaseQuery query) {
        List<CaseSummary> read = new ArrayList<>();
        for (List<CaseSummary> page = store.find(query); !page.isEmpty(); page = store.find(query.after(page.get(page.size() - 1)))) {
            assertTrue(page.size() <= query.limit());
            read.addAll(page);
        }
        return read;
    }

    @Test
    void anEmptyStoreFindsNothing() {
        assertEquals(List.of(), store.find(CaseQuery.all()));
        assertEquals(List.of(), store.find(CaseQuery.all().dueFirst()));
        assertEquals(List.of(), store.counts());
        assertEquals(0, store.histories(CaseQuery.all()).count());
    }

    @Test
    void eachFilterAlone() {
        some(CASES);
        CaseQuery most = CaseQuery.all().atMost(CaseQuery.MOST);
        for (CaseQuery query : List.of(most, most.dueFirst())) {
            finds(query);
            finds(query.open());
            finds(query.withArchived());
            finds(query.ownedBy("nobody"));
            finds(query.of("customer-"));
            finds(query.of(""));
            OWNERS.forEach(owner -> finds(query.ownedBy(owner)));
            CUSTOMERS.forEach(customer -> finds(query.of(customer)));
            for (Mood mood : Mood.values()) {
                finds(query.atLeast(mood));
            }
            for (RecoveryState state : RecoveryState.values()) {
                finds(query.in(state));
                finds(query.in(state, RecoveryState.AWAITING, RecoveryState.RECOVERED));
            }
            for (CaseSummary line : all.subList(0, 20)) {
                finds(query.dueBy(line.nextDue().equals(Instant.MAX) ? NOW : line.nextDue()));
                finds(query.dueBy(NOW.minusSeconds(1)));
                finds(query.after(line));
            }
        }
        finds(CaseQuery.all());
    }

    @Test
    void filtersTogether() {
        some(CASES);
        for (int i = 0; i < 1_000; i++) {
            finds(anyQuery());
        }
    }

    @Test
    void pagesOfEveryLengthTellEveryCaseOnce() {
        some(CASES);
        CaseQuery due = CaseQuery.all().dueFirst();
        for (CaseQuery query : List.of(CaseQuery.all(), due, CaseQuery.all().open().atLeast(Mood.UPSET), due.ownedBy("anna"))) {
            List<CaseSummary> whole = plainly(query.atMost(CaseQuery.MOST));
            for (int length : new int[] {1, 2, 3, 7, 50, 299, 300, 301, CaseQuery.MOST}) {
                assertEquals(whole, pages(query.atMost(length)), () -> "pages of " + length + " of " + query);
            }
        }
    }

    @Test
    void pagesOfCasesThatFallDueAtOneInstantTellEveryCaseOnce() {
        for (int i = 0; i < 25; i++) {
            all.add(CaseSummary.of(Draft.of("case " + i).due(i % 2 == 0 ? NOW : Instant.MAX).keptIn(store).after()));
        }
        List<CaseSummary> whole = plainly(CaseQuery.all().dueFirst());
        assertEquals(whole, pages(CaseQuery.all().dueFirst().atMost(2)));
        assertEquals(whole, pages(CaseQuery.all().dueFirst().atMost(3)));
    }

    @Test
    void casesThatComeAndGoMoveNoOthers() {
        for (CaseQuery query : List.of(CaseQuery.all().ownedBy("anna").atMost(10), CaseQuery.all().ownedBy("anna").dueFirst().atMost(10))) {
            String prefix = query.byDue() ? "due " : "id ";
            for (int i = 100; i < 140; i++) {
                owned(prefix + i, i);
            }
            List<String> read = new ArrayList<>();
            List<CaseSummary> page = store.find(query);
            for (int turn = 0; !page.isEmpty(); turn++) {
                page.forEach(line -> read.add(line.id()));
                CaseSummary last = page.get(page.size() - 1);
                if (turn == 1) {
                    // The last line itself goes, one before it and one behind it; others come on both sides.
                    for (String gone : List.of(last.id(), prefix + 101, prefix + 130)) {
                        Draft.on(store, gone).by("ben").does(RecoveryAction.of(Step.TAKE_OWNERSHIP)).keptIn(store);
                    }
                    owned(prefix + "100-new", 100);
                    owned(prefix + "135-new", 135);
                }
                page = store.find(query.after(last));
            }
            List<String> expected = new ArrayList<>();
            for (int i = 100; i < 140; i++) {
                if (i != 130) {
                    expected.add(prefix + i);
                }
                if (i == 135) {
                    expected.add(prefix + "135-new");
                }
            }
            assertEquals(expected, read);
            store.find(CaseQuery.all().ownedBy("anna").atMost(CaseQuery.MOST))
                .forEach(line -> Draft.on(store, line.id()).by("tom").does(RecoveryAction.of(Step.TAKE_OWNERSHIP)).keptIn(store));
        }
    }

    private void owned(String caseId, int second) {
        Draft.of(caseId).by("anna").does(RecoveryAction.of(Step.TAKE_OWNERSHIP)).due(NOW.plusSeconds(second)).keptIn(store);
    }

    @Test
    void claimsChangeNoList() {
        some(40);
        store.claimDue(NOW.plusSeconds(99), NOW.plusSeconds(999), 100);
        finds(CaseQuery.all());
        finds(CaseQuery.all().dueFirst());
        finds(CaseQuery.all().dueBy(NOW.plusSeconds(9)));
    }

    @Test
    void aCaseIsListedAsItIsNow() {
        Draft.of("case").keptIn(store);
        Draft.on(store, "case").by("ben").does(RecoveryAction.of(Step.TAKE_OWNERSHIP), new Actions.ReportMood(Mood.IRATE))
            .to(RecoveryState.SOLVING).due(NOW.plusSeconds(5)).keptIn(store);
        assertEquals(List.of(CaseSummary.of(store.load("case").orElseThrow())), store.find(CaseQuery.all()));
        Draft.on(store, "case").does(new Actions.ReportMood(Mood.CALM)).due(Instant.MAX).keptIn(store);
        assertEquals(List.of(), store.find(CaseQuery.all().atLeast(Mood.IRATE)));
        assertEquals(List.of(), store.find(CaseQuery.all().dueBy(NOW.plusSeconds(999))));
        assertEquals(List.of(new CaseCount(RecoveryState.SOLVING, "ben", 1)), store.counts());
    }

    @Test
    void idsThatLookAlikeAreListedOnceEach() {
        LOOK_ALIKES.forEach(id -> Draft.of(id).keptIn(store));
        List<String> read = pages(CaseQuery.all().atMost(3)).stream().map(CaseSummary::id).toList();
        assertEquals(LOOK_ALIKES.size(), read.size());
        assertEquals(new HashSet<>(LOOK_ALIKES), new HashSet<>(read));
    }

    @Test
    void countsAreByStateAndOwner() {
        some(CASES);
        Map<CaseCount, Long> expected = new TreeMap<>(Comparator.comparing(CaseCount::state).thenComparing(CaseCount::owner));
        all.forEach(line -> expected.merge(new CaseCount(line.state(), line.owner(), 0), 1L, Long::sum));
        List<CaseCount> sorted = new ArrayList<>();
        expected.forEach((key, cases) -> sorted.add(new CaseCount(key.state(), key.owner(), cases)));
        assertEquals(sorted, store.counts());
        assertEquals(CASES, store.counts().stream().mapToLong(CaseCount::cases).sum());
    }

    @Test
    void theHistoriesOfAQueryAreThoseOfItsCases() {
        some(50);
        for (CaseQuery query : List.of(CaseQuery.all(), CaseQuery.all().atMost(3), CaseQuery.all().dueFirst().open().atMost(7))) {
            List<String> ids = plainly(query.atMost(CaseQuery.MOST)).stream().map(CaseSummary::id).toList();
            assertEquals(ids.stream().map(store::history).toList(), store.histories(query).toList());
        }
        assertEquals(1, store.histories(CaseQuery.all()).limit(1).count());
    }
}
