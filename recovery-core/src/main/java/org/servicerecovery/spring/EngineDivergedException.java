package org.servicerecovery.spring;

/**
 * The state machine took another way than was decided: another row, none, or it arrived in another state. Nothing was written. It is a
 * fault in a {@link MachineCustomizer} or in the engine, never in the command; the desk goes on with the next one.
 */
public final class EngineDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineDivergedException(String message) {
        super(message);
    }

    EngineDivergedException(String message, Throwable cause) {
        super(message, cause);
    }
}
