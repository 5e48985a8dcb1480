package org.servicerecovery.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/**
 * Tells another system over HTTP: POSTs each delivery as JSON, signed and with a time stamp, as the Standard Webhooks specification
 * 1.0.0 (<a href="https://www.standardwebhooks.com">www.standardwebhooks.com</a>) says. Needs jackson-databind and the JDK's HTTP client.
 *
 * <p>Headers: {@code content-type: application/json}; {@code webhook-id}, the delivery's case, sequence and hook, joined by slashes,
 * each with everything but ASCII letters, digits, hyphen and underscore percent-encoded in UTF-8, and the same at every repetition;
 * {@code webhook-timestamp}, the seconds since 1970 of this attempt; {@code webhook-signature}, one signature for each secret. A
 * receiver verifies with {@link WebhookSignature} and does nothing twice for one id.
 *
 * <p>The body is an object in pure ASCII, with the same bytes at every repetition. Fields may be added; receivers ignore those that
 * they do not know. Instants are in ISO 8601, UTC.
 * <ul>
 * <li>{@code type}: {@code recovery.lapse} if a rung of a deadline was reached, else {@code recovery.escalation} if the fact
 *     {@code ESCALATED} was set, else {@code recovery.step}
 * <li>{@code format}: 1; another number means that this description no longer holds
 * <li>{@code timestamp}: when it happened
 * <li>{@code data.case}, {@code data.sequence} (from 1), {@code data.hook}: the delivery's key
 * <li>{@code data.playbook}, {@code data.playbookVersion}: which playbook judged it
 * <li>{@code data.recordedAt}: when it was recorded
 * <li>{@code data.step}, {@code data.from}, {@code data.to}: names of {@code Step} and {@code RecoveryState}
 * <li>{@code data.sets}, {@code data.clears}: names of facts, possibly none
 * <li>{@code data.about}: the number of the duty or issue that it is about; left out if there is none
 * <li>{@code data.lapse}: only of a lapse, with {@code deadline} (its id), {@code rung} (from 0), {@code kind} (a name of
 *     {@code Deadline.Rung.Kind}), {@code audience} (who must hear) and {@code due} (when the deadline falls or fell due)
 * <li>{@code data.texts}: only with {@link WebhookBuilder#withTexts}, with {@code actor} (who acted), and where there are any
 *     {@code customer} (the host's identifier), {@code note} (the words of the step) and {@code message} with {@code channel} and
 *     {@code text}
 * </ul>
 * Without texts the body names no person and quotes nobody, unless the host's case ids or audiences do. The owner is in neither: an
 * event does not say it. A receiver that needs more asks the host, which can then see who asks.
 *
 * <p>Any status from 200 to 299 means delivered. Everything else throws, and the desk tells again after its usual wait: other statuses,
 * no answer in time, a connection or an answer that breaks. Redirects are not followed: they would carry the body to where nobody
 * decided to send it. Neither does 410 Gone end anything: the specification would disable the endpoint, but a receiver must not be able
 * to switch off an escalation without a person hearing of it, and a dead letter is heard of. {@code Retry-After} is not looked at.
 *
 * <p>Of an answer, 64 KiB at most are read and 200 characters kept, for the problem's message. Immutable, and safe for many threads.
 */
public final class Webhook implements EscalationHook {
    private final String name;
    private final URI uri;
    private final WebhookSignature signature;
    private final Duration timeout;
    private final Predicate<CaseEvent> wants;
    private final boolean texts;
    private final InstantSource clock;
    private final HttpClient client;

    Webhook(WebhookBuilder from) {
        name = from.name();
        uri = from.uri();
        signature = from.signature();
        timeout = from.timeout();
        wants = from.wants() == null ? EscalationHook.super::wants : from.wants();
        texts = from.texts();
        clock = from.clock();
        client = from.client();
    }

    /**
     * Begins a webhook.
     *
     * @param name the hook's stable name, part of the delivery key; one line, at most 200 characters, unique on the desk
     * @param uri  where to: https, or http for localhost, 127.x.x.x and [::1]; without user information and fragment. It is the host's
     *             own choice: one that strangers may choose needs a client whose proxy keeps it out of the host's network
     * @return a builder, which still needs a secret and a clock; its {@code build()} checks all of it
     */
    public static WebhookBuilder to(String name, URI uri) {
        return new WebhookBuilder(name, uri);
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
     * Posts. Waits no longer than the timeout, on the calling thread.
     *
     * @param delivery what happened
     * @throws IOException if it was not delivered for certain; the message names the URI without its query, the status and the beginning
     *                     of the answer. An {@link InterruptedIOException} if the thread was interrupted, whose flag is then set again
     */
    @Override
    public void deliver(Delivery delivery) throws IOException {
        HttpResponse<String> answer = answer(client.sendAsync(request(delivery), status -> new Beginning()));
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            String body = answer.body();
            throw new IOException(place() + " answered with status " + answer.statusCode() + (body.isEmpty() ? "" : ": " + body));
        }
    }

    private HttpRequest request(Delivery delivery) {
        String id = Id.of(delivery);
        Instant now = clock.instant();
        byte[] body = Body.of(delivery, texts);
        return HttpRequest.newBuilder(uri).timeout(timeout).header("content-type", "application/json")
            .header(WebhookSignature.ID_HEADER, id).header(WebhookSignature.TIMESTAMP_HEADER, WebhookSignature.seconds(now))
            .header(WebhookSignature.SIGNATURE_HEADER, signature.sign(id, now, body)).POST(BodyPublishers.ofByteArray(body)).build();
    }

    /** The request's own timeout ends with the answer's headers; this one holds for the body, too. */
    private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> sent) throws IOException {
        try {
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(place() + " was not awaited, because the thread was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            // Both timeouts run at once: whichever is first, it is the same to whoever reads of it.
            if (e.getCause() instanceof HttpTimeoutException && !(e.getCause() instanceof HttpConnectTimeoutException)) {
                throw late(e.getCause());
            }
            throw new IOException(place() + " could not be told: " + e.getCause(), e.getCause());
        } finally {
            // Without effect once it is done; otherwise it closes the connection.
            sent.cancel(true);
        }
    }

    private IOException late(Throwable why) {
        return new IOException(place() + " did not answer within " + timeout, why);
    }

    private String place() {
        return "Webhook " + name + " (" + Checks.shown(uri) + ")";
    }

    @Override
    public String toString() {
        return place();
    }
}
