package org.servicerecovery.spring.boot;

import java.util.stream.Collectors;
import org.servicerecovery.jdbc.StoreException;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.InvalidInputException;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says why an application with a recovery desk did not start, with the line of the file. Before Spring Boot's own, which would tell of the
 * class that settings were to be bound to.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RecoveryFailureAnalyzer implements FailureAnalyzer {
    private final Environment environment;

    RecoveryFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    /** Null, and then another analyser is asked, unless a bean could not be made for one of our reasons. */
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        boolean bean = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            bean |= cause instanceof BeansException;
            if (cause instanceof BadSettingsException bad) {
                return settings(bad);
            }
            if (cause instanceof UnboundConfigurationPropertiesException unbound
                && unbound.getUnboundProperties().stream().allMatch(SettingNames::isOurs)) {
                return settings(new BadSettingsException(unbound.getUnboundProperties().stream().map(SettingNames::unknown).toList()));
            }
            if (bean && remedy(cause) != null) {
                return new FailureAnalysis("The recovery desk could not be made: " + cause.getMessage(), remedy(cause), cause);
            }
        }
        return null;
    }

    private FailureAnalysis settings(BadSettingsException bad) {
        String description = bad.problems().stream().map(problem -> "    " + SettingPlaces.told(environment, problem.property()) + "\n        "
            + problem.what()).collect(Collectors.joining("\n", "The recovery desk cannot be made with these settings:\n\n", ""));
        String action = bad.problems().stream().map(BadSettingsException.Problem::remedy).distinct().collect(Collectors.joining("\n"));
        return new FailureAnalysis(description, action, bad);
    }

    /** Null for what is not ours. */
    private static String remedy(Throwable cause) {
        if (cause instanceof BrokenPlaybookException) {
            return "Mend the playbook: each reason names the rows and what to do.";
        }
        if (cause instanceof InvalidInputException) {
            return "Change what the description names, in the beans that are given to the desk.";
        }
        return cause instanceof StoreException ? "Where tables are missing: set recovery.create-schema=always, or give the script to your migration"
            + " tool. To do without the database: set recovery.store=memory." : null;
    }
}
