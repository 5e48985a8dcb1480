package org.servicerecovery.examples.boottests;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.examples.boot.BootHost;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications. */
final class Hosts {
    private Hosts() {
    }

    /** Without a web server, and without application.yml unless the settings name a file. */
    static ConfigurableApplicationContext start(Class<?> configuration, String... settings) {
        boolean named = Stream.of(settings).anyMatch(setting -> setting.startsWith("spring.config."));
        return application(configuration).run(arguments(Stream.of(settings), named ? new String[0] : new String[] {"spring.config.name=none"}));
    }

    /** The example with its application.yml. */
    static ConfigurableApplicationContext example(String... settings) {
        return application(BootHost.class).run(arguments(Stream.of(settings)));
    }

    /** With a web server on a free port of this machine. */
    static ConfigurableApplicationContext web(Class<?> configuration, String... settings) {
        return application(configuration).web(WebApplicationType.SERVLET).run(arguments(Stream.of(settings), "server.port=0",
            "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always"));
    }

    private static SpringApplicationBuilder application(Class<?> configuration) {
        return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE);
    }

    private static String[] arguments(Stream<String> settings, String... more) {
        return Stream.concat(settings, Stream.concat(Stream.of("spring.main.banner-mode=off", "spring.jmx.enabled=false"), Stream.of(more)))
            .map(setting -> "--" + setting).toArray(String[]::new);
    }

    static HttpResponse<String> get(ConfigurableApplicationContext host, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + host.getEnvironment().getProperty("local.server.port") + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    record Ended(int status, String output) {
    }

    /** Runs a class in a process of its own, with only those jars on its class path. */
    static Ended alone(Class<?> main, List<String> jars, String... arguments) throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith(".jar") || jars.stream().anyMatch(jar -> new File(entry).getName().matches(jar + "-[0-9].*\\.jar")))
            .collect(Collectors.joining(File.pathSeparator));
        String java = new File(System.getProperty("java.home"), "bin/java").getPath();
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
