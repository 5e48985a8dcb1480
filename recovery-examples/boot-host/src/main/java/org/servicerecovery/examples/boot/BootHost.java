package org.servicerecovery.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that takes complaints. The recovery desk comes with the jar. */
@SpringBootApplication
public class BootHost {
    public static void main(String[] args) {
        SpringApplication.run(BootHost.class, args);
    }
}
