package org.servicerecovery.webhook;

import java.nio.charset.StandardCharsets;
import org.servicerecovery.spi.Delivery;

/**
 * The delivery's key as a header can carry it. A case id may have any character, a header cannot, and the signature's parts are
 * separated by full stops. Case, sequence and hook are encoded each for itself, so that no two deliveries share an id.
 */
final class Id {
    private Id() {
    }

    static String of(Delivery delivery) {
        return encoded(delivery.event().caseId()) + "/" + delivery.event().sequence() + "/" + encoded(delivery.hook());
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                out.append((char) c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                // Half a pair has no bytes in UTF-8; all such ids would become one.
                out.append(String.format("%%u%04X", c));
            } else {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", one));
                }
            }
        });
        return out.toString();
    }
}
