package org.sevenfold.query.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import org.sevenfold.query.job.NewIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes in from outside besides questions: new ids. */
@Configuration
class EdgeConfiguration {

    @Bean
    NewIds newIds() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
