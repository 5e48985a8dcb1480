package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.spring.Database.insert;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.servicerecovery.jdbc.Transactions.Work;
import org.servicerecovery.model.InvalidInputException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store's work and the host's are one transaction, or two, as they should be; on a real database. */
@Timeout(60)
class SpringTransactionsTest {
    private final Database database;
    private final SpringTransactions transactions;
    private final DataSourceTransactionManager manager;
    private final JdbcTemplate host;

    SpringTransactionsTest() throws SQLException {
        database = new Database();
        transactions = new SpringTransactions(database);
        manager = new DataSourceTransactionManager(database);
        host = new JdbcTemplate(database);
    }

    /** A host's method. */
    interface Method {
        void run() throws SQLException;
    }

    private void inTransaction(int propagation, Method method) {
        new TransactionTemplate(manager, new DefaultTransactionDefinition(propagation)).executeWithoutResult(status -> {
            try {
                method.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void inTransaction(Method method) {
        inTransaction(TransactionDefinition.PROPAGATION_REQUIRED, method);
    }

    private void hostWrites(String text) {
        host.update("insert into entry values (?)", text);
    }

    private List<String> seen() throws SQLException {
        return transactions.singly(Database::entries);
    }

    @AfterEach
    void nothingIsLeftBehind() throws SQLException {
        assertFalse(database.hasLeak(), "a connection was not closed");
        assertEquals(0, TransactionSynchronizationManager.getResourceMap().size());
        assertFalse(TransactionSynchronizationManager.isSynchronizationActive());
        assertFalse(TransactionSynchronizationManager.isActualTransactionActive());
    }

    @Test
    void withoutATransactionAWriteIsOneOfItsOwn() throws SQLException {
        assertFalse(transactions.joined());
        assertEquals("done", transactions.write(connection -> {
            assertFalse(connection.getAutoCommit());
            insert("a").with(connection);
            assertEquals(List.of(), database.committed());
            return "done";
        }));
        assertEquals(List.of("a"), database.committed());
        assertEquals(true, transactions.singly(connection -> connection.getAutoCommit()));
        assertEquals(List.of("a"), seen());
    }

    @Test
    void withoutATransactionAWriteThatThrowsLeavesNothing() throws SQLException {
        Work<Void> fails = connection -> {
            insert("a").with(connection);
            insert("a").with(connection);
            return null;
        };
        assertThrows(SQLException.class, () -> transactions.write(fails));
        assertThrows(SQLException.class, () -> transactions.alone(fails));
        assertEquals(List.of(), database.committed());
    }

    @Test
    void withinATransactionEverythingIsCommittedTogether() throws SQLException {
        inTransaction(() -> {
            assertTrue(transactions.joined());
            hostWrites("host");
            transactions.write(insert("store"));
            assertEquals(List.of("host", "store"), seen(), "the store sees what the host wrote");
            assertEquals(2, host.queryForObject("select count(*) from entry", Integer.class), "and the other way round");
            assertEquals(List.of(), database.committed());
        });
        assertEquals(List.of("host", "store"), database.committed());
        assertEquals(1, database.connections());
    }

    @Test
    void withinATransactionThatIsRolledBackNothingIsCommitted() throws SQLException {
        assertThrows(IllegalArgumentException.class, () -> inTransaction(() -> {
            transactions.write(insert("store"));
            throw new IllegalArgumentException("the host changed its mind");
        }));
        assertEquals(List.of(), database.committed());
    }

    @Test
    void aWriteThatThrowsIsTakenBackWholeThoughTheHostGoesOn() throws SQLException {
        inTransaction(() -> {
            hostWrites("host");
            assertThrows(SQLException.class, () -> transactions.write(connection -> {
                insert("half").with(connection);
                insert("host").with(connection);
                return null;
            }));
            hostWrites("more");
        });
        assertEquals(List.of("host", "more"), database.committed());
    }

    @Test
    void aloneIsCommittedWhateverBecomesOfTheHost() throws SQLException {
        assertThrows(IllegalArgumentException.class, () -> inTransaction(() -> {
            hostWrites("host");
            transactions.alone(insert("alone"));
            assertEquals(List.of("alone"), database.committed());
            assertTrue(transactions.joined());
            throw new IllegalArgumentException("the host changed its mind");
        }));
        assertEquals(List.of("alone"), database.committed());
    }

    @Test
    void requiresNewAndNotSupportedSuspend() throws SQLException {
        assertThrows(IllegalArgumentException.class, () -> inTransaction(() -> {
            transactions.write(insert("outer"));
            inTransaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> transactions.write(insert("new")));
            inTransaction(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, () -> {
                assertFalse(transactions.joined());
                transactions.write(insert("none"));
            });
            assertEquals(List.of("new", "none"), database.committed());
            throw new IllegalArgumentException("the outer one fails");
        }));
        assertEquals(List.of("new", "none"), database.committed());
    }

    @Test
    void aNestedTransactionIsTakenBackByItself() throws SQLException {
        List<String> later = new ArrayList<>();
        inTransaction(() -> {
            transactions.write(insert("outer"));
            transactions.afterCommit(() -> later.add("outer"));
            assertThrows(IllegalArgumentException.class, () -> inTransaction(TransactionDefinition.PROPAGATION_NESTED, () -> {
                transactions.write(insert("nested"));
                transactions.afterCommit(() -> later.add("nested"));
                throw new IllegalArgumentException("the nested one fails");
            }));
            inTransaction(TransactionDefinition.PROPAGATION_NESTED, () -> transactions.afterCommit(() -> later.add("second")));
        });
        assertEquals(List.of("outer"), database.committed());
        assertEquals(List.of("outer", "second"), later, "what belongs to what was taken back does not happen");
    }

    @Test
    void anotherDataSourcesTransactionIsNotJoined() throws SQLException {
        Database other = new Database();
        new TransactionTemplate(new DataSourceTransactionManager(other)).executeWithoutResult(status -> {
            hostWrites("bound to the thread, but in no transaction");
            assertFalse(transactions.joined());
            status.setRollbackOnly();
        });
        assertEquals(1, database.committed().size());
        assertFalse(other.hasLeak());
    }

    @Test
    void aProxyStandsForItsTarget() throws SQLException {
        SpringTransactions proxied = new SpringTransactions(new TransactionAwareDataSourceProxy(database));
        inTransaction(() -> assertTrue(proxied.joined()));
        assertThrows(InvalidInputException.class, () -> new SpringTransactions(null));
        assertThrows(InvalidInputException.class, () -> new SpringTransactions(new TransactionAwareDataSourceProxy()));
    }

    @Test
    void afterCommitWithoutATransactionIsAtOnce() {
        List<String> done = new ArrayList<>();
        transactions.afterCommit(() -> done.add("now"));
        assertEquals(List.of("now"), done);
    }

    @Test
    void afterCommitSeesWhatWasCommittedAndMayWrite() throws SQLException {
        List<String> done = new ArrayList<>();
        inTransaction(() -> {
            transactions.write(insert("a"));
            transactions.afterCommit(() -> {
                try {
                    assertFalse(transactions.joined());
                    assertEquals(List.of("a"), database.committed());
                    transactions.write(insert("b"));
                    assertEquals(List.of("a", "b"), database.committed(), "a write is committed when it returns");
                    transactions.afterCommit(() -> done.add("at once"));
                    inTransaction(() -> {
                        hostWrites("c");
                        transactions.write(insert("d"));
                        transactions.afterCommit(() -> done.add("after the inner one"));
                        assertEquals(List.of("a", "b"), database.committed());
                    });
                    hostWrites("e");
                    assertEquals(List.of("a", "b", "c", "d", "e"), database.committed());
                    done.add("all");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            transactions.afterCommit(() -> done.add("the second"));
            assertEquals(List.of(), done);
        });
        assertEquals(List.of("at once", "after the inner one", "all", "the second"), done);
    }

    @Test
    void afterARollbackNothingRuns() {
        List<String> done = new ArrayList<>();
        assertThrows(IllegalArgumentException.class, () -> inTransaction(() -> {
            transactions.afterCommit(() -> done.add("never"));
            throw new IllegalArgumentException("rolled back");
        }));
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            transactions.afterCommit(() -> done.add("never"));
            status.setRollbackOnly();
        });
        assertEquals(List.of(), done);
    }

    @Test
    void whatFailsAfterTheCommitReachesNobody() throws SQLException {
        List<String> done = new ArrayList<>();
        inTransaction(() -> {
            transactions.write(insert("a"));
            transactions.afterCommit(() -> {
                TransactionSynchronizationManager.bindResource(database, "left behind");
                throw new IllegalStateException("too late");
            });
            transactions.afterCommit(() -> done.add("still"));
        });
        transactions.afterCommit(() -> {
            throw new IllegalStateException("too late");
        });
        assertEquals(List.of("a"), database.committed());
        assertEquals(List.of("still"), done);
    }
}
