package org.sevenfold.allinone.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Role;

/** The people whom a visitor may be cover what there is to try. */
class DemoPeopleTest {

    private static final List<DemoPerson> PEOPLE = DemoPeople.ofTheSample().people();

    @Test
    void somebody_holds_every_role_that_a_person_can_hold() {
        List<String> held =
                PEOPLE.stream().flatMap(person -> person.roles().stream()).toList();

        assertThat(held)
                .containsAll(Arrays.stream(Role.values())
                        .filter(role -> role != Role.INTEGRATION && role != Role.SYSTEM)
                        .map(Role::text)
                        .toList())
                .allSatisfy(role -> assertThat(Role.named(role)).isPresent());
    }

    @Test
    void handles_and_ids_are_distinct() {
        assertThat(PEOPLE)
                .extracting(DemoPerson::handle)
                .doesNotHaveDuplicates()
                .allMatch(handle -> handle.matches("[a-z]+(-[a-z]+)+"));
        assertThat(PEOPLE).extracting(DemoPerson::personId).doesNotHaveDuplicates();
    }

    @Test
    void ids_are_of_version_7() {
        assertThat(PEOPLE).extracting(person -> person.personId().version()).containsOnly(7);
        assertThat(PEOPLE).extracting(person -> person.personId().variant()).containsOnly(2);
    }

    @Test
    void those_whose_role_is_bound_to_a_unit_name_it() {
        assertThat(PEOPLE)
                .filteredOn(person -> person.unit() != null)
                .extracting(DemoPerson::unit)
                .containsExactlyInAnyOrder("GRP-A", "GRP-B", "CIN-01", "CIN-02", "CIN-01", "CIN-02");
    }

    @Test
    void the_table_has_a_line_for_each() {
        assertThat(PeopleTable.of(DemoPeople.ofTheSample()).lines())
                .hasSize(PEOPLE.size() + 1)
                .anyMatch(line -> line.matches("  ada-obi +Ada Obi +group-manager +GRP-A"));
    }
}
