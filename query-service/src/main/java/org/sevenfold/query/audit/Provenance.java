package org.sevenfold.query.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;

/** Who recorded an event, when, on whose behalf, why and by which way in: the same columns in every table of the audit. */
final class Provenance {

    static final List<String> COLUMNS =
            List.of("recordedAt", "actor", "actorId", "onBehalfOf", "roles", "channel", "reason");

    private Provenance() {}

    /** Whom a staff number, a work e-mail or an id means; the text itself where it means nobody, for the log holds any. */
    static String actorMeant(Standpoint at, String text) {
        return meant(at, text).map(UUID::toString).orElse(text);
    }

    /** The person whom a parameter means likewise; refuses where it means nobody, for an empty answer would mislead. */
    static UUID personMeant(Standpoint at, String parameter, String text) {
        return meant(at, text)
                .orElseThrow(() -> AskedParameters.malformed(
                        parameter,
                        "Nobody has this staff number or work e-mail; somebody who was erased is found by the"
                                + " id only."));
    }

    private static Optional<UUID> meant(Standpoint at, String text) {
        return References.uuid(text).or(() -> Directory.find(at, text));
    }

    static void put(Map<String, @Nullable Object> row, Map<String, String> metadata, Instant recordedAt) {
        row.put("recordedAt", recordedAt.toString());
        row.put("actor", null);
        row.put("actorId", metadata.get("actorId"));
        for (String column : COLUMNS.subList(3, COLUMNS.size())) {
            row.put(column, metadata.get(column));
        }
    }

    /** Puts names to the actors, for an auditor, who may read them all; Sevenfold itself is no person and is in no directory. */
    static void name(Standpoint at, List<Map<String, @Nullable Object>> rows) {
        var people = new ArrayList<Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> row : rows) {
            if (Role.SYSTEM.text().equals(row.get("roles"))) {
                row.put("actor", "Sevenfold itself");
            } else {
                people.add(row);
            }
        }
        name(at, people, "actorId", "actor");
    }

    /** Puts a name beside each person id of a column. */
    static void name(Standpoint at, List<Map<String, @Nullable Object>> rows, String id, String name) {
        List<UUID> people = rows.stream()
                .flatMap(row -> References.uuid(String.valueOf(row.get(id))).stream())
                .distinct()
                .toList();
        Map<UUID, Object> names = Directory.names(at, people);
        rows.forEach(row ->
                References.uuid(String.valueOf(row.get(id))).ifPresent(person -> row.put(name, names.get(person))));
    }
}
