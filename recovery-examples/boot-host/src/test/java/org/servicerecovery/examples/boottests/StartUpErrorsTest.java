package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servicerecovery.model.Level;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With settings that do not fit, the application does not start, and the report that is printed names the line of the file. */
class StartUpErrorsTest {
    @TempDir
    private Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {
    }

    /** What is printed when it is started with these lines as application.yml. */
    private String report(Class<?> configuration, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("application.yml"), List.of(lines));
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThrows(Exception.class, () -> Hosts.start(configuration, "spring.config.location=file:" + file,
                "recovery.tick.enabled=false").close());
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static void says(String report, String... parts) {
        assertTrue(report.contains("APPLICATION FAILED TO START"), report);
        for (String part : parts) {
            assertTrue(report.contains(part), () -> part + " was expected in\n" + report);
        }
    }

    @Test
    void anUnknownProperty() throws IOException {
        says(report(Plain.class, "recovery:", "  playbok: standard", "  tick:", "    every: 3s", "    evry: 3s"),
            "recovery.playbok=standard (", "application.yml] - 2:12)", "There is no such setting.", "Did you mean recovery.playbook?",
            "recovery.tick.evry=3s (", "application.yml] - 5:11)", "Did you mean recovery.tick.every?");
    }

    @Test
    void anUnknownPropertyOfAnEarlierTable() throws IOException {
        says(report(Plain.class, "recovery:", "  earlier:", "    - playbook: standard", "      playbok-name: x"),
            "recovery.earlier[0].playbok-name=x (", "application.yml] - 4:21)", "Did you mean recovery.earlier[0].playbook-name?");
    }

    @Test
    void aPropertyLikeNone() throws IOException {
        says(report(Plain.class, "recovery:", "  nothing-like-it: 1"), "recovery.nothing-like-it=1 (",
            "Use one of: recovery.playbook, recovery.playbook-name,");
    }

    @Test
    void aPlaybookThatDoesNotExist() throws IOException {
        says(report(Plain.class, "recovery:", "  playbook: standrad"), "recovery.playbook=standrad (", "application.yml] - 2:13)",
            "There is no playbook standrad.", "Use one of: standard, six-steps,");
    }

    @Test
    void everyLevelForAGuardrailThatDoesNotExist() throws IOException {
        says(report(Plain.class, "recovery:", "  levels:", "    no-plain-transfr: advise", "    second-apology: refuse", "    NoSuchThing: off",
                "  team-levels:", "    \"[night team]\":", "      nothing: shadow"),
            "recovery.levels.no-plain-transfr=advise (", "application.yml] - 3:23)", "The playbook standard has no guardrail no-plain-transfr.",
            "recovery.levels.NoSuchThing=", "application.yml] - 5:18)",
            "recovery.team-levels[night team].nothing=shadow", "application.yml] - 8:16)",
            "Did you mean no-plain-transfer?", "Use one of: ", "second-apology");
    }

    @Test
    void aWrongLevel() throws IOException {
        says(report(Plain.class, "recovery:", "  levels:", "    second-apology: forbid"), "recovery.levels.second-apology", "forbid",
            "application.yml] - 3:21", "ADVISE", "REFUSE");
    }

    @Test
    void aLevelWithWhichNothingCanBeProven() throws IOException {
        String report = report(Plain.class, "recovery:", "  levels:", "    second-apology: refuse", "    end-satisfied: off");
        says(report, "recovery.levels.end-satisfied=", "application.yml] - 4:20)", "At level OFF nothing can be proven any more:");
        assertEquals(-1, report.indexOf("recovery.levels.second-apology"), report);
    }

    @Test
    void timesAndNumbersThatMakeNoSense() throws IOException {
        says(report(Plain.class, "recovery:", "  tick:", "    every: 0s", "    limit: 0", "  goodwill-up-to: -1"), "recovery.tick.every=0s (",
            "application.yml] - 3:12)", "recovery.tick.limit=0 (", "application.yml] - 4:12)", "recovery.goodwill-up-to=-1 (");
    }

    @Test
    void anEarlierTableThatDoesNotExist() throws IOException {
        says(report(Plain.class, "recovery:", "  earlier:", "    - playbook: standard", "    - playbook: latter"),
            "recovery.earlier[1].playbook=latter (", "application.yml] - 4:17)");
    }

    @Test
    void tablesThatAreMissing() throws IOException {
        says(report(Plain.class, "recovery:", "  create-schema: never"), "has no table recovery_schema", "recovery.create-schema=always");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class BrokenBean {
        @Bean
        Playbook ours() {
            return Playbooks.like(Playbooks.standard(), "our-shop", "1").level("end-satisfied", Level.OFF).build();
        }
    }

    @Test
    void aPlaybookBeanThatDoesNotProve() throws IOException {
        says(report(BrokenBean.class, "recovery:", "  store: memory"), "The playbook our-shop cannot be used", "Mend the playbook");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Several {
        @Bean
        Playbook one() {
            return Playbooks.like(Playbooks.standard(), "one", "1").build();
        }

        @Bean
        Playbook two() {
            return Playbooks.like(Playbooks.standard(), "two", "1").build();
        }
    }

    @Test
    void severalPlaybooksOfWhichNoneIsNamed() throws IOException {
        says(report(Several.class, "recovery:", "  store: memory"), "There are 2 Playbook beans",
            "Name one, or mark it with @Primary: one, two, standard");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SameName {
        private static EscalationHook pager() {
            return new EscalationHook() {
                @Override
                public String name() {
                    return "pager";
                }

                @Override
                public void deliver(Delivery delivery) {
                    // tells nobody
                }
            };
        }

        @Bean
        EscalationHook one() {
            return pager();
        }

        @Bean
        EscalationHook two() {
            return pager();
        }
    }

    @Test
    void hooksOfOneName() throws IOException {
        says(report(SameName.class, "recovery:", "  store: memory"), "There are two hooks called pager.", "in the beans that are given to the desk");
    }
}
