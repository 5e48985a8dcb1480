package org.servicerecovery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.servicerecovery.model.InvalidInputException;

/** One shared secret. It never shows itself. Immutable, and safe for many threads. */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    /** Two are needed while one replaces the other; more only make each request longer. */
    private static final int MOST_SECRETS = 8;

    private final SecretKeySpec key;

    private Secret(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    static List<Secret> all(String place, List<String> secrets) {
        if (Checks.present(place, secrets).isEmpty() || secrets.size() > MOST_SECRETS) {
            throw new InvalidInputException(place + " must be 1 to " + MOST_SECRETS + ", but are " + secrets.size()
                + ". Give one, and during a change of secrets the new and the old one.");
        }
        List<Secret> all = new ArrayList<>();
        for (String secret : secrets) {
            all.add(parse(place + ", number " + (all.size() + 1) + ",", secret));
        }
        return List.copyOf(all);
    }

    private static Secret parse(String place, String secret) {
        byte[] bytes = new byte[0];
        if (secret != null && secret.startsWith(PREFIX)) {
            try {
                bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            } catch (IllegalArgumentException e) {
                // Not as the cause: its message quotes characters of the secret.
                bytes = new byte[0];
            }
        }
        if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
            throw new InvalidInputException(place + " must be " + PREFIX + " and then " + FEWEST_BYTES + " to " + MOST_BYTES
                + " random bytes in base64, but is not. Make one with: echo " + PREFIX + "$(openssl rand -base64 32)");
        }
        return new Secret(bytes);
    }

    /** The signature in the form in which the header lists it. */
    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ", but this one does not: " + e.getMessage(), e);
        }
    }
}
