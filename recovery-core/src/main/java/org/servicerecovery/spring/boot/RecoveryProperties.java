package org.servicerecovery.spring.boot;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the desk. What is said of them here is what an editor shows.
 *
 * @param playbook        Playbook by which new cases are opened: a shipped one, or the name (or bean name) of a Playbook bean. With a single
 *                        Playbook bean, that one is the default.
 * @param playbookName    Name of the table that the levels make. By default the playbook's, followed by "-with-levels".
 * @param playbookVersion Version of the table that the levels make. By default the playbook's, followed by a digest of the levels.
 * @param levels          What a violation does, by guardrail.
 * @param teamLevels      What a violation does in the cases of one team, by team and guardrail.
 * @param earlier         Tables that cases under way are still on: what the settings were before they were changed.
 * @param store           Where cases are kept. Automatically: in the database if there is a single DataSource, otherwise in memory.
 * @param createSchema    When to create the tables of the database store. Embedded: for an H2 database inside this process.
 * @param tick            How what falls due is reported.
 * @param claimsLast      How long a node may take for what it claimed, before another node does it as well.
 * @param goodwillUpTo    The most that an agent may give as goodwill, in the host's currency; supervisors may give any amount.
 * @param engine          What runs the decided rows.
 * @param hooks           Who is told of what falls due, besides the EscalationHook beans.
 * @param health          What the health indicator looks at.
 * @param metrics         What the meters look at.
 */
@ConfigurationProperties(prefix = "recovery", ignoreUnknownFields = false)
record RecoveryProperties(String playbook, String playbookName, String playbookVersion, @DefaultValue Map<String, Level> levels,
                          @DefaultValue Map<String, Map<String, Level>> teamLevels, @DefaultValue List<Table> earlier,
                          @DefaultValue("auto") Store store, @DefaultValue("embedded") CreateSchema createSchema, @DefaultValue Tick tick,
                          @DefaultValue("5m") Duration claimsLast, @DefaultValue("50") BigDecimal goodwillUpTo,
                          @DefaultValue("auto") EngineKind engine, @DefaultValue Hooks hooks, @DefaultValue Health health,
                          @DefaultValue Metrics metrics) {

    /** Where cases are kept. */
    enum Store {
        /** In the database if there is a single DataSource with what the store needs, otherwise in memory, which is logged. */
        AUTO,
        /** In memory, gone with the process. */
        MEMORY,
        /** In the database, or the application does not start. */
        JDBC
    }

    /** When tables are created. */
    enum CreateSchema {
        /** In an H2 database inside this process, in memory or in a file. */
        EMBEDDED,
        /** Wherever they are missing. */
        ALWAYS,
        /** Never: a migration tool has the script. */
        NEVER
    }

    /** What runs the decided rows. */
    enum EngineKind {
        /** Spring Statemachine if it is there, otherwise the playbook's own rows. */
        AUTO,
        /** Spring Statemachine. */
        SPRING,
        /** The playbook's own rows. */
        DIRECT
    }

    /**
     * An earlier table.
     *
     * @param playbook        Playbook that it was made from, as recovery.playbook.
     * @param playbookName    Its name, as recovery.playbook-name.
     * @param playbookVersion Its version, as recovery.playbook-version.
     * @param levels          Its levels, as recovery.levels.
     * @param teamLevels      Its levels by team, as recovery.team-levels.
     */
    record Table(String playbook, String playbookName, String playbookVersion, @DefaultValue Map<String, Level> levels,
                 @DefaultValue Map<String, Map<String, Level>> teamLevels) {
        boolean isChanged() {
            return playbookName != null || playbookVersion != null || !levels.isEmpty() || !teamLevels.isEmpty();
        }
    }

    /**
     * Ticking.
     *
     * @param enabled Whether this application reports what falls due. At least one node must.
     * @param every   How long to wait between two ticks.
     * @param limit   At most how many cases in one go.
     */
    record Tick(@DefaultValue("true") boolean enabled, @DefaultValue("30s") Duration every, @DefaultValue("1000") int limit) {
    }

    /**
     * Hooks.
     *
     * @param applicationEvents Whether what falls due, and every escalation, is published as a RecoveryEvent.
     */
    record Hooks(@DefaultValue("true") boolean applicationEvents) {
    }

    /**
     * Health.
     *
     * @param lag How late a delivery to a hook, or the report of a deadline, may be.
     */
    record Health(@DefaultValue("10m") Duration lag) {
    }

    /**
     * Metrics.
     *
     * @param countEvery How long a count of the cases is good for.
     */
    record Metrics(@DefaultValue("30s") Duration countEvery) {
    }

    Table current() {
        return new Table(playbook, playbookName, playbookVersion, levels, teamLevels);
    }

    RecoveryProperties {
        BadSettingsException.Collector bad = new BadSettingsException.Collector();
        bad.positive("recovery.tick.every", tick.every());
        bad.positive("recovery.claims-last", claimsLast);
        bad.positive("recovery.health.lag", health.lag());
        bad.positive("recovery.metrics.count-every", metrics.countEvery());
        bad.check(tick.limit() > 0, "recovery.tick.limit", "It is " + tick.limit() + ", so that nothing would ever be reported.",
            "Give a number of 1 or more, or leave it out for 1000.");
        bad.check(goodwillUpTo.signum() >= 0, "recovery.goodwill-up-to", "It is " + goodwillUpTo + ", and nobody can give less than nothing.",
            "Give 0 or more, or leave it out for 50.");
        bad.throwIfAny();
    }
}
