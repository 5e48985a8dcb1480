package org.servicerecovery.model;

/**
 * Lifts one guardrail for one attempt. It stays visible for ever in the event and is never a fact.
 *
 * @param guardrail the id of the guardrail
 * @param by        who waives; the host's authority must find the role that the guardrail asks for
 * @param reason    why, one line, never blank
 */
public record Waiver(String guardrail, Actor by, String reason) {
    /**
     * @throws InvalidInputException if a part is null or blank
     */
    public Waiver {
        Texts.line("The waived guardrail", guardrail);
        Texts.present("Who waives " + guardrail, by);
        Texts.line("The reason for waiving " + guardrail, reason);
    }
}
