package org.servicerecovery.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.webhook.BrokenReceiver.text;
import static org.servicerecovery.webhook.Receiver.SECRET;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.Delivery;

/** What is sent, and what counts as delivered, over real connections. */
@Timeout(60)
class WebhookTest {
    private static final Delivery ESCALATION = Events.of("c-1", RecoveryAction.note(Step.ESCALATE, "she called the press"), Facts.ESCALATED);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Receiver receiver;
    /** What a hanging receiver waits for: the test's end. */
    private final CountDownLatch end = new CountDownLatch(1);

    WebhookTest() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        end.countDown();
        receiver.close();
    }

    private static Webhook to(URI uri, Duration timeout, String... secrets) {
        return Webhook.to("pager", uri).secrets(secrets.length == 0 ? new String[] {SECRET} : secrets).clock(() -> Events.WHEN)
            .timeout(timeout).build();
    }

    private static String failure(Webhook webhook) {
        return assertThrows(IOException.class, () -> webhook.deliver(ESCALATION)).getMessage();
    }

    private static String failure(BrokenReceiver.Writer writer, Duration timeout) throws IOException {
        try (BrokenReceiver broken = new BrokenReceiver(writer)) {
            return failure(to(broken.uri(), timeout));
        }
    }

    @Test
    void aDeliveryIsPostedSignedAndStamped() throws IOException {
        String next = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        to(receiver.uri("/hook?token=1"), LONG, next, SECRET).deliver(ESCALATION);
        Receiver.Request request = receiver.requests.get(0);
        assertEquals("POST /hook?token=1", request.method() + " " + request.target());
        assertEquals("application/json", request.headers().getFirst("content-type"));
        assertEquals("c-1/3/pager", request.id());
        assertEquals(ESCALATION.key(), request.id(), "a plain id is the key itself");
        assertEquals(Long.toString(Events.WHEN.getEpochSecond()), request.headers().getFirst("webhook-timestamp"));
        assertTrue(request.isSigned(Events.WHEN, SECRET));
        assertTrue(request.isSigned(Events.WHEN, next));
        assertEquals(new String(Body.of(ESCALATION, false)), request.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyStatusOfTheTwoHundredsIsDelivered(int status) {
        receiver.answers(status, status == 204 ? "" : "thank you");
        assertDoesNotThrow(() -> to(receiver.uri("/"), LONG).deliver(ESCALATION));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 404, 410, 429, 500, 503})
    void everyOtherStatusIsAFailure(int status) {
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().set("location", "/elsewhere");
            exchange.sendResponseHeaders(status, 5);
            exchange.getResponseBody().write("sorry".getBytes());
        });
        String message = failure(to(receiver.uri("/hook?token=secret"), LONG));
        assertEquals("Webhook pager (" + receiver.uri("/hook") + ") answered with status " + status + ": sorry", message);
        assertEquals(1, receiver.requests.size(), "nothing is followed, and nothing is tried at once");
    }

    @Test
    void anAnswerCannotWriteLinesIntoALog() {
        receiver.answers(500, "one\r\nERROR two\u2028three\u001b[31m\n");
        assertTrue(failure(to(receiver.uri("/"), LONG)).endsWith(": one  ERROR two three [31m"));
    }

    @Test
    void anAnswerThatNeverEndsIsReadAndShownToABound() throws Exception {
        try (BrokenReceiver endless = new BrokenReceiver(out -> {
            text(out, "HTTP/1.1 500 No\r\n\r\n");
            while (true) {
                text(out, "😀".repeat(1000));
            }
        })) {
            String message = failure(to(endless.uri(), LONG));
            assertTrue(message.endsWith("status 500: " + "😀".repeat(200)), message);
            assertTrue(endless.isOver(), "the connection was closed");
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsAFailure() throws IOException {
        assertTrue(failure(out -> end.await(30, TimeUnit.SECONDS), SHORT).contains("did not answer within PT0.2S"));
    }

    @Test
    void anAnswerThatStopsHalfwayIsAFailureInTime() throws IOException {
        String message = failure(out -> {
            text(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            end.await(30, TimeUnit.SECONDS);
        }, SHORT);
        assertTrue(message.contains("did not answer within PT0.2S"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1", "no HTTP at all\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhalf\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nha"})
    void aBrokenAnswerIsAFailure(String answer) throws IOException {
        String message = failure(out -> text(out, answer), LONG);
        assertTrue(message.contains(" could not be told: "), message);
    }

    @Test
    void nobodyThereIsAFailure() throws IOException {
        URI gone;
        try (BrokenReceiver soonGone = new BrokenReceiver(out -> { })) {
            gone = soonGone.uri();
        }
        assertTrue(failure(to(gone, LONG)).contains("could not be told: java.net.ConnectException"));
    }

    @Test
    void anInterruptedThreadStaysInterrupted() throws Exception {
        try (BrokenReceiver hanging = new BrokenReceiver(out -> end.await(30, TimeUnit.SECONDS))) {
            Webhook webhook = to(hanging.uri(), LONG);
            Thread.currentThread().interrupt();
            IOException problem = assertThrows(IOException.class, () -> webhook.deliver(ESCALATION));
            assertTrue(Thread.interrupted(), "and this clears the flag for the next test");
            assertInstanceOf(InterruptedIOException.class, problem);
        }
    }

    @Test
    void manyThreadsMayDeliverAtOnce() throws Exception {
        Webhook webhook = to(receiver.uri("/"), LONG);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            Delivery delivery = Events.of("c-" + i, RecoveryAction.of(Step.TAKE_OWNERSHIP));
            threads[i] = new Thread(() -> assertDoesNotThrow(() -> webhook.deliver(delivery)));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, receiver.requests.stream().filter(request -> request.isSigned(Events.WHEN, SECRET)).map(Receiver.Request::id)
            .distinct().count());
    }
}
