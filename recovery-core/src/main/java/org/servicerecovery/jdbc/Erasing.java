package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiPredicate;
import org.servicerecovery.model.InvalidInputException;

/** Removes values from the personal part of an event. The payload stays as it is, and with it every hash. */
final class Erasing {
    private Erasing() {
    }

    /**
     * What is left of a personal part. Everything that is not erased stays, also what this version does not know.
     *
     * @param caseId   whose event it is, for errors
     * @param sequence which it is, for errors
     * @param payload  as it was written
     * @param personal what is left of the personal part so far; null for nothing
     * @param which    asked by kind ({@code text}, {@code customer}, {@code person}, or a newer version's; empty if the payload does not
     *                 tell) and value whether it is to be erased
     * @return the same instance if nothing is erased; null if nothing is left
     * @throws UnreadableEventException if one of them cannot be understood; then it is not known what is to be erased
     */
    static String erase(String caseId, int sequence, String payload, String personal, BiPredicate<String, String> which) {
        if (personal == null) {
            return null;
        }
        try {
            ObjectNode tree = Json.parse("payload", payload);
            ObjectNode left = Json.parse("personal part", personal);
            boolean erased = left.properties().removeIf(entry -> which.test(
                Erasable.at(tree, entry.getKey()).flatMap(Erasable::kind).orElse(""),
                Erasable.Value.of(entry.getKey(), entry.getValue()).text()));
            return left.isEmpty() ? null : erased ? Json.print(left) : personal;
        } catch (InvalidInputException e) {
            throw UnreadableEventException.event(caseId, sequence, e);
        }
    }
}
