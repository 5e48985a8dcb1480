package org.servicerecovery.examples.benchmarks;

import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.model.RecoveryCase;

/**
 * What the kernel is asked to judge.
 *
 * @param before  the case as it stood
 * @param attempt what was attempted, assessed
 */
record Scene(RecoveryCase before, Attempt attempt) {
}
