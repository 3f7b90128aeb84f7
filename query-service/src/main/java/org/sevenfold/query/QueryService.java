package org.sevenfold.query;

import java.time.Clock;
import org.sevenfold.platform.problem.LastResort;
import org.sevenfold.platform.problem.ProblemAnswers;
import org.sevenfold.platform.signin.SignInConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The read side: what is known? */
@SpringBootApplication
@Import({SignInConfiguration.class, ProblemAnswers.class, LastResort.class})
public class QueryService {

    public static final String CONFIG_NAME = "query-service";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", CONFIG_NAME);
        SpringApplication.run(QueryService.class, args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
