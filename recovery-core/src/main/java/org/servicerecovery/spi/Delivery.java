package org.servicerecovery.spi;

import java.time.Instant;
import org.servicerecovery.model.CaseEvent;

/**
 * What one hook is told of one event. It is made at least once; (case, sequence, hook) is the key by which a receiver
 * recognises a repetition. Immutable.
 *
 * @param hook      the hook's name
 * @param event     what was written
 * @param attempts  how often it has been tried without success
 * @param notBefore when it may be tried again: {@link Instant#MIN} until it failed, {@link Instant#MAX} once it is a dead letter
 * @param problem   why the last attempt failed; empty until then
 */
public record Delivery(String hook, CaseEvent event, int attempts, Instant notBefore, String problem) {
    /**
     * A delivery that was never tried.
     *
     * @param hook  the hook's name
     * @param event about to be written
     */
    public Delivery(String hook, CaseEvent event) {
        this(hook, event, 0, Instant.MIN, "");
    }

    /**
     * The stable key.
     *
     * @return case, sequence and hook
     */
    public String key() {
        return event.caseId() + "/" + event.sequence() + "/" + hook;
    }

    /**
     * Whether it failed so often that it is not tried again until a person releases it.
     *
     * @return true for a dead letter
     */
    public boolean isDead() {
        return notBefore.equals(Instant.MAX);
    }

    /**
     * The same delivery after one more failure.
     *
     * @param when not before then; {@link Instant#MAX} makes it a dead letter
     * @param why  what went wrong
     * @return a copy
     */
    public Delivery again(Instant when, String why) {
        return new Delivery(hook, event, attempts + 1, when, why);
    }

    /**
     * The same delivery, to be tried anew.
     *
     * @return a copy without attempts
     */
    public Delivery released() {
        return new Delivery(hook, event, 0, Instant.MIN, problem);
    }
}
