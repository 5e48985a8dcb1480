package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.crash.Intercepted.Call;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.jdbc.StoreException;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.testing.SettableClock;

/** Networks break, disks fill up, databases refuse: what was acknowledged stays, and whoever repeats does nothing twice. */
class FaultsTest {
    private static final String CASE = "c";
    private static final Playbook PLAYBOOK = Workload.playbook();

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Workload.START);
    private final List<JdbcConnectionPool> pools = new ArrayList<>();

    @AfterEach
    void closes() {
        pools.forEach(JdbcConnectionPool::dispose);
    }

    private JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = CrashDatabases.pool(url);
        pools.add(pool);
        return pool;
    }

    private JdbcConnectionPool fresh(String database) throws SQLException {
        JdbcConnectionPool pool = pool(database.equals("H2") ? h2() : CrashDatabases.freshPostgres());
        JdbcCaseStore.createSchema(pool);
        return pool;
    }

    private String h2() {
        return "jdbc:h2:file:" + folder.resolve("cases") + ";WRITE_DELAY=0";
    }

    private RecoveryDesk desk(DataSource source) {
        return Workload.desk(PLAYBOOK, JdbcCaseStore.over(source), clock);
    }

    private RecoveryDesk opened(DataSource source) {
        RecoveryDesk desk = desk(source);
        desk.open(CASE, Workload.command("open-c", Workload.START)).orThrow();
        return desk;
    }

    private static Command command(int number) {
        return Workload.command("do-" + number, Workload.START);
    }

    private static List<String> done(RecoveryDesk desk) {
        return desk.history(CASE).stream().map(CaseEvent::commandId).distinct().toList();
    }

    /** Repeats a command of which nobody knows whether it was done. */
    private static void repeats(RecoveryDesk desk, DataSource source, Class<? extends Decision> expected) {
        assertInstanceOf(expected, desk.perform(CASE, command(1)));
        assertInstanceOf(Repeated.class, desk.perform(CASE, command(1)));
        assertEquals(List.of("open-c", "do-1"), done(desk));
        assertEquals(command(1).actions().size(), desk.history(CASE).size() - 1);
        assertEquals(Optional.empty(), JdbcCaseStore.over(source).verifyHistory(CASE));
    }

    private static SQLException lost() {
        return new SQLException("the connection was lost", "08006");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatWasNotCommittedIsDoneWhenItIsRepeated(String database) throws Exception {
        DataSource source = fresh(database);
        RecoveryDesk desk = opened(source);
        RecoveryDesk broken = desk(Intercepted.source(source, new Intercepted.Around() {
            @Override
            public void before(Call call, Connection connection) throws SQLException {
                if (call == Call.COMMIT) {
                    if (!connection.getAutoCommit()) {
                        connection.rollback();
                    }
                    throw lost();
                }
            }
        }));
        assertThrows(StoreException.class, () -> broken.perform(CASE, command(1)));
        assertEquals(List.of("open-c"), done(desk));
        repeats(desk, source, Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatWasCommittedComesBackWhenItIsRepeated(String database) throws Exception {
        DataSource source = fresh(database);
        RecoveryDesk desk = opened(source);
        RecoveryDesk broken = desk(Intercepted.source(source, new Intercepted.Around() {
            @Override
            public void after(Call call, Connection connection) throws SQLException {
                if (call == Call.COMMIT) {
                    throw lost();
                }
            }
        }));
        assertThrows(StoreException.class, () -> broken.perform(CASE, command(1)));
        repeats(desk, source, Repeated.class);
    }

    /** To switch auto-commit on again commits what is there: half a command, if the rollback failed. PostgreSQL has no halves: it is one statement. */
    @Test
    void whatCouldNotBeRolledBackIsNotCommittedByAccident() throws Exception {
        DataSource source = fresh("H2");
        RecoveryDesk desk = opened(source);
        int[] statements = {0};
        RecoveryDesk broken = desk(Intercepted.source(source, new Intercepted.Around() {
            @Override
            public void after(Call call, Connection connection) throws SQLException {
                if (call == Call.STATEMENT && !connection.getAutoCommit() && ++statements[0] == 1) {
                    throw lost();
                }
            }

            @Override
            public void before(Call call, Connection connection) throws SQLException {
                if (call == Call.ROLLBACK) {
                    throw lost();
                }
            }
        }));
        assertThrows(StoreException.class, () -> broken.perform(CASE, command(1)));
        assertEquals(1, statements[0]);
        assertEquals(Optional.empty(), JdbcCaseStore.over(source).verifyHistory(CASE));
        assertEquals(List.of("open-c"), done(desk));
        repeats(desk, source, Permitted.class);
    }

    @Test
    void aConnectionThatTheServerEndsHarmsOneCommand() throws Exception {
        String url = CrashDatabases.freshPostgres();
        JdbcConnectionPool source = pool(url);
        JdbcCaseStore.createSchema(source);
        opened(source);
        boolean[] ended = {false};
        RecoveryDesk broken = desk(Intercepted.source(source, new Intercepted.Around() {
            @Override
            public void before(Call call, Connection connection) throws SQLException {
                if (call == Call.COMMIT && !ended[0]) {
                    ended[0] = true;
                    int pid = connection.unwrap(PGConnection.class).getBackendPID();
                    try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
                        statement.execute("SELECT pg_terminate_backend(" + pid + ", 60000)");
                    }
                }
            }
        }));
        assertThrows(StoreException.class, () -> broken.perform(CASE, command(1)));
        assertTrue(ended[0]);
        // H2's little pool keeps the dead connection, where a real one looks first.
        JdbcConnectionPool others = pool(url);
        repeats(desk(others), others, Permitted.class);
    }

    @Test
    void aPoolWithoutConnectionsIsSaidAndGoesByItself() throws Exception {
        JdbcConnectionPool source = fresh("H2");
        source.setMaxConnections(1);
        source.setLoginTimeout(1);
        RecoveryDesk desk = opened(source);
        try (Connection taken = source.getConnection()) {
            assertTrue(taken.isValid(1));
            assertThrows(StoreException.class, () -> desk.perform(CASE, command(1)));
        }
        repeats(desk, source, Permitted.class);
    }

    @Test
    void aFullDiskIsSaidAndNothingAcknowledgedIsLost() {
        FullDisk.register();
        FullDisk.ROOM.set(Long.MAX_VALUE);
        String path = folder.resolve("cases").toString();
        JdbcConnectionPool full = pool("jdbc:h2:full:" + path + ";WRITE_DELAY=0");
        JdbcCaseStore.createSchema(full);
        RecoveryDesk desk = opened(full);
        List<String> acknowledged = new ArrayList<>(List.of("open-c"));
        FullDisk.ROOM.set(200_000);
        StoreException said = assertThrows(StoreException.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                desk.perform(CASE, command(i)).orThrow();
                acknowledged.add("do-" + i);
            }
        });
        assertTrue(acknowledged.size() > 5, said::getMessage);
        try {
            full.dispose();
        } finally {
            FullDisk.ROOM.set(Long.MAX_VALUE);
        }
        try (JdbcCaseStore store = JdbcCaseStore.inFile(folder.resolve("cases"))) {
            RecoveryDesk again = Workload.desk(PLAYBOOK, store, clock);
            assertEquals(acknowledged, done(again).subList(0, acknowledged.size()));
            assertEquals(Optional.empty(), store.verifyHistory(CASE));
            again.perform(CASE, command(10_001)).orThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aDatabaseThatCannotBeWrittenCanBeRead(String database) throws Exception {
        String url = database.equals("H2") ? h2() : CrashDatabases.freshPostgres();
        JdbcConnectionPool source = pool(url);
        JdbcCaseStore.createSchema(source);
        opened(source).perform(CASE, command(1)).orThrow();
        source.dispose();
        DataSource readOnly = pool(database.equals("H2") ? url + ";ACCESS_MODE_DATA=r" : url + "&options=-c%20default_transaction_read_only=on");
        RecoveryDesk desk = desk(readOnly);
        List<CaseEvent> before = desk.history(CASE);
        assertThrows(StoreException.class, () -> desk.perform(CASE, command(2)));
        assertThrows(StoreException.class, () -> desk.open("other", Workload.command("open-other", Workload.START)));
        assertEquals(before, desk.history(CASE));
        assertEquals(Optional.empty(), desk.find("other"));
        assertEquals(Optional.empty(), JdbcCaseStore.over(readOnly).verifyHistory(CASE));
    }
}
