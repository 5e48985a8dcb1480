package org.servicerecovery.jdbc;

/**
 * An event as it is stored. Immutable.
 *
 * @param payload  the JSON of the whole event, with digests in the place of the texts and names that can be erased; never changed again
 * @param personal a JSON object of those texts and names by their JSON pointers in the payload; null if there are none
 */
record Written(String payload, String personal) {
}
