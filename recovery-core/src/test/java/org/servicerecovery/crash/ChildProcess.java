package org.servicerecovery.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the tests' classes, that is told what to do by one line and answers by lines. Killed when closed. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildProcess(Process process) {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it, and does not wait until it is up. */
    static ChildProcess start(Class<?> main, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp",
            // Surefire hands its own process a jar that only names the class path.
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        return new ChildProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(new File(errors.toString()))).start());
    }

    void tell(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** The next line; null once it has ended and everything that it said was read. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** SIGKILL, where there are signals. By the handle: the process itself would throw away what it said and nobody has read yet. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Lets it run on for a moment, unless it ends before. */
    void runsFor(int millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The child process " + process.pid() + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
