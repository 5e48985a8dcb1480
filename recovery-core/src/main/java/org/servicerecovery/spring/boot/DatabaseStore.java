package org.servicerecovery.spring.boot;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spring.SpringTransactions;

/** The store in the host's database. Apart from the choice, because it needs what may be missing. */
final class DatabaseStore {
    private DatabaseStore() {
    }

    static CaseStore over(DataSource source, RecoveryProperties.CreateSchema when) {
        if (when == RecoveryProperties.CreateSchema.ALWAYS || when == RecoveryProperties.CreateSchema.EMBEDDED && isEmbedded(source)) {
            JdbcCaseStore.createSchema(source);
        }
        return JdbcCaseStore.over(new SpringTransactions(source));
    }

    /** Nobody else sees an H2 database inside this process, so that nobody minds tables in it. */
    private static boolean isEmbedded(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the recovery desk cannot be reached: " + e.getMessage()
                + ". Check spring.datasource, or set recovery.store=memory.", e);
        }
    }
}
