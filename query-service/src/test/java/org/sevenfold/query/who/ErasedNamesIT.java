package org.sevenfold.query.who;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.managed;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** What stands where a name stood, whatever moment is asked about. */
class ErasedNamesIT {

    @Test
    void in_place_of_the_name_stands_since_when_it_is_erased() {
        try (Service service = new Service()) {
            service.log.append(LeaMarsh.STARTED);
            service.log.append(unit("CIN-01", null));
            service.log.append(person("ada"));
            service.log.append(post("P-1", PostRole.GROUP_MANAGER, "CIN-01"));
            service.log.append(appointed("ada", "P-1", START, null));
            service.log.append(managed("CIN-01", null, "ada", START, null));
            service.superuser()
                    .update(
                            "INSERT INTO erasable.person VALUES (?, 'Ada Obi', 'ada@leamarsh.example', 'S-ada', NULL)",
                            id("ada"));
            long before = service.log.end();
            assertThat(manager(service, before).asString("")).isEqualTo("Ada Obi");

            service.superuser().update("DELETE FROM erasable.person");
            assertThat(manager(service, before).asString(""))
                    .as("deleted, not yet recorded")
                    .isEqualTo(Directory.GONE);

            PersonId ada = new PersonId(id("ada"));
            service.log.append(new PersonErased(ada, LegalBasis.ERASURE_REQUEST, ada, LocalDate.of(2027, 3, 12)));
            long after = service.log.end();
            for (long knownAt : new long[] {before, after}) {
                assertThat(manager(service, knownAt).toString()).isEqualTo("""
                    {"erased":true,"at":"2027-03-12"}\
                    """);
            }
            Got history =
                    service.get("/api/v1/audit/history/CIN-01?format=csv", UUID.randomUUID(), Role.HUMAN_RESOURCES);
            assertThat(history.body()).as("where there is room for words only").contains("erased on 12 March 2027");
            assertThat(service.superuser()
                            .queryForObject(
                                    "SELECT erased_at FROM query.people WHERE erased_on IS NOT NULL", Long.class))
                    .isEqualTo(after);
        }
    }

    private static JsonNode manager(Service service, long knownAt) {
        Got got = service.get(
                "/api/v1/programmes/lea-marsh/units/CIN-01?effectiveOn=%s&knownAt=@%d"
                        .formatted(START.plusDays(1), knownAt),
                UUID.randomUUID(),
                Role.HUMAN_RESOURCES);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json().at("/manager/person");
    }
}
