package org.sevenfold.query.skills;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
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

    private static final Map<String, String> WHY_NOT_COUNTED = Map.of(
            "earlier-completion", "A later completion of the same course counts instead.",
            "expired", "It was no longer in date on the day.",
            "not-passed", "The course was taken but not passed.",
            "after-the-day", "It happened after the day that is asked for.",
            "superseded", "It was corrected; the correction stands in its place.",
            "voided", "It was voided: it never happened.",
            "counted-already", "The person counts once in the unit, by the appointment recorded first.",
            "requires", "It is why the course is required; whom it reaches counts by the appointment.");

    @Bean
    Contributions skills() {
        return Contributions.beside(
                TrainingInDate.class,
                "skills",
                BOARDS,
                Kind.COURSE,
                List.of(Kind.UNIT, Kind.COURSE, Kind.POST),
                WHY_NOT_COUNTED,
                List.of(MEASURE, REQUIRED));
    }
}
