package org.sevenfold.query.skills;

import java.util.List;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in skills. */
@Configuration
class TrainingInDate {

    static final Measure MEASURE = new Measure(
            "training-in-date",
            "Training in date",
            "%",
            "People in post who hold the course in date, of all people in post. A person in two units counts in each;"
                    + " a person with two posts in one unit counts there once. In a total over courses each person"
                    + " counts once for each course.");

    static final Measure REQUIRED = new Measure(
            "training-required",
            "Required training in date",
            "%",
            "People in post of whom a course is required and who hold it in date, of all of whom it is required. A"
                    + " person counts once in each unit for each required course.");

    static final Set<String> BOARDS =
            Set.of("appointments", "posts", "courses", "completions", "units", "requirements");

    @Bean
    Contributions skills() {
        return Contributions.beside(TrainingInDate.class, "skills", BOARDS, List.of(MEASURE, REQUIRED));
    }
}
