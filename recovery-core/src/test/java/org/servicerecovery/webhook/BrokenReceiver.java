package org.servicerecovery.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver that does not keep to HTTP: it writes what a test wants, and closes. */
final class BrokenReceiver implements AutoCloseable {
    /** Counted down when a connection is over, from whichever side. */
    final CountDownLatch over = new CountDownLatch(1);
    private final ServerSocket server;

    /** What to write once the request was read. */
    interface Writer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    BrokenReceiver(Writer writer) throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(writer), "broken receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Writer writer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                read(new BufferedInputStream(socket.getInputStream()));
                writer.to(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // What the test is about: the other side is gone.
            } catch (InterruptedException e) {
                return;
            }
            over.countDown();
        }
    }

    private static void read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("closed within the headers");
            }
            head.write(one);
        }
        String length = head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    boolean isOver() throws InterruptedException {
        return over.await(10, TimeUnit.SECONDS);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
