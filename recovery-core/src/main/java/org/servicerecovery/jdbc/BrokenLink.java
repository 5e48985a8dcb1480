package org.servicerecovery.jdbc;

/**
 * The first place at which a stored history is not what was written.
 *
 * @param caseId   the case
 * @param sequence the event; one more than the last if events are missing at the end
 * @param problem  what is wrong, in a sentence that quotes no text of the case
 */
public record BrokenLink(String caseId, int sequence, String problem) {
}
