package org.servicerecovery.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts what is sent to a database: each statement by its first word, and the commits. For one thread. */
final class CountingSource {
    private final DataSource source;
    private final List<String> statements = new ArrayList<>();
    private int commits;

    CountingSource(DataSource source) {
        this.source = proxy(DataSource.class, (proxy, method, args) -> {
            Object result = method.invoke(source, args);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    DataSource source() {
        return source;
    }

    List<String> statements() {
        return statements;
    }

    int commits() {
        return commits;
    }

    void forget() {
        statements.clear();
        commits = 0;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("commit")) {
                commits++;
            }
            Object result = method.invoke(connection, args);
            if (result instanceof PreparedStatement statement) {
                return counted(PreparedStatement.class, statement, (String) args[0]);
            }
            return result instanceof Statement statement ? counted(Statement.class, statement, "") : result;
        });
    }

    private <T extends Statement> T counted(Class<T> type, T statement, String sql) {
        return proxy(type, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                statements.add((sql.isEmpty() ? (String) args[0] : sql).trim().split("\\s")[0]);
            }
            return method.invoke(statement, args);
        });
    }

    /** What the database throws comes out as it is. */
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                return handler.invoke(proxy, method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
