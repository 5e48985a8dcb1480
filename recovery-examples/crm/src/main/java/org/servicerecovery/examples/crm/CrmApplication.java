package org.servicerecovery.examples.crm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A CRM for support agents, with the library inside. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CrmApplication {
    /** Starts it; {@code --server.port=9090} and other options of Spring Boot are understood. */
    public static void main(String[] args) {
        SpringApplication.run(CrmApplication.class, args);
    }
}
