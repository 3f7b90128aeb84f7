package org.sevenfold.query.who;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sevenfold.query.question.Erased;
import org.sevenfold.query.question.Standpoint;

/** The names behind opaque person ids, put to an answer last. Where one was erased stands since when; never a blank. */
public final class Directory {

    public static final String GONE = "name no longer held";

    private Directory() {}

    /** For each of these people, who are thereby named in the answer, a name or what {@link Erased} says. */
    public static Map<UUID, Object> names(Standpoint at, Collection<UUID> people) {
        var names = new HashMap<UUID, Object>();
        if (!people.isEmpty()) {
            at.named().add(people);
            at.sql("SELECT person_id, name FROM erasable.person WHERE person_id IN (:people)")
                    .param("people", List.copyOf(people))
                    .query(row -> {
                        names.put(row.getObject(1, UUID.class), row.getString(2));
                    });
            erased(
                    at,
                    people.stream().filter(person -> !names.containsKey(person)).toList(),
                    names);
            people.forEach(person -> names.putIfAbsent(person, GONE));
        }
        return names;
    }

    /** Names are gone at once, whatever moment is asked about; so is what is said in their place. */
    private static void erased(Standpoint at, List<UUID> people, Map<UUID, Object> names) {
        if (people.isEmpty()) {
            return;
        }
        at.sql("SELECT person_id, erased_on FROM query.people WHERE person_id IN (:people)"
                        + " AND erased_on IS NOT NULL AND known_to = 9223372036854775807")
                .param("people", people)
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), Erased.since(row.getObject(2, LocalDate.class)));
                });
    }

    /** The person with this staff number or work e-mail. */
    public static Optional<UUID> find(Standpoint at, String reference) {
        return at
                .sql("SELECT person_id FROM erasable.person WHERE upper(staff_number) = upper(:text)"
                        + " UNION SELECT person_id FROM erasable.person WHERE lower(work_email) = lower(:text)")
                .param("text", reference)
                .query(UUID.class)
                .list()
                .stream()
                .findFirst();
    }
}
