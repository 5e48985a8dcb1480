package org.servicerecovery.spring.boot;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.spi.CaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Where the cases are kept, if the host has no store of its own. */
final class StoreChoice {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryAutoConfiguration.class);
    private static final Map<String, String> NEEDED = Map.of(
        "org.springframework.jdbc.datasource.DataSourceUtils", "org.springframework:spring-jdbc",
        "com.fasterxml.jackson.databind.ObjectMapper", "com.fasterxml.jackson.core:jackson-databind");

    private StoreChoice() {
    }

    static CaseStore of(RecoveryProperties settings, ListableBeanFactory beans) {
        if (settings.store() == RecoveryProperties.Store.MEMORY) {
            LOG.info("Cases are kept in memory, as recovery.store says, and are gone with the process");
            return new InMemoryCaseStore();
        }
        // By name, so that what is not there is not loaded.
        List<String> missing = NEEDED.entrySet().stream().filter(needed -> !ClassUtils.isPresent(needed.getKey(), StoreChoice.class.getClassLoader()))
            .map(Map.Entry::getValue).sorted().toList();
        int sources = beans.getBeanNamesForType(DataSource.class).length;
        DataSource source = beans.getBeanProvider(DataSource.class).getIfUnique();
        if (source != null && missing.isEmpty()) {
            return DatabaseStore.over(source, settings.createSchema());
        }
        String what = source != null ? "The database store needs " + String.join(" and ", missing) + ", which the application does not have."
            : sources == 0 ? "There is no DataSource." : "There are " + sources + " DataSources, and none of them is marked with @Primary.";
        String remedy = source != null ? "Add it." : sources == 0 ? "Add a JDBC starter and a driver, and set spring.datasource.url."
            : "Mark one of them, or make a CaseStore bean over the one that is meant.";
        if (settings.store() == RecoveryProperties.Store.JDBC) {
            throw new BadSettingsException("recovery.store", what, remedy);
        }
        LOG.warn("Cases are kept in memory, and are gone with the process. {} {} If it is meant, set recovery.store=memory.", what, remedy);
        return new InMemoryCaseStore();
    }
}
