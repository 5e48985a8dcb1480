package org.servicerecovery.spring;

import java.util.function.Predicate;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes each delivery as a {@link RecoveryEvent} to the Spring application, where methods with {@code @EventListener} hear it, at
 * least once and in order for each case.
 *
 * <p>A plain listener runs on the thread that delivers, and what it throws makes the delivery fail: all listeners are told again after
 * the desk's usual wait, those that succeeded, too. {@code event.delivery().key()} tells them. The other kinds are weaker:
 * <ul>
 * <li>{@code @Async}, or a multicaster with an executor: the delivery counts as made when it is handed over. What is thrown later, or
 *     lost in a crash, is not told again.
 * <li>{@code @TransactionalEventListener}: the write is committed already, so there is no transaction whose commit it could await. By
 *     default such a listener hears nothing; with {@code fallbackExecution = true} it is a plain listener.
 * <li>{@code @Transactional} on a plain listener begins a transaction of its own, as it should.
 * </ul>
 * If nobody listens, the delivery counts as made. Immutable, and as safe for many threads as the publisher is.
 */
public final class ApplicationEventHook implements EscalationHook {
    private static final int LONGEST_NAME = 200;

    private final String name;
    private final ApplicationEventPublisher publisher;
    private final Predicate<CaseEvent> wants;

    /**
     * Publishes what falls due, and every escalation.
     *
     * @param name      the hook's stable name, part of the delivery key; one line, at most 200 characters, unique on the desk
     * @param publisher usually the application context
     * @throws InvalidInputException if a part is null or the name is not like that
     */
    public ApplicationEventHook(String name, ApplicationEventPublisher publisher) {
        this.name = name(name);
        this.publisher = present("publisher", publisher);
        this.wants = EscalationHook.super::wants;
    }

    /**
     * Publishes what is wanted.
     *
     * @param name      the hook's stable name, part of the delivery key; one line, at most 200 characters, unique on the desk
     * @param publisher usually the application context
     * @param wants     which events to publish; asked before the write, by any thread
     * @throws InvalidInputException if a part is null or the name is not like that
     */
    public ApplicationEventHook(String name, ApplicationEventPublisher publisher, Predicate<CaseEvent> wants) {
        this.name = name(name);
        this.publisher = present("publisher", publisher);
        this.wants = present("predicate", wants);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wants(CaseEvent event) {
        return wants.test(event);
    }

    /**
     * Publishes.
     *
     * @param delivery what happened
     * @throws RuntimeException from a listener on this thread
     */
    @Override
    public void deliver(Delivery delivery) {
        publisher.publishEvent(new RecoveryEvent(delivery));
    }

    private static String name(String name) {
        if (present("name", name).isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("The name of an application event hook must be one line of 1 to " + LONGEST_NAME
                + " characters that is not blank: it is part of every delivery's key. Name it like application.");
        }
        return name;
    }

    private static <T> T present(String what, T value) {
        if (value == null) {
            throw new InvalidInputException("The " + what + " of an application event hook must not be null.");
        }
        return value;
    }
}
