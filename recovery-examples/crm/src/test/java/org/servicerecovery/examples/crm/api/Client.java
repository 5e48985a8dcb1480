package org.servicerecovery.examples.crm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the resources over HTTP, as one person. */
public final class Client {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String credentials;

    private Client(String base, String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public static Client of(int port, String person, String password) {
        return new Client("http://localhost:" + port, "Basic " + Base64.getEncoder()
            .encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Nobody. */
    public static Client stranger(int port) {
        return new Client("http://localhost:" + port, "");
    }

    /** An answer, its body read as JSON; a missing node if there is none. */
    public record Answer(int status, HttpResponse<String> raw, JsonNode body) {
        static Answer of(HttpResponse<String> raw) {
            boolean json = raw.headers().firstValue("Content-Type").filter(type -> type.contains("json")).isPresent();
            return new Answer(raw.statusCode(), raw, json ? JSON.readTree(raw.body()) : JSON.missingNode());
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The text of a field of the body. */
        public String text(String name) {
            return body.path(name).asString("");
        }

        /** The texts of a field in a list of the body. */
        public List<String> each(String list, String name) {
            List<String> texts = new ArrayList<>();
            body.path(list).forEach(one -> texts.add(one.path(name).asString("")));
            return texts;
        }

        @Override
        public String toString() {
            return status + " " + raw.headers().map() + " " + raw.body();
        }
    }

    public HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        return credentials.isEmpty() ? request : request.header("Authorization", credentials);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<Answer> sendAtOnce(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).thenApply(Answer::of);
    }

    public Answer get(String path) {
        return send(to(path));
    }

    /** A request with a JSON body and a new key, that was decided on by looking at a version; 0 for none. */
    public HttpRequest.Builder command(String path, int version, String body) {
        return command(path, version, UUID.randomUUID().toString(), body);
    }

    public HttpRequest.Builder command(String path, int version, String key, String body) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json").header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json(body)));
        return version == 0 ? request : request.header("If-Match", "\"" + version + "\"");
    }

    /** Bodies are written with single quotes, to be readable in tests. */
    public static String json(String body) {
        return body.replace('\'', '"');
    }

    /** Takes the call of an irate customer; the person owns the case, which is at version 2. */
    public Answer open(String customer) {
        return open(customer, "IRATE");
    }

    public Answer open(String customer, String mood) {
        return send(command("/api/cases", 0, """
            {'customer': '%s', 'problem': 'The parcel came broken, twice.', 'channel': 'PHONE',
             'actions': [{'step': 'REPORT_MOOD', 'fields': {'mood': '%s'}}]}""".formatted(customer, mood)));
    }

    /** Says on the telephone what an irate customer has to hear first; the case was at version 2, and is at 5 then. */
    Answer apologise(String path) {
        return send(command(path + "/commands", 2, """
            {'actions': [{'step': 'GET_READY'}, {'step': 'APOLOGISE'}, {'step': 'ACKNOWLEDGE'}],
             'message': {'channel': 'PHONE', 'text': 'I apologise that it came broken twice. I see why you are angry, and I am here to help today.'},
             'attested': ['APOLOGY_WORDS', 'FIRST_PERSON', 'NAMES_PROBLEM', 'UNCONDITIONAL', 'SHOWS_UNDERSTANDING', 'COMMITS_TO_HELP',
                          'AGENT_CALM']}"""));
    }

    /** Does one step without words, on the version that the case has. */
    public Answer does(String caseId, int version, String step, String fields) {
        return send(command("/api/cases/" + caseId + "/commands", version, action(step, fields)));
    }

    public static String action(String step, String fields) {
        return "{'actions': [{'step': '" + step + "', 'fields': " + fields + "}]}";
    }
}
