package org.servicerecovery.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of this machine in a folder of its own, heard on the loopback only; it ends with the JVM. */
final class MariaDbServer {
    private static final int SECONDS = 60;
    private static final List<String> FOLDERS = Stream.concat(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/bin")).toList();

    private static MariaDbServer running;

    private final Path folder;
    private final Process process;
    private final int port;

    private MariaDbServer(Path program) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("recovery-mariadb");
        Path data = folder.resolve("data");
        // Whoever may connect can come from this machine only, so nobody needs a password.
        run(found("mariadb-install-db").orElse(Path.of("mariadb-install-db")), "--no-defaults", "--datadir=" + data,
            "--auth-root-authentication-method=normal", "--skip-test-db", "--user=" + System.getProperty("user.name"));
        port = freePort();
        process = start(program, "--no-defaults", "--user=" + System.getProperty("user.name"), "--datadir=" + data,
            "--socket=" + folder.resolve("s"),
            "--pid-file=" + folder.resolve("pid"), "--bind-address=127.0.0.1", "--port=" + port, "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=64M", "--skip-name-resolve", "--skip-log-bin");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        awaitConnections();
    }

    /** Where the server's program is, if there is one. */
    static Optional<Path> program() {
        return found("mariadbd");
    }

    /** Starts it, unless it runs. */
    static synchronized int port() {
        if (running == null) {
            try {
                running = new MariaDbServer(program().orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return running.port;
    }

    private static Optional<Path> found(String name) {
        return FOLDERS.stream().filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable).findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start(Path program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve(program.getFileName() + ".log").toFile()).start();
    }

    private void run(Path program, String... arguments) throws IOException, InterruptedException {
        Process once = start(program, arguments);
        if (!once.waitFor(SECONDS, TimeUnit.SECONDS) || once.exitValue() != 0) {
            once.destroyForcibly();
            throw new IllegalStateException(program + " failed:\n" + log(program));
        }
    }

    private String log(Path program) throws IOException {
        return Files.readString(folder.resolve(program.getFileName() + ".log"));
    }

    private void awaitConnections() throws IOException, InterruptedException {
        for (int tenth = 0; tenth < SECONDS * 10; tenth++) {
            try {
                DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/?user=root").close();
                return;
            } catch (SQLException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("MariaDB does not answer on port " + port + ":\n" + log(Path.of("mariadbd")));
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
