package org.servicerecovery.spi;

import java.time.Instant;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Settings;

/**
 * What an assessor looks at: one action of a command, before it is judged.
 *
 * @param settings     the playbook's numbers
 * @param recoveryCase the case as it stands, after the earlier actions of the same command
 * @param command      the whole command
 * @param action       the action to be assessed, one of the command's
 * @param occurredAt   when it happened
 * @param now          when it is recorded
 */
public record Situation(Settings settings, RecoveryCase recoveryCase, Command command, RecoveryAction action, Instant occurredAt,
                        Instant now) {
}
