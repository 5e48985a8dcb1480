package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that brings its own H2 is told where acknowledged commands would not survive; CrashTest kills processes on the one that is used here. */
class H2SurvivalTest {
    @TempDir
    private Path folder;

    private List<String> doubts(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            return H2Survival.doubts(connection);
        }
    }

    @Test
    void aFileThatIsWrittenLaterIsToldOf() throws SQLException {
        List<String> doubts = doubts("jdbc:h2:file:" + folder.resolve("late"));
        assertEquals(1, doubts.size(), doubts::toString);
        assertTrue(doubts.get(0).contains("500 ms after") && doubts.get(0).contains("WRITE_DELAY=0"), doubts::toString);
    }

    @Test
    void aFileThatIsWrittenAtOnceAndADatabaseInMemoryAreNot() throws SQLException {
        assertEquals(List.of(), doubts("jdbc:h2:file:" + folder.resolve("at-once") + ";WRITE_DELAY=0"));
        assertEquals(List.of(), doubts("jdbc:h2:mem:survival"));
    }

    @Test
    void theVersionThatForgetsIsKnown() {
        assertTrue(H2Survival.isForgetful(2, 5));
        assertFalse(H2Survival.isForgetful(2, 4));
        assertFalse(H2Survival.isForgetful(2, 3));
        assertFalse(H2Survival.isForgetful(3, 5));
    }
}
