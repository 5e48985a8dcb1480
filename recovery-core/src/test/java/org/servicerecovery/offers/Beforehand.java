package org.servicerecovery.offers;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.kernel.Offers;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.StandardAssessor;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.Calendars;
import org.servicerecovery.spi.CaseStore;

/**
 * One step's offer, and the traits by which a desk judges an action. Neither is public: a screen asks for all offers at once,
 * which is too slow 100,000 times over, and a refusal does not tell the traits that it was judged by. Hence the reflection.
 */
final class Beforehand {
    private static final Authority AUTHORITY = Authority.upTo(BigDecimal.valueOf(50));

    private final Playbook playbook;
    private final CaseStore store;
    private final StandardAssessor standard = new StandardAssessor(AUTHORITY);
    private final Object assessing;
    private final Method attempt;
    private final Constructor<Offers> offers;
    private final Method offer;

    Beforehand(Playbook playbook, CaseStore store) {
        this.playbook = playbook;
        this.store = store;
        try {
            Class<?> type = Class.forName("org.servicerecovery.Assessing");
            Constructor<?> constructor = type.getDeclaredConstructor(List.class, Authority.class, CaseStore.class, Calendars.class);
            constructor.setAccessible(true);
            assessing = constructor.newInstance(List.<Assessor>of(standard), AUTHORITY, store, Calendars.ELAPSED);
            attempt = type.getDeclaredMethod("attempt", Playbook.class, RecoveryCase.class, Supplier.class, Command.class, RecoveryAction.class,
                Instant.class, Instant.class);
            attempt.setAccessible(true);
            offers = Offers.class.getDeclaredConstructor(Playbook.class, RecoveryCase.class, Set.class, Set.class);
            offers.setAccessible(true);
            offer = Offers.class.getDeclaredMethod("offer", Step.class);
            offer.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The desk has changed inside; change this helper too.", e);
        }
    }

    /** What {@code desk.offers} says of one step. */
    Offer offer(RecoveryCase seen, Actor actor, Step step) {
        try {
            return (Offer) offer.invoke(offers.newInstance(playbook, seen, standard.expect(seen, actor), standard.known()), step);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Supplier<List<CaseEvent>> past(RecoveryCase seen) {
        return () -> store.history(seen.id());
    }

    /** The attempt that the desk would hand to the kernel. */
    Attempt attempt(RecoveryCase seen, Command command, RecoveryAction action, Instant now) {
        try {
            return (Attempt) attempt.invoke(assessing, playbook, seen, past(seen), command, action, now, now);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
