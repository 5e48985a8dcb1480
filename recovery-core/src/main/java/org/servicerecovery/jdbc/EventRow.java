package org.servicerecovery.jdbc;

/**
 * One event as it is stored.
 *
 * @param sequence  which
 * @param commandId of which command
 * @param hash      the link of the chain
 * @param payload   everything but what can be erased
 * @param personal  what can be erased; null for nothing
 */
record EventRow(int sequence, String commandId, String hash, String payload, String personal) {
}
