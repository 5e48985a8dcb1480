package org.servicerecovery.examples.crm;

import org.servicerecovery.spi.Assessor;
import org.servicerecovery.wording.Reviewer;
import org.servicerecovery.wording.TextAssessor;
import org.servicerecovery.wording.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk reads what is said, and the reply box what is being typed: both with the same eyes, so that one foretells the other. */
@Configuration(proxyBeanMethods = false)
class WordingConfiguration {

    @Bean
    Reviewer reviewer() {
        return Wording.in("en");
    }

    /** The desk takes every assessor that there is. */
    @Bean
    Assessor textAssessor(Reviewer reviewer) {
        return new TextAssessor(reviewer);
    }
}
