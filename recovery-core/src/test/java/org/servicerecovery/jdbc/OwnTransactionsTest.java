package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** What a connection that breaks at the wrong moment does to a transaction of one's own: databases do it too seldom to be asked. */
class OwnTransactionsTest {
    private final Connection connection = mock(Connection.class);
    private final DataSource dataSource = mock(DataSource.class);
    private final OwnTransactions own = new OwnTransactions(dataSource);
    private final boolean[] autoCommit = {true};

    @BeforeEach
    void connects() throws SQLException {
        when(dataSource.getConnection()).thenReturn(connection);
        when(connection.getAutoCommit()).thenAnswer(call -> autoCommit[0]);
        doAnswer(call -> {
            autoCommit[0] = call.getArgument(0);
            return null;
        }).when(connection).setAutoCommit(anyBoolean());
    }

    @Test
    void aTransactionIsCommittedAndTheConnectionGivenBackAsItWas() throws SQLException {
        assertEquals("done", own.write(given -> "done"));
        InOrder order = inOrder(connection);
        order.verify(connection).setAutoCommit(false);
        order.verify(connection).commit();
        order.verify(connection).setAutoCommit(true);
        order.verify(connection).close();
        verify(connection, never()).rollback();
    }

    @Test
    void aConnectionWithoutAutoCommitStaysSo() throws SQLException {
        autoCommit[0] = false;
        own.write(given -> "done");
        verify(connection, never()).setAutoCommit(anyBoolean());
        own.singly(given -> {
            assertEquals(true, given.getAutoCommit());
            return "read";
        });
        assertEquals(false, autoCommit[0]);
    }

    @Test
    void aFailureIsRolledBackBeforeAutoCommitIsSwitchedOnAgain() throws SQLException {
        Error thrown = new AssertionError("whatever it is");
        assertSame(thrown, assertThrows(AssertionError.class, () -> own.write(given -> {
            throw thrown;
        })));
        InOrder order = inOrder(connection);
        order.verify(connection).rollback();
        order.verify(connection).setAutoCommit(true);
        order.verify(connection).close();
        verify(connection, never()).commit();
    }

    @Test
    void aRollbackThatFailsHidesNothingAndCommitsNothing() throws SQLException {
        SQLException why = new SQLException("why");
        SQLException besides = new SQLException("besides");
        doThrow(besides).when(connection).rollback();
        assertSame(why, assertThrows(SQLException.class, () -> own.write(given -> {
            throw why;
        })));
        assertEquals(List.of(besides), List.of(why.getSuppressed()));
        verify(connection, never()).setAutoCommit(true);
        InOrder order = inOrder(connection);
        order.verify(connection).abort(any());
        order.verify(connection).close();
    }

    @Test
    void aCommitThatFailsIsAFailure() throws SQLException {
        SQLException why = new SQLException("connection lost");
        doThrow(why).when(connection).commit();
        assertSame(why, assertThrows(SQLException.class, () -> own.write(given -> "done")));
        verify(connection).rollback();
        verify(connection).close();
    }

    @Test
    void whatFailsAfterTheCommitDoesNotLookLikeAFailure() throws SQLException {
        doThrow(new SQLException("restoring")).when(connection).setAutoCommit(true);
        doThrow(new SQLException("closing")).when(connection).close();
        assertEquals("done", own.write(given -> "done"));
        autoCommit[0] = true;
        assertEquals("read", own.singly(given -> "read"));
    }
}
