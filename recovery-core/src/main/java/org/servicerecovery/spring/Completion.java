package org.servicerecovery.spring;

import org.reactivestreams.Publisher;
import reactor.core.publisher.BaseSubscriber;

/**
 * Runs a step of a machine to its end on the calling thread. Nothing here waits, which is what reactive threads forbid: a machine
 * without timers and without actions that run elsewhere is done when the subscription returns. If it is not, that is an error.
 */
final class Completion extends BaseSubscriber<Object> {
    private boolean complete;
    private Throwable error;

    static void of(Publisher<?> publisher, String what) {
        Completion completion = new Completion();
        publisher.subscribe(completion);
        if (completion.error != null) {
            throw new EngineDivergedException("The machine failed to " + what + ". Nothing was written.", completion.error);
        }
        if (!completion.complete) {
            completion.cancel();
            throw new EngineDivergedException("The machine did not " + what + " on the calling thread; an action or listener must not hand work to other"
                + " threads or send events. Nothing was written.");
        }
    }

    @Override
    protected void hookOnComplete() {
        complete = true;
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        error = thrown;
    }
}
