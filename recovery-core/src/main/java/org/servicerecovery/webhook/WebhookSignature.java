package org.servicerecovery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.servicerecovery.model.InvalidInputException;

/**
 * Signs and verifies as the Standard Webhooks specification 1.0.0 says, symmetric scheme {@code v1}: HMAC-SHA256 over
 * {@code id.timestamp.body}, in base64. For receivers written in Java and for tests; receivers in other languages take any library of
 * Standard Webhooks. Immutable, and safe for many threads.
 */
public final class WebhookSignature {
    /** The header with the id, the same at every repetition. */
    public static final String ID_HEADER = "webhook-id";
    /** The header with the moment of the attempt, in whole seconds since 1970-01-01T00:00:00Z. */
    public static final String TIMESTAMP_HEADER = "webhook-timestamp";
    /** The header with the signatures, one for each secret, separated by blanks. */
    public static final String SIGNATURE_HEADER = "webhook-signature";
    /** How far the two clocks may be apart, either way, unless told otherwise: five minutes. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** A timestamp of more digits is no date that anyone means, and what is counted with it could overflow. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final int LONGEST_HEADER = 4_096;

    private final List<Secret> secrets;

    WebhookSignature(List<Secret> secrets) {
        this.secrets = secrets;
    }

    /**
     * With these secrets.
     *
     * @param secrets 1 to 8, each {@code whsec_} and then 24 to 64 random bytes in base64; during a change of secrets the new and the
     *                old one, of which each alone suffices to verify
     * @return signs and verifies with them
     * @throws InvalidInputException if there is none, there are too many, or one is not written like that; the message quotes none
     */
    public static WebhookSignature of(String... secrets) {
        String place = "The secrets of a signature";
        return new WebhookSignature(Secret.all(place, Arrays.asList(Checks.present(place, secrets))));
    }

    /**
     * Signs with every secret.
     *
     * @param id        neither blank nor with a full stop, because that could be moved between id and time
     * @param timestamp the moment of the attempt; whole seconds count
     * @param body      the very bytes that are sent
     * @return the value of {@value #SIGNATURE_HEADER}
     * @throws InvalidInputException if a part is null, the id is not like that, or the moment lies before 1970 or after the year 5000
     */
    public String sign(String id, Instant timestamp, byte[] body) {
        String seconds = seconds(Checks.present("The time stamp of a webhook", timestamp));
        if (!isId(Checks.present("The id of a webhook", id))) {
            throw new InvalidInputException("The id of a webhook must be neither blank nor have a full stop, but was \"" + id
                + "\". Encode what has one.");
        }
        if (!SECONDS.matcher(seconds).matches()) {
            throw new InvalidInputException("The time stamp of a webhook must lie between the years 1970 and 5000, but was " + timestamp
                + ". Set the clock.");
        }
        Checks.present("The body of a webhook", body);
        return secrets.stream().map(secret -> secret.sign(id, seconds, body)).collect(Collectors.joining(" "));
    }

    /**
     * Whether a request comes from somebody who knows one of the secrets, is unchanged, and is no more than {@link #TOLERANCE} old or
     * ahead. A request may still be a repetition: what was done under an id must not be done again.
     *
     * @param id         the header {@value #ID_HEADER}; null if missing
     * @param timestamp  the header {@value #TIMESTAMP_HEADER}; null if missing
     * @param body       the very bytes that were received, before anybody parsed them
     * @param signatures the header {@value #SIGNATURE_HEADER}; null if missing
     * @param now        the receiver's time
     * @return true if so; false for everything else that a stranger can send
     */
    public boolean verify(String id, String timestamp, byte[] body, String signatures, Instant now) {
        return verify(id, timestamp, body, signatures, now, TOLERANCE);
    }

    /**
     * As {@link #verify(String, String, byte[], String, Instant)}, with another tolerance.
     *
     * @param id         the header {@value #ID_HEADER}; null if missing
     * @param timestamp  the header {@value #TIMESTAMP_HEADER}; null if missing
     * @param body       the very bytes that were received, before anybody parsed them
     * @param signatures the header {@value #SIGNATURE_HEADER}; null if missing
     * @param now        the receiver's time
     * @param tolerance  how far the two clocks may be apart, either way; not negative
     * @return true if so; false for everything else that a stranger can send
     * @throws InvalidInputException if the receiver's own parts, {@code now} and {@code tolerance}, are null or negative
     */
    public boolean verify(String id, String timestamp, byte[] body, String signatures, Instant now, Duration tolerance) {
        Checks.present("The receiver's time", now);
        if (Checks.present("The tolerance", tolerance).isNegative()) {
            throw new InvalidInputException("The tolerance must not be negative, but was " + tolerance + ". Five minutes are usual.");
        }
        if (id == null || timestamp == null || body == null || signatures == null || !isId(id) || !SECONDS.matcher(timestamp).matches()
                || signatures.length() > LONGEST_HEADER) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        return apart.compareTo(tolerance) <= 0 && anyMatches(id, timestamp, body, signatures);
    }

    /** Looks at every pair, so that the time it takes tells nothing of which one matched, or how far. */
    private boolean anyMatches(String id, String timestamp, byte[] body, String signatures) {
        String[] given = signatures.split(" ");
        boolean matches = false;
        for (Secret secret : secrets) {
            byte[] expected = secret.sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
            for (String signature : given) {
                matches |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return matches;
    }

    static String seconds(Instant timestamp) {
        return Long.toString(timestamp.getEpochSecond());
    }

    private static boolean isId(String id) {
        return !id.isBlank() && id.indexOf('.') < 0;
    }
}
