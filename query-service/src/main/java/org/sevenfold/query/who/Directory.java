package org.sevenfold.query.who;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sevenfold.query.question.Standpoint;

/** The names behind opaque person ids, put to an answer last. A name that was erased is said to be gone, never left blank. */
public final class Directory {

    public static final String GONE = "name no longer held";

    private Directory() {}

    /** A name for each of these people, who are thereby named in the answer. */
    public static Map<UUID, String> names(Standpoint at, Collection<UUID> people) {
        var names = new HashMap<UUID, String>();
        if (!people.isEmpty()) {
            at.named().add(people);
            at.jdbc()
                    .sql("SELECT person_id, name FROM erasable.person WHERE person_id IN (:people)")
                    .param("people", List.copyOf(people))
                    .query(row -> {
                        names.put(row.getObject(1, UUID.class), row.getString(2));
                    });
            people.forEach(person -> names.putIfAbsent(person, GONE));
        }
        return names;
    }

    /** The person with this staff number or work e-mail. */
    public static Optional<UUID> find(Standpoint at, String reference) {
        return at
                .jdbc()
                .sql("SELECT person_id FROM erasable.person WHERE upper(staff_number) = upper(:text)"
                        + " UNION SELECT person_id FROM erasable.person WHERE lower(work_email) = lower(:text)")
                .param("text", reference)
                .query(UUID.class)
                .list()
                .stream()
                .findFirst();
    }
}
