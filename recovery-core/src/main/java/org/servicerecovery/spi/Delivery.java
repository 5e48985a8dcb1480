package org.servicerecovery.spi;

import java.time.Instant;
import org.servicerecovery.model.CaseEvent;

/**
 * What one hook is told of one event. It is made at least once; (case, sequence, hook) is the key by which a receiver
 * recognises a repetition.
 *
 * @param hook     the hook's name
 * @param event    what was written
 * @param attempts how often it has been tried without success
 * @param notBefore when it may be tried again; {@link Instant#MIN} until it failed
 */
public record Delivery(String hook, CaseEvent event, int attempts, Instant notBefore) {
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
     * @param when not before then
     * @return a copy
     */
    public Delivery again(Instant when) {
        return new Delivery(hook, event, attempts + 1, when);
    }
}
