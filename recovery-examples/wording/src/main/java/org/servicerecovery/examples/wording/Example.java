package org.servicerecovery.examples.wording;

import org.servicerecovery.wording.Draft;

/**
 * A message of which a person said whether it has a kind of wording.
 *
 * @param finding the kind, as the library names it
 * @param has     whether the message has it
 * @param draft   the message, with what it is to be compared with
 */
record Example(String finding, boolean has, Draft draft) {
    /** Ordinary messages in which nobody would object to anything. */
    static final String HARMLESS = "harmless";
}
