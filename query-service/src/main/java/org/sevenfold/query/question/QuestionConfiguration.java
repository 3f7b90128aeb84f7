package org.sevenfold.query.question;

import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The local query bus. It begins no transaction of its own: a reading begins the one that sees one moment. */
@Configuration
class QuestionConfiguration {

    @Bean
    @Qualifier("localSegment")
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }
}
