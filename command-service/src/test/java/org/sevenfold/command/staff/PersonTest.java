package org.sevenfold.command.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN_REGISTERED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.platform.problem.Code;

class PersonTest {

    private final List<RegisterPerson> directory = new ArrayList<>();
    private final Rules rules =
            Rules.of(PersonEvent.STREAM, ADA).with((Directory) directory::add).by(Role.HUMAN_RESOURCES);

    private static RegisterPerson ada(LocalDate from) {
        return new RegisterPerson(ADA, "S-0001", "Ada Example", "ada.example@leamarsh.example", "SW1001", from);
    }

    @Nested
    class a_person_is_registered {

        @Test
        void with_nothing_of_who_it_is_in_the_event() {
            rules.given(BEN_REGISTERED).when(ada(TODAY)).then(new PersonRegistered(ADA, TODAY));
            assertThat(directory).as("the name goes to the directory").containsExactly(ada(TODAY));
        }

        @Test
        void from_a_day_to_come() {
            rules.when(ada(TODAY.plusMonths(3))).then(new PersonRegistered(ADA, TODAY.plusMonths(3)));
        }

        @Test
        void from_a_day_365_days_back() {
            rules.when(ada(TODAY.minusDays(365))).then(new PersonRegistered(ADA, TODAY.minusDays(365)));
        }
    }

    @Nested
    class a_person_is_refused {

        @Test
        void a_second_time() {
            rules.given(ADA_REGISTERED)
                    .when(ada(TODAY))
                    .refused(Code.DUPLICATE, "The person is known to the council from 2 February 2026 on.");
            assertThat(directory).as("nothing of a refused person is kept").isEmpty();
        }

        @Test
        void from_a_day_366_days_back() {
            rules.when(ada(TODAY.minusDays(366)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2025 is 366 days ago; learning and development and human resources can record"
                                    + " up to 365 days back.");
        }
    }
}
