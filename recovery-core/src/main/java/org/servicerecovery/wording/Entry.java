package org.servicerecovery.wording;

import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Trait;

/**
 * A kind of finding, and what its file says besides.
 *
 * @param kind        the kind
 * @param unlessFound kinds with which anywhere in the text there is none of this one
 * @param whole       whether every sentence of the text must have it
 * @param inQuotes    whether it counts within quotation marks
 * @param unless      traits that it shows where another kind is absent
 */
record Entry(FindingKind kind, Set<String> unlessFound, boolean whole, boolean inQuotes, Map<String, Set<Trait>> unless) {
}
