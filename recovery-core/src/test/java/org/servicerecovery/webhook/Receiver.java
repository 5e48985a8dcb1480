package org.servicerecovery.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on this machine that keeps what it gets and answers as it is told. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "whsec_c2VydmljZS1yZWNvdmVyeS10ZXN0LXNlY3JldA==";

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    /** What to answer. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /**
     * What came.
     *
     * @param method  of HTTP
     * @param target  path and query
     * @param headers all
     * @param body    the bytes
     */
    record Request(String method, String target, Headers headers, byte[] body) {
        String id() {
            return headers.getFirst(WebhookSignature.ID_HEADER);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isSigned(Instant now, String... secrets) {
            return WebhookSignature.of(secrets).verify(id(), headers.getFirst(WebhookSignature.TIMESTAMP_HEADER), body,
                headers.getFirst(WebhookSignature.SIGNATURE_HEADER), now);
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
                answer.to(exchange);
            }
        });
        server.start();
    }

    void answers(Answer next) {
        answer = next;
    }

    void answers(int status, String text) {
        answer = exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
