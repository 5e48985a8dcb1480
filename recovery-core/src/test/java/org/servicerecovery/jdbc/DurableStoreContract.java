package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.model.RecoveryAction.contacted;
import static org.servicerecovery.model.Step.*;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.desk.Play;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseQuery;

/** What a store in a database promises beyond any store: integrity, erasing, the archive, the host's transaction, other versions. */
abstract class DurableStoreContract {
    private DataSource source;
    private JdbcCaseStore store;
    private Play play;

    /** A database without the library's tables. */
    abstract DataSource emptyDatabase() throws SQLException;

    @BeforeEach
    void openEmpty() throws SQLException {
        source = emptyDatabase();
        JdbcCaseStore.createSchema(source);
        store = JdbcCaseStore.over(source);
        play = Play.on(Playbooks.standard(), store, desk -> desk);
    }

    private int sql(String statement) {
        try (Connection connection = source.getConnection(); Statement change = connection.createStatement()) {
            return change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> texts(String query) {
        try (Connection connection = source.getConnection(); Statement select = connection.createStatement(); ResultSet rows = select.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private BrokenLink broken() {
        return store.verifyHistory(Play.CASE).orElseThrow(() -> new AssertionError("nothing was noticed"));
    }

    // Schema

    @Test
    void theSchemaIsMadeOnceAndLeftAloneAfterwards() {
        play.byPhone();
        JdbcCaseStore.createSchema(source);
        assertEquals(play.now().version(), JdbcCaseStore.over(source).load(Play.CASE).orElseThrow().version());
    }

    @Test
    void severalNodesMayMakeTheTablesAtOnce() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 0; round < 5; round++) {
                DataSource empty = emptyDatabase();
                CyclicBarrier together = new CyclicBarrier(nodes);
                List<Future<?>> done = new ArrayList<>();
                for (int node = 0; node < nodes; node++) {
                    done.add(threads.submit(() -> {
                        together.await();
                        JdbcCaseStore.createSchema(empty);
                        return JdbcCaseStore.over(empty);
                    }));
                }
                for (Future<?> one : done) {
                    one.get();
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aDatabaseWithoutTablesSaysWhichScriptToRun() throws SQLException {
        StoreException missing = assertThrows(StoreException.class, () -> JdbcCaseStore.over(emptyDatabase()));
        assertTrue(missing.getMessage().contains("__service_recovery.sql") && missing.getMessage().contains("createSchema"), missing::getMessage);
    }

    @Test
    void tablesOfAnotherVersionStopTheStartAndAreNotTouched() {
        sql("UPDATE recovery_schema SET version = 2");
        StoreException other = assertThrows(StoreException.class, () -> JdbcCaseStore.over(source));
        assertTrue(other.getMessage().contains("schema version 2") && other.getMessage().contains("works on 1"), other::getMessage);
        JdbcCaseStore.createSchema(source);
        assertEquals(List.of("2"), texts("SELECT version FROM recovery_schema"));
    }

    // Integrity

    @Test
    void whatWasWrittenVerifies() {
        play.recovered();
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
        assertEquals(Optional.empty(), store.verifyHistory("no such case"));
        assertEquals(64, store.seal(Play.CASE).orElseThrow().length());
        assertEquals(Optional.empty(), store.seal("no such case"));
    }

    @Test
    void aChangedPayloadIsTheFirstBrokenLink() {
        play.recovered();
        assertEquals(1, sql("UPDATE recovery_event SET payload = concat(payload, ' ') WHERE sequence = 6"));
        assertEquals(6, broken().sequence());
        assertEquals(1, sql("UPDATE recovery_event SET payload = concat(payload, ' ') WHERE sequence = 4"));
        assertEquals(4, broken().sequence(), "the first one is named");
    }

    @Test
    void aMissingAnAddedAndAMovedEventAreNoticed() {
        play.recovered();
        int version = play.now().version();
        String last = texts("SELECT payload FROM recovery_event WHERE sequence = " + version).get(0);
        sql("DELETE FROM recovery_event WHERE sequence = " + version);
        assertEquals(version, broken().sequence(), "cut off at the end");
        sql("INSERT INTO recovery_event (case_id, sequence, command_id, hash, payload) VALUES ('" + Play.CASE + "', " + version + ", 'x', '"
            + store.seal(Play.CASE).orElseThrow() + "', '" + last.replace("'", "''") + "')");
        assertEquals(version, broken().sequence(), "the command is not the one that was written");
        sql("DELETE FROM recovery_event WHERE sequence = 3");
        assertEquals(3, broken().sequence());
        assertTrue(broken().problem().contains("missing"), broken()::problem);
        sql("UPDATE recovery_event SET sequence = 3 WHERE sequence = 5");
        assertEquals(3, broken().sequence(), "moved");
    }

    @Test
    void anExchangedTextAndAChangedSnapshotAreNoticed() {
        play.byPhone().does(ANNA, RECORD_FEELING);
        sql("UPDATE recovery_event SET personal = replace(personal, 'the parcel never came', 'the parcel came late') WHERE sequence = 1");
        assertEquals(1, broken().sequence());
        assertFalse(broken().problem().contains("parcel"), "no text is quoted");
        sql("UPDATE recovery_event SET personal = replace(personal, 'the parcel came late', 'the parcel never came') WHERE sequence = 1");
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
        sql("UPDATE recovery_case SET snapshot = replace(snapshot, 'LISTENING', 'SOLVING')");
        assertTrue(broken().problem().contains("snapshot"), broken()::problem);
    }

    // What cannot be read, and what is newer

    @Test
    void whatCannotBeReadNamesItsPlaceAndLeavesTheOtherCasesWorking() {
        play.byPhone();
        play.desk.open("other", Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        sql("UPDATE recovery_event SET payload = '{\"v\":1,' WHERE case_id = '" + Play.CASE + "'");
        UnreadableEventException unreadable = assertThrows(UnreadableEventException.class, () -> play.desk.history(Play.CASE));
        assertTrue(unreadable.getMessage().contains(Play.CASE) && unreadable.getMessage().contains("1"), unreadable::getMessage);
        assertEquals(1, broken().sequence());
        assertTrue(play.desk.perform("other", Command.does(ANNA, Play.act(GET_READY))).isPermitted());
        play.after(Duration.ofDays(30));
        assertTrue(play.desk.history("other").stream().anyMatch(event -> event.step() == REPORT_LAPSE));
    }

    @Test
    void aSnapshotOfAnotherVersionIsMadeAnewFromTheEvents() {
        play.recovered();
        RecoveryCase before = play.now();
        assertEquals(1, sql("UPDATE recovery_case SET snapshot = '{\"v\":99,\"later\":true}'"));
        assertEquals(before.snapshot(), play.now().snapshot());
        assertTrue(play.attempt(BEN, contacted(Channel.EMAIL)).isPermitted());
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
    }

    @Test
    void fieldsOfANewerVersionSurviveTheArchiveAndAnErasure() {
        play.recovered();
        sql("UPDATE recovery_event SET payload = concat(substring(payload, 1, char_length(payload) - 1), ',\"later\":{\"x\":1}}') WHERE sequence = 2");
        String written = texts("SELECT payload FROM recovery_event WHERE sequence = 2").get(0);
        play.passes(Duration.ofDays(400));
        assertEquals(1, store.archive(play.instant()));
        assertEquals(List.of(Play.CASE), store.eraseCustomer(Play.CUSTOMER).cases());
        assertTrue(store.unarchive(Play.CASE));
        assertEquals(written, texts("SELECT payload FROM recovery_event WHERE sequence = 2").get(0));
        assertEquals(written.contains("later"), true);
    }

    // Erasing

    @Test
    void aCustomerIsErasedAndTheProcessStays() {
        play.recovered();
        List<CaseEvent> before = play.desk.history(Play.CASE);
        RecoveryFigures figures = RecoveryFigures.of(store);
        assertEquals(new Erased(List.of(Play.CASE), List.of()), store.eraseCustomer(Play.CUSTOMER));
        String everything = String.join("\n", texts("SELECT concat(payload, coalesce(personal, '')) FROM recovery_event"))
            + texts("SELECT concat(snapshot, customer) FROM recovery_case");
        Set<String> texts = Set.of(Play.CUSTOMER, "the parcel never came", "what was said", "noted: ");
        texts.forEach(text -> assertFalse(everything.contains(text), text));
        assertTrue(everything.contains("\"anna\""), "who served the customer is part of the record");
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
        List<CaseEvent> after = play.desk.history(Play.CASE);
        assertEquals(before.stream().map(event -> event.step() + " " + event.recordedAt() + event.sets() + event.row() + event.actor().id()).toList(),
            after.stream().map(event -> event.step() + " " + event.recordedAt() + event.sets() + event.row() + event.actor().id()).toList());
        assertEquals(RecoveryState.RECOVERED, play.now().state());
        assertEquals(List.of(), store.find(CaseQuery.all().of(Play.CUSTOMER)));
        assertEquals(figures.ends(), RecoveryFigures.of(store).ends());
        assertEquals(new Erased(List.of(), List.of()), store.eraseCustomer(Play.CUSTOMER), "nothing is left to erase");
    }

    @Test
    void anOpenCaseIsReportedAndLeftAlone() {
        play.byPhone();
        assertEquals(new Erased(List.of(), List.of(Play.CASE)), store.eraseCustomer(Play.CUSTOMER));
        assertEquals(Play.CUSTOMER, play.now().data().customer());
    }

    @Test
    void somebodyWhoServedIsErasedEverywhereAndNobodyElse() {
        play.recovered();
        assertEquals(List.of(Play.CASE), store.erasePerson("anna").cases());
        assertFalse(String.join("", texts("SELECT coalesce(personal, '') FROM recovery_event")).contains("\"anna\""));
        assertFalse(String.join("", texts("SELECT concat(snapshot, owner) FROM recovery_case")).contains("anna"));
        assertEquals(Play.CUSTOMER, play.now().data().customer());
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
        assertEquals(new Erased(List.of(), List.of()), store.erasePerson("nobody"));
    }

    // The archive

    @Test
    void endedCasesGoToTheArchiveAndComeBackAsTheyWere() {
        play.recovered();
        List<CaseEvent> history = play.desk.history(Play.CASE);
        RecoveryCase seen = play.now();
        assertEquals(0, store.archive(seen.recordedAt()), "its last entry is not older");
        play.passes(Duration.ofDays(1));
        assertEquals(1, store.archive(play.instant()));
        assertEquals(List.of(), store.find(CaseQuery.all()));
        assertEquals(List.of(), store.counts());
        assertEquals(1, store.find(CaseQuery.all().withArchived()).size());
        assertEquals(List.of(), texts("SELECT case_id FROM recovery_event"));
        assertEquals(history, store.history(Play.CASE));
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
        assertEquals(1, RecoveryFigures.of(store).cases());
        ArchivedCaseException archived = assertThrows(ArchivedCaseException.class, () -> play.attempt(ANNA, contacted(Channel.EMAIL)));
        assertTrue(archived.getMessage().contains("unarchive"), archived::getMessage);
        assertThrows(ArchivedCaseException.class, () -> play.byPhone(), "its id stays taken");
        assertTrue(store.unarchive(Play.CASE));
        assertFalse(store.unarchive(Play.CASE));
        assertEquals(seen.snapshot(), play.now().snapshot());
        assertEquals(history, store.history(Play.CASE));
        assertTrue(play.attempt(ANNA, contacted(Channel.EMAIL)).isPermitted());
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
    }

    @Test
    void openCasesAndThoseWithSomethingToTellAreNotArchived() {
        play.byPhone().passes(Duration.ofDays(400));
        assertEquals(0, store.archive(play.instant()));
    }

    // The host's transaction

    @Test
    void aLentConnectionDecidesWhatIsKept() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Decision first = store.joining(connection, () -> {
                play.byPhone();
                return play.attempt(ANNA, ESCALATE);
            });
            assertTrue(first.isPermitted());
            store.joining(connection, () -> {
                store.afterCommit(told::incrementAndGet);
                return null;
            });
            assertTrue(store.joining(connection, () -> store.load(Play.CASE)).isPresent(), "seen within the transaction");
            connection.rollback();
            assertEquals(Optional.empty(), store.load(Play.CASE));
            assertThrows(UnknownCaseException.class, () -> play.attempt(ANNA, ESCALATE));
            store.joining(connection, () -> play.byPhone().attempt(ANNA, ESCALATE));
            connection.commit();
        }
        assertEquals(0, told.get(), "nobody tells of the commit");
        assertEquals(2, play.now().version());
        assertEquals(List.of(), play.heard);
        play.ticks();
        assertEquals(List.of(ESCALATE), play.heard.stream().map(CaseEvent::step).toList());
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
    }

    @Test
    void aLostRaceWithinAHostsTransactionIsDecidedAgain() throws SQLException {
        play.byPhone();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            store.joining(connection, () -> store.find(CaseQuery.all()));
            play.attempt(BEN, contacted(Channel.EMAIL)).orThrow();
            Decision later = store.joining(connection, () -> play.attempt(ANNA, Play.act(RECORD_FEELING)));
            assertTrue(later.isPermitted());
            connection.commit();
        }
        assertEquals(3, play.now().version());
        assertEquals(Optional.empty(), store.verifyHistory(Play.CASE));
    }

    // Other nodes and restarts

    @Test
    void aCommandIsRecognisedByAnotherNode() {
        Command command = Command.does(ANNA, Play.act(ESCALATE)).identified("once");
        play.byPhone().desk.perform(Play.CASE, command).orThrow();
        Play other = Play.on(Playbooks.standard(), JdbcCaseStore.over(source), desk -> desk);
        other.passes(Duration.ofHours(1));
        Decision again = other.desk.perform(Play.CASE, command);
        assertTrue(again instanceof Repeated);
        assertEquals(2, other.now().version());
    }

    @Test
    void everyCaseIsFoundPageByPage() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            String id = "case " + i % 7 + "/" + i;
            play.desk.open(id, Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")).orThrow();
            ids.add(id);
        }
        assertEquals(ids, new HashSet<>(store.histories(CaseQuery.all().dueFirst().atMost(3)).map(events -> events.get(0).caseId()).toList()));
    }
}
