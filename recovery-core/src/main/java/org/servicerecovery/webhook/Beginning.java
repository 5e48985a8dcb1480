package org.servicerecovery.webhook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Reads the beginning of an answer and keeps a little of it: an answer that never ends, or fills the memory, is the receiver's
 * affair. A short answer is read to its end, so that the connection can be used again.
 */
final class Beginning implements BodySubscriber<String> {
    private static final int MOST_READ = 65_536;
    private static final int LONGEST_SHOWN = 200;
    /** Enough for as many characters, whatever they are. */
    private static final int MOST_KEPT = LONGEST_SHOWN * 4;

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Flow.Subscription subscription;
    private long read;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
            byte[] some = new byte[Math.min(buffer.remaining(), MOST_KEPT - kept.size())];
            buffer.get(some);
            kept.write(some, 0, some.length);
        }
        if (read > MOST_READ) {
            subscription.cancel();
            onComplete();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(shown(kept.toString(StandardCharsets.UTF_8)));
    }

    /** On one line, because it goes into logs: an answer must not be able to write lines of its own there. */
    private static String shown(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
            .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
