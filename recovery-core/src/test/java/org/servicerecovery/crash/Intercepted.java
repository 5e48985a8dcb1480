package org.servicerecovery.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source on whose way to the database something happens: the process ends, the network breaks. */
final class Intercepted {
    /** What happens around a call that reaches the database. */
    interface Around {
        /** Before a statement is executed, or a transaction is committed or rolled back. */
        default void before(Call call, Connection connection) throws SQLException {
        }

        /** After it. */
        default void after(Call call, Connection connection) throws SQLException {
        }
    }

    /** What reaches the database. A statement that writes a whole command by itself, without a transaction, is its own commit. */
    enum Call {
        STATEMENT, COMMIT, ROLLBACK
    }

    private Intercepted() {
    }

    static DataSource source(DataSource source, Around around) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(source, method, args);
            return result instanceof Connection connection ? connection(connection, around) : result;
        });
    }

    private static Connection connection(Connection connection, Around around) {
        return proxy(Connection.class, (proxy, method, args) -> switch (method.getName()) {
            case "commit" -> around(around, Call.COMMIT, connection, connection, method, args);
            case "rollback" -> around(around, Call.ROLLBACK, connection, connection, method, args);
            default -> {
                Object result = call(connection, method, args);
                boolean whole = args != null && args[0] instanceof String sql && sql.startsWith("WITH moved") && connection.getAutoCommit();
                yield result instanceof Statement statement ? statement(statement, connection, around, whole ? Call.COMMIT : Call.STATEMENT) : result;
            }
        });
    }

    private static Statement statement(Statement statement, Connection connection, Around around, Call call) {
        Class<? extends Statement> type = statement instanceof CallableStatement ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (proxy, method, args) -> method.getName().startsWith("execute")
            ? around(around, call, connection, statement, method, args) : call(statement, method, args));
    }

    private static Object around(Around around, Call call, Connection connection, Object target, Method method, Object[] args)
        throws Throwable {
        around.before(call, connection);
        Object result = call(target, method, args);
        around.after(call, connection);
        return result;
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Intercepted.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
