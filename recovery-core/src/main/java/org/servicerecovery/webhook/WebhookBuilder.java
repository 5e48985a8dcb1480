package org.servicerecovery.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;

/** Writes a {@link Webhook} down. Nothing may be null. Not for use by several threads. */
public final class WebhookBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String name;
    private final URI uri;
    private boolean plainHttp;
    private List<String> secrets = List.of();
    private Duration timeout = Duration.ofSeconds(15);
    private Predicate<CaseEvent> wants;
    private boolean texts;
    private InstantSource clock;
    private HttpClient client;

    WebhookBuilder(String name, URI uri) {
        this.name = name;
        this.uri = uri;
    }

    /**
     * What sender and receiver alone know. Each receiver should have its own.
     *
     * @param given 1 to 8, each {@code whsec_} and then 24 to 64 random bytes in base64. To change a secret, give the new and the old
     *              one until the receiver knows the new one: every request is signed with all of them
     * @return this
     */
    public WebhookBuilder secrets(String... given) {
        secrets = Arrays.asList(Checks.present("The secrets of webhook " + name, given).clone());
        return this;
    }

    /**
     * What time it is, for the time stamp of each attempt.
     *
     * @param given real time, or in tests another one
     * @return this
     */
    public WebhookBuilder clock(InstantSource given) {
        clock = Checks.present("The clock of webhook " + name, given);
        return this;
    }

    /**
     * How long to wait, for the connection and for the whole answer. A hook that waits holds its thread.
     *
     * @param given 1 millisecond to 10 minutes; 15 seconds unless told otherwise, and the specification advises 15 to 30. Keep
     *              it well below the desk's lease: when that is over, another node tells the same
     * @return this
     */
    public WebhookBuilder timeout(Duration given) {
        timeout = Checks.present("The timeout of webhook " + name, given);
        return this;
    }

    /**
     * Which events to tell of.
     *
     * @param which asked before the write, by any thread; unless told otherwise whatever fell due, and every escalation
     * @return this
     */
    public WebhookBuilder wanting(Predicate<CaseEvent> which) {
        wants = Checks.present("What webhook " + name + " wants", which);
        return this;
    }

    /**
     * Whether the body says who acted, who the customer is, and what was said and noted. Think of who can read the receiver's data,
     * and of how they are erased there.
     *
     * @param whether false unless told otherwise
     * @return this
     */
    public WebhookBuilder withTexts(boolean whether) {
        texts = whether;
        return this;
    }

    /**
     * Allows http to any host: only for a way that nobody else can read, such as within a mesh that encrypts by itself.
     *
     * @return this
     */
    public WebhookBuilder allowPlainHttp() {
        plainHttp = true;
        return this;
    }

    /**
     * The client to send with: for a proxy, certificates, or one client for many webhooks. Its own connect timeout holds besides.
     *
     * @param given does not follow redirects; one of its own with HTTP/1.1 unless told otherwise
     * @return this
     */
    public WebhookBuilder client(HttpClient given) {
        client = Checks.present("The client of webhook " + name, given);
        return this;
    }

    /**
     * Checks it all.
     *
     * @return the webhook
     * @throws InvalidInputException if name or URI are not as {@link Webhook#to} says, a secret is not as {@link #secrets} says, there is
     *                               no secret or no clock, the timeout is out of its range, or the client follows redirects
     */
    public Webhook build() {
        Checks.name(name);
        Checks.uri(name, uri, plainHttp);
        signature();
        if (clock == null) {
            throw new InvalidInputException("Webhook " + name + " has no clock for its time stamps. Call clock(InstantSource.system()).");
        }
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidInputException("The timeout of webhook " + name + " must be 1 millisecond to 10 minutes, but was " + timeout
                + ". 15 seconds are usual.");
        }
        if (client != null && client.followRedirects() != Redirect.NEVER) {
            throw new InvalidInputException("The client of webhook " + name + " follows redirects, which would carry the body to where nobody"
                + " decided to send it. Build it with followRedirects(HttpClient.Redirect.NEVER).");
        }
        return new Webhook(this);
    }

    String name() {
        return name;
    }

    URI uri() {
        return uri;
    }

    WebhookSignature signature() {
        return new WebhookSignature(Secret.all("The secrets of webhook " + name, secrets));
    }

    Duration timeout() {
        return timeout;
    }

    /** Null for the hook's default. */
    Predicate<CaseEvent> wants() {
        return wants;
    }

    boolean texts() {
        return texts;
    }

    InstantSource clock() {
        return clock;
    }

    /** With HTTP/1.1: deliveries go one after the other, and an offer to upgrade in clear text confuses some servers. */
    HttpClient client() {
        return client != null ? client : HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(timeout).build();
    }
}
