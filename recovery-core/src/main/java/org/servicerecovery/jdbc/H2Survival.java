package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether what an H2 database acknowledged survives its process being killed, which its host may have chosen not to need. */
final class H2Survival {
    private static final String DELAY = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";

    private H2Survival() {
    }

    /** What is against it, in words; nothing for a database in memory, which is not meant to. */
    static List<String> doubts(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        List<String> doubts = new ArrayList<>();
        if (about.getURL().startsWith("jdbc:h2:mem:")) {
            return doubts;
        }
        if (isForgetful(about.getDatabaseMajorVersion(), about.getDatabaseMinorVersion())) {
            doubts.add("H2 " + about.getDatabaseProductVersion() + " was seen to lose what it had acknowledged, once its process was killed. Use H2"
                + " 2.4.240, or PostgreSQL.");
        }
        try (Statement statement = connection.createStatement(); ResultSet delay = statement.executeQuery(DELAY)) {
            if (delay.next() && !delay.getString(1).equals("0")) {
                doubts.add("This H2 database writes " + delay.getString(1) + " ms after it has acknowledged: what was acknowledged meanwhile is lost"
                    + " if its process is killed. Add ;WRITE_DELAY=0 to its URL.");
            }
        }
        return doubts;
    }

    /**
     * With 2.5.252, every series of a hundred kills lost something, or left an entry of an index without its row; with 2.3.232 and 2.4.240,
     * nothing was lost in more than 500 kills each.
     */
    static boolean isForgetful(int major, int minor) {
        return major == 2 && minor == 5;
    }
}
