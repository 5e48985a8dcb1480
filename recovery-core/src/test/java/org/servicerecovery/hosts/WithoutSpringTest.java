package org.servicerecovery.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.playbooks.Playbooks;

/** Without a single Spring jar, or any other but the logging facade, the desk works with the direct engine. */
class WithoutSpringTest {
    private static final List<String> NOT_THERE = List.of("org.springframework.core.SpringVersion", "org.springframework.statemachine.StateMachine",
        "com.fasterxml.jackson.databind.ObjectMapper", "org.junit.jupiter.api.Test");

    /** Runs in a process of its own. */
    static final class Host {
        private Host() {
        }

        public static void main(String[] args) {
            for (String foreign : NOT_THERE) {
                try {
                    Class.forName(foreign);
                    System.out.println("there is " + foreign);
                } catch (ClassNotFoundException e) {
                    System.out.println("no " + foreign);
                }
            }
            RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());
            Actor anna = Actor.agent("anna");
            desk.as(anna).open("c", "customer-1", "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.IRATE)).orThrow();
            Decision refused = desk.as(anna).perform("c", RecoveryAction.transfer("ben"));
            System.out.println("refused by " + refused.refusedBy() + ", " + desk.plan("c").steps().size() + " steps to go, ticked "
                + desk.tick().problems());
        }
    }

    @Test
    void theDirectEngineWorks() throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith(".jar") || Path.of(entry).getFileName().toString().startsWith("slf4j-api-"))
            .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", classPath, Host.class.getName()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        NOT_THERE.forEach(foreign -> assertTrue(output.contains("no " + foreign), output));
        assertTrue(output.contains("refused by [no-plain-transfer, giver-keeps-follow-up], "), output);
        assertTrue(output.contains("steps to go, ticked []"), output);
    }
}
