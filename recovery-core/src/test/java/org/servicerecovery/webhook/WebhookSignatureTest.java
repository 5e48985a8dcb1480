package org.servicerecovery.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.InvalidInputException;

/** Signatures are those of the specification, and nothing that a stranger sends is taken for one. */
class WebhookSignatureTest {
    // The vector of the reference libraries of Standard Webhooks; openssl dgst -sha256 -mac HMAC gives the same.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

    private final WebhookSignature signature = WebhookSignature.of(SECRET);

    @Test
    void theKnownSignatureIsFound() {
        assertEquals(SIGNATURE, signature.sign(ID, THEN.plusMillis(999), BODY));
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN));
    }

    @Test
    void duringAChangeOfSecretsEitherSideMayBeFirst() {
        String both = WebhookSignature.of(OTHER, SECRET).sign(ID, THEN, BODY);
        assertEquals(2, both.split(" ").length);
        assertTrue(both.endsWith(" " + SIGNATURE));
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, both, THEN), "a receiver that knows the old secret only");
        assertTrue(WebhookSignature.of(OTHER).verify(ID, TIMESTAMP, BODY, both, THEN), "one that knows the new secret only");
        assertTrue(WebhookSignature.of(OTHER, SECRET).verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN), "one that knows both");
    }

    @Test
    void signaturesOfOtherSchemesDoNotDisturb() {
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, "v1a,AAAA  v2,x " + SIGNATURE, THEN));
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, "v1a," + SIGNATURE.substring(3), THEN));
    }

    @Test
    void whatWasChangedIsNotVerified() {
        assertFalse(signature.verify(ID + "x", TIMESTAMP, BODY, SIGNATURE, THEN));
        assertFalse(signature.verify(ID, "1614265331", BODY, SIGNATURE, THEN));
        assertFalse(signature.verify(ID, TIMESTAMP, "{\"test\":2432232314}".getBytes(StandardCharsets.UTF_8), SIGNATURE, THEN));
        assertFalse(WebhookSignature.of(OTHER).verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN));
    }

    @Test
    void theClocksMayBeFiveMinutesApart() {
        Duration five = Duration.ofMinutes(5);
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN.plus(five)));
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN.minus(five)));
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN.plus(five).plusMillis(1)));
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN.minus(five).minusMillis(1)));
        assertTrue(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN.plusSeconds(3600), Duration.ofHours(1)));
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, Instant.MAX));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-1614265330", "+1614265330", "1614265330.0", "0x60", "999999999999999999999", "١٦١٤٢٦٥٣٣٠", "now"})
    void aTimestampThatIsNoneIsNotVerified(String timestamp) {
        assertFalse(signature.verify(ID, timestamp, BODY, SIGNATURE, THEN));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "v1", "v1,", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="})
    void aSignatureThatIsNoneIsNotVerified(String given) {
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, given, THEN));
    }

    @Test
    void missingPartsAndEndlessHeadersAreNotVerified() {
        assertFalse(signature.verify(null, TIMESTAMP, BODY, SIGNATURE, THEN));
        assertFalse(signature.verify(ID, TIMESTAMP, null, SIGNATURE, THEN));
        assertFalse(signature.verify(ID, TIMESTAMP, BODY, String.join(" ", Collections.nCopies(100, SIGNATURE)), THEN));
    }

    @Test
    void whatIsSignedCannotBeCutOtherwise() {
        // "a" + "." + "1.2" would be signed as "a.1" + "." + "2".
        assertThrows(InvalidInputException.class, () -> signature.sign("a.1", THEN, BODY));
        assertFalse(signature.verify("a.1", TIMESTAMP, BODY, SIGNATURE, THEN));
        assertThrows(InvalidInputException.class, () -> signature.sign(" ", THEN, BODY));
        assertThrows(InvalidInputException.class, () -> signature.sign(ID, Instant.EPOCH.minusSeconds(1), BODY));
    }

    @Test
    void theReceiversOwnMistakesAreToldApart() {
        assertThrows(InvalidInputException.class, () -> signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, null));
        assertThrows(InvalidInputException.class, () -> signature.verify(ID, TIMESTAMP, BODY, SIGNATURE, THEN, Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not-base-64!",
        "whsec_c2hvcnQ="})
    void aSecretThatIsNoneIsRefusedAndNotQuoted(String secret) {
        String[] given = {SECRET, secret};
        // List.of refuses null by itself: what a caller sees must be the library's own message.
        String message = assertThrows(InvalidInputException.class, () -> WebhookSignature.of(given)).getMessage();
        assertTrue(message.contains("24 to 64"), message);
        assertTrue(secret == null || secret.length() < 10 || !message.contains(secret.substring(6)), message);
    }

    @Test
    void aSecretHas24To64Bytes() {
        for (int bytes : new int[] {0, 23, 24, 64, 65}) {
            String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
            if (bytes < 24 || bytes > 64) {
                assertThrows(InvalidInputException.class, () -> WebhookSignature.of(secret), bytes + " bytes");
            } else {
                assertTrue(WebhookSignature.of(secret).verify(ID, TIMESTAMP, BODY, WebhookSignature.of(secret).sign(ID, THEN, BODY), THEN));
            }
        }
        assertThrows(InvalidInputException.class, () -> WebhookSignature.of());
        assertThrows(InvalidInputException.class, () -> WebhookSignature.of((String[]) null));
        assertThrows(InvalidInputException.class, () -> WebhookSignature.of(Collections.nCopies(9, SECRET).toArray(String[]::new)));
    }
}
