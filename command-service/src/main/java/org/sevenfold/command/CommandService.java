package org.sevenfold.command;

import org.sevenfold.platform.problem.LastResort;
import org.sevenfold.platform.problem.ProblemAnswers;
import org.sevenfold.platform.signin.SignInConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The write side: may it happen? */
@SpringBootApplication
@Import({SignInConfiguration.class, ProblemAnswers.class, LastResort.class})
public class CommandService {

    public static final String CONFIG_NAME = "command-service";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", CONFIG_NAME);
        SpringApplication.run(CommandService.class, args);
    }
}
