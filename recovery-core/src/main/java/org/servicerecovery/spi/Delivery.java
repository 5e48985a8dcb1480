package org.servicerecovery.spi;

import org.servicerecovery.model.CaseEvent;

/**
 * What one hook is told of one event. It is made at least once; (case, sequence, hook) is the key by which a receiver
 * recognises a repetition.
 *
 * @param hook     the hook's name
 * @param event    what was written
 * @param attempts how often it has been tried without success
 */
public record Delivery(String hook, CaseEvent event, int attempts) {
    /**
     * The stable key.
     *
     * @return case, sequence and hook
     */
    public String key() {
        return event.caseId() + "/" + event.sequence() + "/" + hook;
    }

    /**
     * The same delivery after one more failure.
     *
     * @return a copy
     */
    public Delivery again() {
        return new Delivery(hook, event, attempts + 1);
    }
}
