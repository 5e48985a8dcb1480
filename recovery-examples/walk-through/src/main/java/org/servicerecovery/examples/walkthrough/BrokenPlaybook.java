package org.servicerecovery.examples.walkthrough;

import java.util.List;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.verify.Property;

/**
 * A playbook with a mistake in it, made on purpose.
 *
 * @param name       how it is asked for
 * @param shows      the property that does not hold; {@link #AT_SIGHT} if the proof is not even needed
 * @param made       composed, but not built
 * @param properties what must never come true of this host's cases, besides what every playbook is asked
 * @param change     what the host changed, and what for
 * @param wrong      what is wrong in the end, in one line
 * @param remedy     what to do instead
 */
record BrokenPlaybook(String name, String shows, PlaybookBuilder made, List<Property> properties, String change, String wrong, String remedy) {
    /** What the structure of the rows and the laws are checked for, before anything is proven: no history is needed to see it. */
    static final String AT_SIGHT = "";
}
